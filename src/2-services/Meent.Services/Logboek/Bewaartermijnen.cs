using System.Collections.Concurrent;
using Meent.Services.Verwerkingsregister;
using Meent.Standards;
using Meent.Standards.Organisaties;

namespace Meent.Services.Logboek;

/// <summary>
/// How long a record is kept: what the register said of its activity when it began. Records are made within transactions, where nothing can be asked of
/// another bron, so the register was read at the door (<see cref="Lees"/>).
/// </summary>
internal sealed class Bewaartermijnen(Doelen doelen)
{
    private const string Onbekend = "P5Y";

    private readonly ConcurrentDictionary<string, ILookup<string, Versie>> _gelezen = new(StringComparer.Ordinal);

    /// <summary>Takes the register of an organisation along, as it is now.</summary>
    public async ValueTask Lees(Organisatie organisatie)
    {
        var versies = await doelen.Versies(organisatie);
        if (!_gelezen.TryGetValue(organisatie.Slug, out var bekend) || bekend != versies) _gelezen[organisatie.Slug] = versies;
    }

    /// <summary>ISO 8601 duration. Of an activity that the register does not have, as long as it keeps those of which nothing else is said.</summary>
    public string Van(Organisatie organisatie, string activiteit, DateTimeOffset moment)
    {
        if (!_gelezen.TryGetValue(organisatie.Slug, out var versies)) throw new InvalidOperationException($"Het verwerkingsregister van {organisatie.Slug} is nog niet gelezen.");
        return Vorm(versies[activiteit].Op(moment)?.Activiteit.BewaartermijnLog) ?? Onbekend;
    }

    /// <summary>One form of equal terms, so that they are one class: <c>P60M</c> is <c>P5Y</c>. Null when it is no term.</summary>
    public static string? Vorm(string? termijn) => Periode.Lees(termijn) is not { } periode || periode == default ? null
        : periode.Dagen == 0 ? (periode.Maanden % 12 == 0 ? $"P{periode.Maanden / 12}Y" : $"P{periode.Maanden}M") : $"P{periode.Maanden}M{periode.Dagen}D";
}
