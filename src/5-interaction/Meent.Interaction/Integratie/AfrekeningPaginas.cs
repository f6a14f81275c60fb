using System.Globalization;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Integratie;

/// <summary>Betalen naar gebruik: what services cost, what others owe us and we owe them in a month, and by what solutions are settled.</summary>
internal sealed class AfrekeningPaginas(Afrekeningbron bron, TimeProvider klok)
{
    public static readonly IReadOnlyList<string> Soorten = ["verzoek", "maand", "eenmalig"];

    public static void Map(Paginabouwer paginas)
    {
        var werk = paginas.Van<AfrekeningPaginas>();
        werk.Get("/werk/integratie/afrekening", Eis.Medewerker(Rechten.IntegratieInzien), p => p.Lijst);
        werk.Post("/werk/integratie/afrekening", Eis.Medewerker(Rechten.IntegratieBeheren), p => p.ZetPrijs);
        werk.Get("/werk/integratie/afrekening/{maand}", Eis.Medewerker(Rechten.IntegratieInzien), p => p.Maand);
        werk.Post("/werk/integratie/afrekening/{maand}", Eis.Medewerker(Rechten.IntegratieBeheren), p => p.Sluit);
        werk.Get("/werk/integratie/afrekening/{maand}/csv", Eis.Medewerker(Rechten.IntegratieInzien), p => p.Csv);
        werk.Get("/werk/integratie/omvang/{maand}", Eis.Medewerker(Rechten.IntegratieInzien), p => p.Omvang);
    }

    private async Task<IResult> Lijst(Verzoek verzoek) =>
        verzoek.Toon<AfrekeningenScherm>(await Overzicht(verzoek, new Formulier(new Dictionary<string, string> { ["aanbieder"] = verzoek.Organisatie.Oin, ["soort"] = "verzoek" })));

    private async Task<IResult> ZetPrijs(Verzoek verzoek)
    {
        var t = verzoek.T;
        var formulier = await Formulier.Lees(verzoek);
        var aanbieder = formulier.Verplicht("aanbieder", t["Vul in wie de dienst levert (OIN).", "Fill in who provides the service (OIN)."]);
        var dienst = formulier.Verplicht("dienst", t["Vul in welke dienst het is.", "Fill in which service it is."]);
        var soort = formulier.Keuze("soort", Soorten, t["Kies waarvoor wordt betaald.", "Choose what is paid for."]);
        var vanaf = formulier.Datum("vanaf", t["Vul een datum in.", "Fill in a date."]);
        // The Dutch write a comma; a point is understood as well.
        if (!decimal.TryParse(formulier["bedrag"].Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var bedrag))
            formulier.Fout("bedrag", t["Vul een bedrag in euro's in, zoals 0,0025.", "Fill in an amount in euros, such as 0.0025."]);
        var gedaan = await formulier.Probeer(new Dictionary<string, string>(), "bedrag", _ => null, async () =>
        {
            await bron.ZetPrijs(verzoek, aanbieder, dienst, soort, vanaf!.Value, bedrag);
            return "prijs";
        });
        return gedaan is null
            ? verzoek.Toon<AfrekeningenScherm>(await Overzicht(verzoek, formulier), StatusCodes.Status422UnprocessableEntity)
            : verzoek.GaNaar($"/werk/integratie/afrekening?gebeurd={gedaan}");
    }

    private async Task<Afrekeningenmodel> Overzicht(Verzoek verzoek, Formulier formulier)
    {
        var prijzen = bron.Prijzen(verzoek);
        return new(await bron.Maanden(verzoek), await prijzen, formulier, verzoek.Http.Request.Query["gebeurd"] == "prijs");
    }

    private Task<IResult> Maand(Verzoek verzoek) => Toon(verzoek, Formulier.Leeg, StatusCodes.Status200OK);

    private async Task<IResult> Sluit(Verzoek verzoek)
    {
        if (Gekozen(verzoek) is not { } maand) return verzoek.NietGevonden();
        var formulier = await Formulier.Lees(verzoek);
        if (formulier["zeker"] != "ja") formulier.Fout("zeker", verzoek.T["Vink aan dat de maand af is.", "Tick that the month is complete."]);
        var gedaan = await formulier.Probeer(new Dictionary<string, string>(), "zeker", _ => null, async () =>
        {
            await bron.Sluit(verzoek, maand);
            return "gesloten";
        });
        return gedaan is null
            ? await Toon(verzoek, formulier, StatusCodes.Status422UnprocessableEntity)
            : verzoek.GaNaar($"/werk/integratie/afrekening/{maand:yyyy-MM}?gebeurd={gedaan}");
    }

    private async Task<IResult> Toon(Verzoek verzoek, Formulier formulier, int status)
    {
        if (Gekozen(verzoek) is not { } maand) return verzoek.NietGevonden();
        var afrekening = await bron.Maand(verzoek, maand);
        var controle = afrekening.Gesloten is null ? null : await bron.Controle(verzoek, maand);
        return verzoek.Toon<AfrekeningScherm>(
            new Afrekeningmodel(maand, afrekening, controle, maand.AddMonths(1) <= klok.Vandaag(), formulier, verzoek.Http.Request.Query["gebeurd"] == "gesloten"), status);
    }

    private async Task<IResult> Csv(Verzoek verzoek) => Gekozen(verzoek) is { } maand
        ? Results.File(await bron.Csv(verzoek, maand), "text/csv; charset=utf-8", $"afrekening-{verzoek.Organisatie.Slug}-{maand:yyyy-MM}.csv")
        : verzoek.NietGevonden();

    private async Task<IResult> Omvang(Verzoek verzoek) =>
        Gekozen(verzoek) is { } maand && maand <= klok.Vandaag() ? verzoek.Toon<OmvangScherm>(new Omvangmodel(maand, await bron.Opgave(verzoek, maand))) : verzoek.NietGevonden();

    private static DateOnly? Gekozen(Verzoek verzoek) =>
        DateOnly.TryParseExact(verzoek.Route("maand"), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var maand) && maand.Year >= 2000 ? maand : null;
}

internal sealed record Afrekeningenmodel(IReadOnlyList<Afrekenmaand> Maanden, IReadOnlyList<Dienstprijs> Prijzen, Formulier Formulier, bool Gezet);

/// <param name="Controle">What counting again said; null while the month is open.</param>
/// <param name="Voorbij">Whether it can be closed.</param>
internal sealed record Afrekeningmodel(DateOnly Maand, Afrekening Afrekening, Afrekencontrole? Controle, bool Voorbij, Formulier Formulier, bool Gesloten);

internal sealed record Omvangmodel(DateOnly Maand, Omvangopgave Opgave);
