using System.Globalization;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Gebruik;

/// <summary>Who used my data: when, for what, and on what ground.</summary>
internal sealed class GebruikPaginas(Logboekbron logboek)
{
    public static void Map(Paginabouwer paginas) => paginas.Van<GebruikPaginas>().Get("/mijn/gebruik", Eis.Inwoner, p => p.Toon);

    private async Task<IResult> Toon(Verzoek verzoek)
    {
        var query = verzoek.Http.Request.Query;
        var (van, tot) = (Dag(query["van"]), Dag(query["tot"]));
        var inzage = await logboek.Gebruik(verzoek, van, tot, (string?)query["na"] is { Length: > 0 } na ? na : null);
        // One visit to a page causes several records; a reader wants to see it once, with all the data that it used.
        var keren = inzage.Verwerkingen
            .GroupBy(v => (v.TraceId, v.Doel.Uri, v.Organisatie.Oin, v.Ontvanger?.Oin, v.Mislukt))
            .Select(g => new Keer(g.First(), [.. g.SelectMany(v => v.Gegevens).Distinct()], [.. g.Select(v => v.Handeling).Distinct()])).ToList();
        return verzoek.Toon<GebruikScherm>(new GebruikModel(keren, van, tot, inzage.Cursor));
    }

    private static DateOnly? Dag(string? tekst) => DateOnly.TryParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) ? dag : null;
}

/// <summary>One time that data was used.</summary>
internal sealed record Keer(Verwerking Eerste, IReadOnlyList<string> Gegevens, IReadOnlyList<string> Handelingen);

internal sealed record GebruikModel(IReadOnlyList<Keer> Keren, DateOnly? Van, DateOnly? Tot, string? Cursor);
