using System.Globalization;
using Meent.Interaction.Gebruik;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Taal;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Verzoeken;

/// <summary>Asking for inzage or rectificatie, or making bezwaar, about one use of data or in general; and following what was asked.</summary>
internal sealed class VerzoekPaginas(Avgbron bron, Logboekbron logboek)
{
    private const string Pad = "/mijn/verzoeken";

    // With what it is about it has to fit in the explanation of a zaak (1000).
    private const int LangsteTekst = 600;

    private static readonly Dictionary<string, string> Velden = new(StringComparer.Ordinal) { ["toelichting"] = "tekst", ["omschrijving"] = "soort" };

    public static void Map(Paginabouwer paginas)
    {
        var verzoeken = paginas.Van<VerzoekPaginas>();
        verzoeken.Get(Pad, Eis.Inwoner, p => p.Lijst);
        verzoeken.Get($"{Pad}/nieuw", Eis.Inwoner, p => p.Nieuw);
        verzoeken.Post($"{Pad}/nieuw", Eis.Inwoner, p => p.Doe);
        verzoeken.Get($"{Pad}/{{id:guid}}", Eis.Inwoner, p => p.Een);
    }

    private async Task<IResult> Lijst(Verzoek verzoek)
    {
        var soort = bron.Soort(verzoek);
        return verzoek.Toon<VerzoekenScherm>(new Verzoekenmodel(await bron.Mijn(verzoek), await soort is not null));
    }

    private async Task<IResult> Een(Verzoek verzoek)
    {
        if (await bron.Een(verzoek, Guid.Parse(verzoek.Route("id")!)) is not var (zaak, statussen)) return verzoek.NietGevonden();
        return verzoek.Toon<VerzoekScherm>(new Verzoekmodel(zaak, statussen, verzoek.Http.Request.Query["gebeurd"] == "gevraagd"));
    }

    private async Task<IResult> Nieuw(Verzoek verzoek)
    {
        if (await bron.Soort(verzoek) is null) return NietHier(verzoek);
        var soort = Verzoeksoort.Van(verzoek.Http.Request.Query["soort"].ToString())?.Code ?? "";
        return verzoek.Toon<NieuwVerzoekScherm>(new NieuwVerzoekmodel(new Formulier(new Dictionary<string, string> { ["soort"] = soort }), await Over(verzoek), LangsteTekst));
    }

    private async Task<IResult> Doe(Verzoek verzoek)
    {
        if (await bron.Soort(verzoek) is not { } zaaktype) return NietHier(verzoek);
        var t = verzoek.T;
        var formulier = await Formulier.Lees(verzoek);
        var over = await Over(verzoek);
        var soort = Verzoeksoort.Van(formulier.Keuze("soort", Verzoeksoort.Alle.Select(s => s.Code), t["Kies wat u wilt vragen.", "Choose what you want to ask."]));
        var tekst = formulier.Verplicht("tekst", t["Schrijf op wat u wilt weten of veranderd wilt hebben.", "Write down what you want to know or have changed."]);
        if (tekst.Length > LangsteTekst) formulier.Fout("tekst", t[$"Gebruik hoogstens {LangsteTekst} tekens.", $"Use at most {LangsteTekst} characters."]);
        var id = await formulier.Probeer(Velden, "tekst", _ => null, async () => $"{await bron.Vraag(verzoek, zaaktype, Omschrijving(soort!, over), Toelichting(tekst, over), "Gevraagd in Mijn omgeving")}");
        return id is not null
            ? verzoek.GaNaar($"{Pad}/{id}?gebeurd=gevraagd")
            : verzoek.Toon<NieuwVerzoekScherm>(new NieuwVerzoekmodel(formulier, over, LangsteTekst), StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>The use that it is about: only one of the visitor's own data is found.</summary>
    private async Task<Verwerking?> Over(Verzoek verzoek)
    {
        var query = verzoek.Http.Request.Query;
        return Logboekbron.IsSpoor(query["spoor"]) && DateOnly.TryParseExact(query["dag"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag)
            ? await logboek.Vind(verzoek, query["spoor"].ToString(), dag)
            : null;
    }

    // What employees read is in Dutch, whatever language the visitor chose; a zaak has room for 80 and 1000 characters.
    private static string Omschrijving(Verzoeksoort soort, Verwerking? over)
    {
        var tekst = $"{soort.Naam(Tekst.Nederlands)}: {over?.Doel.Naam ?? "mijn gegevens"}";
        return tekst.Length <= 80 ? tekst : tekst[..80];
    }

    private static string Toelichting(string tekst, Verwerking? over)
    {
        if (over is null) return tekst;
        var t = Tekst.Nederlands;
        var gegevens = string.Join(", ", over.Gegevens.Select(g => Gegevenswoorden.Van(t, g)).Distinct());
        var alles = $"{tekst}\n\nDit gaat over: {(over.Ontvanger ?? over.Organisatie).Naam}, {over.Doel.Naam}, {t.Moment(over.Tijdstip)}, spoor {over.TraceId}, gegevens: {gegevens}";
        return alles.Length <= 1000 ? alles : alles[..1000];
    }

    private static IResult NietHier(Verzoek verzoek) => verzoek.Fout(
        StatusCodes.Status404NotFound, verzoek.T["Dit kan hier niet", "This is not possible here"],
        verzoek.T[$"{verzoek.Organisatie.Naam} neemt deze verzoeken niet op deze manier aan. Schrijf of bel de functionaris gegevensbescherming.", $"{verzoek.Organisatie.Naam} does not take these requests in this way. Write to or call the data protection officer."]);
}

/// <param name="KanNieuw">Whether the organisation takes requests here.</param>
internal sealed record Verzoekenmodel(IReadOnlyList<Zaak> Zaken, bool KanNieuw);

/// <param name="Gevraagd">It was made just now.</param>
internal sealed record Verzoekmodel(Zaak Zaak, IReadOnlyList<Zaakstatus> Statussen, bool Gevraagd);

/// <param name="Over">The use that it is about; null for all data.</param>
internal sealed record NieuwVerzoekmodel(Formulier Formulier, Verwerking? Over, int Langst);
