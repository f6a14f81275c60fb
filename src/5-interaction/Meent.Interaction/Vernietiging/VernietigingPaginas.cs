using System.Globalization;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Vernietiging;

/// <summary>The lists of zaken to be destroyed: which there are, what is on one, making one, leaving a zaak out, and the declaration afterwards.</summary>
internal sealed class VernietigingPaginas(Vernietigingsbron bron, Toegangsbron toegang, Catalogusbron catalogus, TimeProvider klok)
{
    private const int Grootte = 100;
    private const int LangsteNaam = 200;

    public static readonly IReadOnlyList<string> Standen = ["voorgesteld", "uitgezonderd", "vernietigd", "mislukt"];

    public static void Map(Paginabouwer paginas)
    {
        var werk = paginas.Van<VernietigingPaginas>();
        werk.Get("/werk/vernietiging", Eis.Medewerker(Rechten.VernietigingInzien), p => p.Alle);
        werk.Get("/werk/vernietiging/nieuw", Eis.Medewerker(Rechten.VernietigingOpstellen), p => p.Nieuw);
        werk.Post("/werk/vernietiging/nieuw", Eis.Medewerker(Rechten.VernietigingOpstellen), p => p.Maak);
        werk.Get("/werk/vernietiging/{id}", Eis.Medewerker(Rechten.VernietigingInzien), p => p.Een);
        werk.Get("/werk/vernietiging/{id}/verklaring", Eis.Medewerker(Rechten.VernietigingInzien), p => p.Verklaring);
        werk.Get("/werk/vernietiging/{id}/zaken/{zaak}", Eis.Medewerker(Rechten.VernietigingInzien), p => p.Regel);
        werk.Post("/werk/vernietiging/{id}/zaken/{zaak}", Eis.Medewerker(Rechten.VernietigingInzien), p => p.Zonder);
    }

    /// <summary>A list as its page shows it; null when there is none.</summary>
    /// <param name="stap">The step of which this is the form.</param>
    public async Task<Lijstmodel?> Model(Verzoek verzoek, string stap, Formulier formulier)
    {
        if (!Guid.TryParseExact(verzoek.Route("id"), "D", out var id) || await bron.Een(verzoek, id) is not { } lijst) return null;
        var query = verzoek.Http.Request.Query;
        var stand = Standen.Contains(query["stand"].ToString()) ? query["stand"].ToString() : "";
        Guid? na = Guid.TryParseExact(query["na"], "D", out var vorige) ? vorige : null;
        var medewerkers = toegang.Medewerkers(verzoek);
        var zaaktypen = catalogus.Zaaktypen(verzoek, Doelen.Vernietigen);
        var voortgang = bron.Voortgang(verzoek, id);
        // One more than the page shows tells whether there is a next one.
        var regels = await bron.Regels(verzoek, id, stand, na, Grootte + 1);
        return new Lijstmodel(
            lijst, await voortgang, [.. regels.Take(Grootte)], stand, na, regels.Count > Grootte ? regels[Grootte - 1].Zaak : null,
            (await medewerkers).ToDictionary(m => m.Id, m => m.Naam, StringComparer.Ordinal), Namen(await zaaktypen), stap, formulier, query["gebeurd"].ToString());
    }

    private async Task<IResult> Alle(Verzoek verzoek)
    {
        var lijsten = bron.Alle(verzoek);
        var namen = (await toegang.Medewerkers(verzoek)).ToDictionary(m => m.Id, m => m.Naam, StringComparer.Ordinal);
        return verzoek.Toon<LijstenScherm>(new Lijstenmodel(await lijsten, namen, verzoek.Http.Request.Query["gebeurd"] == "weg"));
    }

    private Task<IResult> Nieuw(Verzoek verzoek) => Task.FromResult(verzoek.Toon<NieuweLijstScherm>(new Nieuwelijst(new Formulier(new Dictionary<string, string>
    {
        ["tot"] = klok.Vandaag().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    }), LangsteNaam)));

