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

    public static void Map(Paginabouwer paginas)
    {
        var gebruik = paginas.Van<GebruikPaginas>();
        gebruik.Get("/mijn/gebruik", Eis.Inwoner, p => p.Toon);
        gebruik.Get("/mijn/gebruik/{spoor}", Eis.Inwoner, p => p.Volg);
    }

    private async Task<IResult> Toon(Verzoek verzoek)
    {
        var query = verzoek.Http.Request.Query;
        var (van, tot) = (Dag(query["van"]), Dag(query["tot"]));
        var inzage = await logboek.Gebruik(verzoek, van, tot, (string?)query["na"] is { Length: > 0 } na ? na : null);
        return verzoek.Toon<GebruikScherm>(new GebruikModel(Samen(inzage.Verwerkingen, verzoek.Organisatie.Diensten), van, tot, inzage.Cursor));
    }

    /// <summary>The same use, in the words of the organisations that gave the data.</summary>
    private async Task<IResult> Volg(Verzoek verzoek)
    {
        if (verzoek.Route("spoor") is not { Length: 32 } spoor || !spoor.All(char.IsAsciiHexDigitLower)) return verzoek.NietGevonden();
        return verzoek.Toon<VolgScherm>(new VolgModel(await logboek.BijAnderen(verzoek, spoor)));
    }

    /// <summary>
    /// One visit causes many records; a reader wants to see it once, with all the data that it used. What follows within half an hour, by the same
    /// organisation for the same purpose, is one time.
    /// </summary>
    /// <param name="eigen">The services that the organisation keeps itself; data of others came from elsewhere.</param>
    internal static IReadOnlyList<Keer> Samen(IEnumerable<Verwerking> verwerkingen, IReadOnlySet<string> eigen)
    {
        var keren = new List<List<Verwerking>>();
        foreach (var verwerking in verwerkingen.OrderByDescending(v => v.Tijdstip))
        {
            var zelfde = keren.Find(k => Soort(k[0]).Equals(Soort(verwerking)) && k[^1].Tijdstip - verwerking.Tijdstip <= EenBezoek);
            if (zelfde is null) keren.Add([verwerking]);
            else zelfde.Add(verwerking);
        }

        return [.. keren.Select(k => new Keer(k[0], k[^1].Tijdstip, k.Count, [.. k.SelectMany(v => v.Gegevens).Distinct()], [.. k.Select(v => v.Handeling).Distinct()], Elders(k)))];

        string? Elders(List<Verwerking> keer) => keer.Find(v => v.Ontvanger is null && v.Gegevens.Any(g => !eigen.Contains(g.Split(':')[0])))?.TraceId;

        static object Soort(Verwerking v) => (v.Doel.Uri, v.Organisatie.Oin, v.Ontvanger?.Oin, v.Mislukt);
    }

    private static DateOnly? Dag(string? tekst) => DateOnly.TryParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) ? dag : null;
}

/// <summary>One time that data was used.</summary>
/// <param name="Laatste">The newest record; the others are alike but for time and data.</param>
/// <param name="Begin">When it began.</param>
/// <param name="Elders">Trace by which it can be followed to the organisation that the data came from; null when all was kept here.</param>
internal sealed record Keer(Verwerking Laatste, DateTimeOffset Begin, int Aantal, IReadOnlyList<string> Gegevens, IReadOnlyList<string> Handelingen, string? Elders);

internal sealed record VolgModel(IReadOnlyList<Vervolg> Vervolg);

internal sealed record GebruikModel(IReadOnlyList<Keer> Keren, DateOnly? Van, DateOnly? Tot, string? Cursor);
