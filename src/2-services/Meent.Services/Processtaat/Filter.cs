namespace Meent.Services.Processtaat;

/// <summary>A WHERE of only those conditions that were asked, so that each combination gets its own plan.</summary>
internal sealed class Filter
{
    private readonly List<string> _voorwaarden = [];
    private readonly List<object?> _argumenten = [];

    public string Where => _voorwaarden.Count == 0 ? "" : "WHERE " + string.Join(" AND ", _voorwaarden);

    public object?[] Argumenten => [.. _argumenten];

    public Filter En(string kolom, object? waarde) => Voeg($"{kolom} =", waarde);

    public Filter Voor(string kolom, object? waarde) => Voeg($"{kolom} <", waarde);

    /// <summary>What sorts after a row, by several columns.</summary>
    public Filter Na(string kolommen, params object?[] waarden)
    {
        if (waarden.Contains(null)) return this;
        _voorwaarden.Add($"{kolommen} > ({string.Join(", ", waarden.Select((_, i) => $"${_argumenten.Count + i + 1}"))})");
        _argumenten.AddRange(waarden);
        return this;
    }

    private Filter Voeg(string vergelijking, object? waarde)
    {
        if (waarde is null) return this;
        _argumenten.Add(waarde);
        _voorwaarden.Add($"{vergelijking} ${_argumenten.Count}");
        return this;
    }
}