    private async Task<IResult> Maak(Verzoek verzoek)
    {
        var t = verzoek.T;
        var formulier = await Formulier.Lees(verzoek);
        var naam = formulier.Verplicht("naam", t["Geef de lijst een naam.", "Give the list a name."]);
        if (naam.Length > LangsteNaam) formulier.Fout("naam", t[$"Gebruik ten hoogste {LangsteNaam} tekens.", $"Use at most {LangsteNaam} characters."]);
        var tot = formulier.Datum("tot", t["Vul een datum in.", "Fill in a date."]);
        var gemaakt = await formulier.Probeer(Vernietigingswoorden.Velden, "tot", Vernietigingswoorden.Woorden(t), async () =>
            $"/werk/vernietiging/{await bron.Maak(verzoek, naam, tot!.Value)}?gebeurd=gemaakt");
        if (gemaakt is not null) return verzoek.GaNaar(gemaakt);
        return verzoek.Toon<NieuweLijstScherm>(new Nieuwelijst(formulier, LangsteNaam), StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IResult> Een(Verzoek verzoek) => await Model(verzoek, "", Formulier.Leeg) is { } model ? verzoek.Toon<LijstScherm>(model) : verzoek.NietGevonden();

    private async Task<IResult> Verklaring(Verzoek verzoek) =>
        Guid.TryParseExact(verzoek.Route("id"), "D", out var id) && await bron.Verklaring(verzoek, id) is { } verklaring
            ? Results.File(verklaring, "application/jose", $"verklaring-van-vernietiging-{id}.jws")
            : verzoek.NietGevonden();

    private async Task<IResult> Regel(Verzoek verzoek) => await Regelmodel(verzoek, Formulier.Leeg) is { } model ? verzoek.Toon<RegelScherm>(model) : verzoek.NietGevonden();

    /// <summary>Leaves a zaak out, with the reason; or takes one up again that was left out.</summary>
    private async Task<IResult> Zonder(Verzoek verzoek)
    {
        var t = verzoek.T;
        var formulier = await Formulier.Lees(verzoek);
        if (await Regelmodel(verzoek, formulier) is not { } model) return verzoek.NietGevonden();
        var eruit = !model.Regel.IsUitgezonderd;
        if (!model.Kan) formulier.Fout("reden", t["Dit kan niet bij de stand van deze lijst, of uw rol geeft er geen recht op.", "This cannot be done at this stage of the list, or your role does not allow it."]);
        else if (eruit) formulier.Verplicht("reden", t["Schrijf op waarom de zaak bewaard blijft.", "Write down why the case is kept."]);
        var gedaan = await formulier.Probeer(Vernietigingswoorden.Velden, "reden", Vernietigingswoorden.Woorden(t), async () =>
        {
            await bron.Zonder(verzoek, model.Lijst.Id, model.Regel.Zaak, eruit, eruit ? formulier["reden"] : "");
            return $"{model.Lijst.Pad}?gebeurd={(eruit ? "eruit" : "erin")}";
        });
        if (gedaan is not null) return verzoek.GaNaar(gedaan);
        return verzoek.Toon<RegelScherm>(model, StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<Regelmodel?> Regelmodel(Verzoek verzoek, Formulier formulier) =>
        Guid.TryParseExact(verzoek.Route("id"), "D", out var id) && Guid.TryParseExact(verzoek.Route("zaak"), "D", out var zaak)
            && await bron.Een(verzoek, id) is { } lijst && await bron.Regel(verzoek, id, zaak) is { } regel
            ? new Regelmodel(
                lijst, regel, Namen(await catalogus.Zaaktypen(verzoek, Doelen.Vernietigen)).GetValueOrDefault(regel.Zaaktype, regel.Zaaktype), verzoek.Medewerker.MagUitzonderen(lijst), formulier)
            : null;

    private static Dictionary<string, string> Namen(Zaaktypenlijst zaaktypen) => zaaktypen.Soorten.ToDictionary(z => z.Identificatie, z => z.Omschrijving, StringComparer.Ordinal);
}

internal sealed record Lijstenmodel(IReadOnlyList<Vernietigingslijst> Lijsten, IReadOnlyDictionary<string, string> Namen, bool Weg);

internal sealed record Nieuwelijst(Formulier Formulier, int LangsteNaam);

/// <param name="Stand">Of the lines that are shown; empty for all.</param>
/// <param name="Na">The last zaak of the page before.</param>
/// <param name="Volgende">The last zaak of this page, when there is a next one.</param>
/// <param name="Namen">Employees by their id.</param>
/// <param name="Zaaktypen">Names by identificatie.</param>
/// <param name="Stap">The step that <paramref name="Formulier"/> was sent in for.</param>
internal sealed record Lijstmodel(
    Vernietigingslijst Lijst, Vernietigingsvoortgang Voortgang, IReadOnlyList<Vernietigingsregel> Regels, string Stand, Guid? Na, Guid? Volgende,
    IReadOnlyDictionary<string, string> Namen, IReadOnlyDictionary<string, string> Zaaktypen, string Stap, Formulier Formulier, string Gebeurd);

/// <param name="Kan">Whether this employee can leave zaken out now.</param>
internal sealed record Regelmodel(Vernietigingslijst Lijst, Vernietigingsregel Regel, string Zaaktype, bool Kan, Formulier Formulier);
