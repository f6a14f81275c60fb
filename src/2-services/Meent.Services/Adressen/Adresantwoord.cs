using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Adressen.Voorkomens;
using Meent.Services.HaalCentraal;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Services.Adressen;

/// <summary>Addresses as the standard tells them: the body as kept, with links to the objects that it is a view of and those that are asked along.</summary>
internal sealed class Adresantwoord(Session session, Organisatie organisatie, Tijdreis reis)
{
    /// <summary>What can be asked along, and the member that names it.</summary>
    private static readonly (string Naam, Objecttype Type, string Lid)[] Relaties =
    [
        ("nummeraanduiding", Objecttype.Nummeraanduiding, "nummeraanduidingIdentificatie"),
        ("openbareRuimte", Objecttype.OpenbareRuimte, "openbareRuimteIdentificatie"),
        ("woonplaats", Objecttype.Woonplaats, "woonplaatsIdentificatie"),
    ];

    public static readonly IReadOnlyList<string> Kan = [.. Relaties.Select(relatie => relatie.Naam)];

    /// <param name="erbij">Members that go before the links, each begun with a comma.</param>
    public async ValueTask<string> Maak(Adresrij adres, IReadOnlyList<string> expand, string pad = "adressen", string erbij = "")
    {
        using var body = JsonDocument.Parse(adres.Body);
        var leden = body.RootElement;
        var links = new List<string> { $"\"self\":{Hal.Link($"{Basis}/{pad}/{adres.Nummeraanduiding}")}" };
        foreach (var (naam, type, lid) in Relaties) links.Add($"\"{naam}\":{Link(type, leden.GetProperty(lid).GetString()!)}");
        var verblijf = leden.GetProperty("adresseerbaarObjectIdentificatie").GetString()!;
        links.Add($"\"adresseerbaarObject\":{Link(Objecttype.Van(verblijf) ?? Objecttype.Verblijfsobject, verblijf)}");
        if (leden.GetProperty("pandIdentificaties") is var panden && panden.GetArrayLength() > 0)
            links.Add($"\"panden\":[{string.Join(',', panden.EnumerateArray().Select(pand => Link(Objecttype.Pand, pand.GetString()!)))}]");
        return $"{adres.Body[..^1]}{erbij}{await Ingebed(leden, expand)},\"_links\":{{{string.Join(',', links)}}}}}";
    }

    public async ValueTask<IReadOnlyList<string>> Alle(IEnumerable<Adresrij> adressen, IReadOnlyList<string> expand)
    {
        var delen = new List<string>();
        foreach (var adres in adressen) delen.Add(await Maak(adres, expand));
        return delen;
    }

    private string Basis => organisatie.Basis + Diensten.Pad(Diensten.Adressen);

    private async ValueTask<string> Ingebed(JsonElement leden, IReadOnlyList<string> expand)
    {
        if (expand.Count == 0) return "";
        var objecten = new Objectantwoord(session, organisatie, reis);
        var delen = new List<string>();
        foreach (var (naam, type, lid) in Relaties.Where(relatie => expand.Contains(relatie.Naam)))
        {
            if (await session.Vind(type, leden.GetProperty(lid).GetString()!, reis) is { } rij) delen.Add($"\"{naam}\":{await objecten.Maak(rij, [])}");
        }

        return delen.Count == 0 ? "" : $",\"_embedded\":{{{string.Join(',', delen)}}}";
    }

    private string Link(Objecttype type, string identificatie) => Hal.Link($"{Basis}/{type.Meervoud}/{identificatie}");
}
