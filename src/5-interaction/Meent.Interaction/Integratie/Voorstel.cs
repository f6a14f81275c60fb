using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Taal;
using Meent.Standards;

namespace Meent.Interaction.Integratie;

/// <summary>Reads the form of a proposal into what the API takes: one grant as the standard writes it, and its term.</summary>
internal sealed class Voorstel(Voorstelmodel model, string zelf, Tekst t)
{
    public const string Http1 = "PROTOCOL_TCP_HTTP_1.1";
    public const string Http2 = "PROTOCOL_TCP_HTTP_2";

    /// <summary>Sorts of grant, with the path of the form.</summary>
    public static readonly IReadOnlyList<(string Soort, string Pad)> Soorten =
    [
        (Fscgrant.Verbinding, "gebruiken"), (Fscgrant.VerbindingNamens, "gebruiken-namens"), (Fscgrant.Publicatie, "aanbieden"), (Fscgrant.PublicatieNamens, "aanbieden-namens"),
    ];

    private readonly Formulier _formulier = model.Formulier;

    /// <summary>What is wrong stands with the form afterwards.</summary>
    public object Lees(DateTimeOffset nu)
    {
        var data = new Dictionary<string, object> { ["type"] = model.Soort };
        if (model.IsPublicatie) Publicatie(data);
        else Verbinding(data);
        if (model.IsNamens)
            data["delegator"] = new { peer_id = _formulier.Keuze("namens", model.Namen.Keys.Where(oin => oin != zelf), t["Kies namens wie.", "Choose on whose behalf."]) };
        var tot = _formulier.Datum("tot", t["Vul een datum in.", "Fill in a date."]);
        if (tot < nu.LokaleDag()) _formulier.Fout("tot", t["Kies vandaag of een latere dag.", "Choose today or a later day."]);
        _formulier.Verplicht("reden", t["Schrijf op waarom u dit doet.", "Write down why you do this."]);
        return new
        {
            grants = new[] { new { data } },
            validity = new { not_before = nu.ToUnixTimeSeconds(), not_after = (tot ?? nu.LokaleDag()).AddDays(1).BeginVanDag().ToUnixTimeSeconds() },
        };
    }

    private void Publicatie(Dictionary<string, object> data)
    {
        var naam = _formulier.Keuze("dienst", model.Aanbod, t["Kies een dienst.", "Choose a service."]);
        var protocol = _formulier.Keuze("protocol", [Http1, Http2], t["Kies een protocol.", "Choose a protocol."]);
        data["service"] = new { peer_id = zelf, name = naam, protocol };
        var doelen = _formulier["toegestaan"].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (doelen.Length > 0) data["properties"] = new Dictionary<string, object> { ["doelbinding.toegestaan"] = doelen, ["doelbinding.versie"] = "1.0" };
    }

    private void Verbinding(Dictionary<string, object> data)
    {
        var dienst = model.Diensten.FirstOrDefault(d => d.Kenmerk == _formulier["dienst"]);
        var (naam, aanbieder) = dienst is null
            ? (_formulier.Verplicht("naam", t["Kies een dienst, of vul de naam in.", "Choose a service, or fill in its name."]),
                _formulier.Verplicht("aanbieder", t["Vul het OIN van de aanbieder in.", "Fill in the OIN of the provider."]))
            : (dienst.Name, dienst.Peer.Id);
        data["service"] = dienst?.Delegator is { } namens
            ? (object)new { type = "SERVICE_TYPE_DELEGATED_SERVICE", peer_id = aanbieder, name = naam, delegator = new { peer_id = namens.PeerId } }
            : new { type = "SERVICE_TYPE_SERVICE", peer_id = aanbieder, name = naam };
        var doelen = model.Register.Where(d => _formulier[d.Veld] == "ja").Select(d => Doel(d, naam)).ToList();
        if (_formulier["doel"].Length > 0) doelen.Add(Eigen());
        if (doelen.Count > 0) data["properties"] = new Dictionary<string, object> { ["doelbinding.doelen"] = doelen, ["doelbinding.versie"] = "1.0" };
        else if (_formulier["zonder"] != "ja") _formulier.Fout("zonder", t["Kies een doel, of vink aan dat er geen is.", "Choose a purpose, or tick that there is none."]);
    }

    private static object Doel(Registerdoel doel, string dienst) => new
    {
        id = doel.Uri,
        omschrijving = doel.Naam,
        grondslag = new[] { doel.ToelichtingGrondslag }.OfType<string>(),
        gegevens = (doel.Gegevens ?? []).Where(g => g.StartsWith(dienst + ":", StringComparison.Ordinal)),
        bewaartermijn = doel.BewaartermijnLog ?? "P5Y",
    };

    /// <summary>One that stands in no register of ours.</summary>
    private object Eigen()
    {
        if (!Uri.TryCreate(_formulier["doel"], UriKind.Absolute, out _)) _formulier.Fout("doel", t["Vul een URI in, zoals https://….", "Fill in a URI, such as https://…."]);
        return new
        {
            id = _formulier["doel"],
            omschrijving = _formulier.Verplicht("omschrijving", t["Omschrijf het doel.", "Describe the purpose."]),
            grondslag = new[] { _formulier.Verplicht("grondslag", t["Noem de wettelijke grondslag.", "Name the legal ground."]) },
        };
    }
}
