using System.Globalization;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Toezicht;

/// <summary>What the privacy officer and the FG see of the use of personal data: figures, on a page and as files.</summary>
internal sealed class ToezichtPaginas(Toezichtbron bron, TimeProvider klok)
{
    private const string Pad = "/werk/toezicht";

    /// <summary>Lengths of the period, in months.</summary>
    public static readonly IReadOnlyList<string> Perioden = ["3", "12", "36"];

    public static void Map(Paginabouwer paginas)
    {
        var werk = paginas.Van<ToezichtPaginas>();
        werk.Get(Pad, Eis.Medewerker(Rechten.Toezien), p => p.Toon);
        werk.Get(Pad + "/{tabel}.csv", Eis.Medewerker(Rechten.Toezien), p => p.Csv);
    }

    private async Task<IResult> Toon(Verzoek verzoek)
    {
        var vraag = Vraag.Van(verzoek, "maanden", "maand");
        var cijfers = await Haal(verzoek, vraag);
        var gekozen = DateOnly.TryParseExact(vraag["maand"], "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var maand) && cijfers.Maanden.Contains(maand) ? maand : cijfers.Maanden[^1];
        return verzoek.Toon<ToezichtScherm>(new Toezichtmodel(vraag, cijfers, gekozen));
    }

    private async Task<IResult> Csv(Verzoek verzoek)
    {
        var (vraag, code) = (Vraag.Van(verzoek, "maanden"), verzoek.Route("tabel")!);
        if (new Toezichttabellen(verzoek.T, await Haal(verzoek, vraag)).Van(code) is not { } tabel) return verzoek.NietGevonden();
        return Results.File(tabel.Csv(), "text/csv; charset=utf-8", $"gegevensgebruik-{verzoek.Organisatie.Slug}-{code}.csv");
    }

    private async Task<Toezichtcijfers> Haal(Verzoek verzoek, Vraag vraag)
    {
        // As the months of the logbook.
        var nu = klok.GetUtcNow();
        var tot = new DateOnly(nu.Year, nu.Month, 1);
        var aantal = int.Parse(Perioden.Contains(vraag["maanden"]) ? vraag["maanden"] : Perioden[1], CultureInfo.InvariantCulture);
        var van = tot.AddMonths(1 - aantal);
        var weigeringen = bron.Weigeringen(verzoek, van, tot);
        var verzoeken = bron.Verzoeken(verzoek, van);
        return new([.. Enumerable.Range(0, aantal).Select(i => van.AddMonths(i))], await bron.Gebruik(verzoek, van, tot), await weigeringen, await verzoeken);
    }
}

/// <param name="Maand">Of which it is shown how many persons there were.</param>
internal sealed record Toezichtmodel(Vraag Vraag, Toezichtcijfers Cijfers, DateOnly Maand);
