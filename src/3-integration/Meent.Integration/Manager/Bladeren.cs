using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Meent.Integration.Fsc;
using Meent.Standards;
using Microsoft.AspNetCore.Http;

namespace Meent.Integration.Manager;

/// <summary>Paging as the lists of a Manager have it.</summary>
/// <param name="Na">Key of the last item of the page before; null for the first page.</param>
internal sealed record Bladeren(string? Na, int Limit, bool Oplopend)
{
    private const int Standaard = 25;
    private const int Meest = 1000;

    public static Bladeren Van(IQueryCollection query)
    {
        var limit = Standaard;
        if (query.TryGetValue("limit", out var gevraagd)
            && (!int.TryParse(gevraagd, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > Meest))
            throw Fout($"limit moet 1 tot {Meest} zijn");
        var oplopend = query["sort_order"].ToString() switch
        {
            "" or "SORT_ORDER_DESCENDING" => false,
            "SORT_ORDER_ASCENDING" => true,
            _ => throw Fout("sort_order moet SORT_ORDER_ASCENDING of SORT_ORDER_DESCENDING zijn"),
        };
        var cursor = query["cursor"].ToString();
        if (cursor.Length > 1024 || !Base64Url.IsValid(cursor)) throw Fout("cursor is niet van deze Manager");
        return new Bladeren(cursor.Length == 0 ? null : Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)), limit, oplopend);
    }

    public static string Cursor(string sleutel) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(sleutel));

    /// <summary>One page of a list that is at hand whole.</summary>
    public (List<T> Items, object Pagination) Blad<T>(IEnumerable<T> alle, Func<T, string> sleutel) => Blad(new Gesorteerd<T>(alle, sleutel), _ => true);

    /// <summary>One page of what is looked for in a list that is kept sorted.</summary>
    public (List<T> Items, object Pagination) Blad<T>(Gesorteerd<T> alle, Func<T, bool> gezocht)
    {
        var (items, pagination) = Snijd(alle.Na(Na, Oplopend).Where(plek => gezocht(plek.Item)).Take(Limit + 1).ToList(), plek => plek.Sleutel);
        return ([.. items.Select(plek => plek.Item)], pagination);
    }

    /// <summary>Cuts a page off a result of which one item more was asked than fits, to know whether there is a next.</summary>
    public (List<T> Items, object Pagination) Snijd<T>(List<T> meer, Func<T, string> sleutel)
    {
        if (meer.Count <= Limit) return (meer, new { next_cursor = "" });
        meer.RemoveRange(Limit, meer.Count - Limit);
        return (meer, new { next_cursor = Cursor(sleutel(meer[^1])) });
    }

    /// <summary>A list in a query: comma-separated, repeated, or both.</summary>
    public static IReadOnlyList<string> Lijst(IQueryCollection query, string naam) =>
        [.. query[naam].SelectMany(w => (w ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <summary>Key of an item in a list that is sorted by moment.</summary>
    public static string Sleutel(DateTimeOffset moment, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{moment.Microseconden()} {id}");

    /// <summary>The cursor of such a list; null for the first page.</summary>
    public (long Moment, Guid Id)? NaMoment()
    {
        if (Na is null) return null;
        var delen = Na.Split(' ');
        return delen.Length == 2 && Guid.TryParse(delen[1], out var id)
            && long.TryParse(delen[0], NumberStyles.None, CultureInfo.InvariantCulture, out var moment)
            ? (moment, id)
            : throw Fout("cursor is niet van deze Manager");
    }

    /// <summary>A Unix instant in a query, in microseconds; null when it is not there.</summary>
    public static long? Tijd(IQueryCollection query, string naam)
    {
        if (!query.TryGetValue(naam, out var waarde)) return null;
        return long.TryParse(waarde, NumberStyles.None, CultureInfo.InvariantCulture, out var seconden) && seconden <= 253402300799
            ? seconden * 1_000_000
            : throw Fout($"{naam} moet een Unix-tijdstip in seconden zijn");
    }

    public static FscException Fout(string wat) => new(400, FscCodes.InvalidRequest, $"{wat}.");
}
