using Meent.Data.Opslag;

namespace Meent.Integration.Afrekening;

/// <summary>What is paid for.</summary>
internal static class Prijssoort
{
    /// <summary>In the month of the first request.</summary>
    public const string Eenmalig = "eenmalig";

    /// <summary>In each month with a request.</summary>
    public const string Maand = "maand";

    /// <summary>For each request.</summary>
    public const string Verzoek = "verzoek";

    public static readonly string[] Alle = [Eenmalig, Maand, Verzoek];
}

/// <summary>What a service costs from a day on, until the next version.</summary>
/// <param name="Aanbieder">OIN of who provides it.</param>
/// <param name="Bedrag">Millionths of a euro.</param>
internal sealed record Prijs(string Aanbieder, string Dienst, string Soort, DateOnly Vanaf, long Bedrag)
{
    /// <summary>Millionths in a euro: a request may cost less than a cent.</summary>
    public const decimal Euro = 1_000_000m;

    public decimal Euros => Bedrag / Euro;
}

/// <summary>All prices that an organisation knows.</summary>
internal sealed class Prijslijst(IReadOnlyList<Prijs> prijzen)
{
    private readonly ILookup<(string, string, string), Prijs> _versies = prijzen.OrderBy(p => p.Vanaf).ToLookup(p => (p.Aanbieder, p.Dienst, p.Soort));

    public IReadOnlyList<Prijs> Alle => prijzen;

    public static async ValueTask<Prijslijst> Lees(Session sessie) => new(await sessie.All(
        "SELECT aanbieder, dienst, soort, vanaf, bedrag FROM integratie_prijzen ORDER BY aanbieder, dienst, soort, vanaf",
        rij => new Prijs(rij.Text(0), rij.Text(1), rij.Text(2), rij.Date(3), rij.Long(4))));

    /// <summary>The price on a day, in millionths; 0 when there is none.</summary>
    public long Op(string aanbieder, string dienst, string soort, DateOnly dag) => Versies(aanbieder, dienst, soort).LastOrDefault(p => p.Vanaf <= dag)?.Bedrag ?? 0;

    /// <summary>In order of their first days.</summary>
    public IEnumerable<Prijs> Versies(string aanbieder, string dienst, string soort) => _versies[(aanbieder, dienst, soort)];
}
