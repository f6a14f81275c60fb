using System.Globalization;

namespace Meent.Services.Sdep.Lijsten;

/// <summary>The conditions of a list, with their arguments.</summary>
internal sealed class Vraagtekst(params IEnumerable<string> voorwaarden)
{
    private readonly List<string> _voorwaarden = [.. voorwaarden];
    private readonly List<object?> _args = [];

    public object?[] Args => [.. _args];

    public static string Plaatsen(int eerste, int aantal) => string.Join(", ", Enumerable.Range(eerste, aantal).Select(nummer => string.Create(CultureInfo.InvariantCulture, $"${nummer}")));

    /// <summary>Equal to a value, when there is one.</summary>
    public void Eis(string kolom, object? waarde)
    {
        if (waarde is not null) Voeg($"{kolom} = ?", waarde);
    }

    /// <param name="voorwaarde">A question mark where the value goes.</param>
    public void Voeg(string voorwaarde, object? waarde) => _voorwaarden.Add(voorwaarde.Replace("?", Plaats(waarde), StringComparison.Ordinal));

    /// <summary>At least one of these, each with its value.</summary>
    public void EenVan(IEnumerable<(string Voorwaarde, object Waarde)> keuzes) =>
        _voorwaarden.Add($"({string.Join(" OR ", keuzes.Select(keuze => keuze.Voorwaarde.Replace("?", Plaats(keuze.Waarde), StringComparison.Ordinal)))})");

    public string Sql(string begin) => $"{begin} WHERE {string.Join(" AND ", _voorwaarden)}";

    /// <summary>A page, the newest first.</summary>
    public string Lijst(string begin, Bladzijde deel)
    {
        var sql = Sql(begin) + " ORDER BY created DESC, id DESC";
        // SQLite takes an offset only behind a limit.
        return sql + $" LIMIT {Plaats(deel.Hoogstens ?? long.MaxValue)} OFFSET {Plaats((long)deel.Vanaf)}";
    }

    private string Plaats(object? waarde)
    {
        _args.Add(waarde);
        return string.Create(CultureInfo.InvariantCulture, $"${_args.Count}");
    }
}
