using System.Globalization;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Gebruik;

/// <summary>Who used my data: when, for what, and on what ground.</summary>
internal sealed class GebruikPaginas(Logboekbron logboek)
{
    private static readonly TimeSpan EenBezoek = TimeSpan.FromMinutes(30);

    public static void Map(Paginabouwer paginas) => paginas.Van<GebruikPaginas>().Get("/mijn/gebruik", Eis.Inwoner, p => p.Toon);

    private async Task<IResult> Toon(Verzoek verzoek)
    {
        var query = verzoek.Http.Request.Query;
        var (van, tot) = (Dag(query["van"]), Dag(query["tot"]));
        var inzage = await logboek.Gebruik(verzoek, van, tot, (string?)query["na"] is { Length: > 0 } na ? na : null);
        return verzoek.Toon<GebruikScherm>(new GebruikModel(Samen(inzage.Verwerkingen), van, tot, inzage.Cursor));
    }

    /// <summary>
    /// One visit causes many records; a reader wants to see it once, with all the data that it used. What follows within half an hour, by the same
    /// organisation for the same purpose, is one time.
    /// </summary>
    internal static IReadOnlyList<Keer> Samen(IEnumerable<Verwerking> verwerkingen)
    {
        var keren = new List<List<Verwerking>>();
        foreach (var verwerking in verwerkingen.OrderByDescending(v => v.Tijdstip))
        {
            var zelfde = keren.Find(k => Soort(k[0]).Equals(Soort(verwerking)) && k[^1].Tijdstip - verwerking.Tijdstip <= EenBezoek);
            if (zelfde is null) keren.Add([verwerking]);
            else zelfde.Add(verwerking);
        }

        return [.. keren.Select(k => new Keer(k[0], k[^1].Tijdstip, k.Count, [.. k.SelectMany(v => v.Gegevens).Distinct()], [.. k.Select(v => v.Handeling).Distinct()]))];

        static object Soort(Verwerking v) => (v.Doel.Uri, v.Organisatie.Oin, v.Ontvanger?.Oin, v.Mislukt);
    }

    private static DateOnly? Dag(string? tekst) => DateOnly.TryParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) ? dag : null;
}

/// <summary>One time that data was used.</summary>
/// <param name="Laatste">The newest record; the others are alike but for time and data.</param>
/// <param name="Begin">When it began.</param>
internal sealed record Keer(Verwerking Laatste, DateTimeOffset Begin, int Aantal, IReadOnlyList<string> Gegevens, IReadOnlyList<string> Handelingen);

internal sealed record GebruikModel(IReadOnlyList<Keer> Keren, DateOnly? Van, DateOnly? Tot, string? Cursor);
