using System.Globalization;
using System.Text.RegularExpressions;
using Meent.Standards;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.HaalCentraal;

/// <summary>Reads parameters one by one and keeps every mistake.</summary>
internal sealed partial class Parameterlezer
{
    private readonly IQueryCollection _query;
    private readonly List<OngeldigVeld> _fouten = [];

    public Parameterlezer(IQueryCollection query, IReadOnlySet<string> bekend)
    {
        _query = query;
        foreach (var naam in query.Keys.Where(naam => !bekend.Contains(naam))) Fout(naam, "unknownParam", "Parameter is niet verwacht.");
    }

    public void Fout(string naam, string code, string reden) => _fouten.Add(new(naam, code, reden));

    /// <summary>A pattern as the standard writes it.</summary>
    public static string Toon(Regex patroon) => patroon.ToString().Replace(@"\z", "$", StringComparison.Ordinal);

    public bool Heeft(string naam) => _query.ContainsKey(naam);

    public string? Tekst(string naam, Regex patroon)
    {
        if (!_query.TryGetValue(naam, out var waarden)) return null;
        if (waarden.Count == 1 && patroon.IsMatch(waarden[0]!)) return waarden[0];
        Fout(naam, "pattern", $"Waarde voldoet niet aan patroon {Toon(patroon)}.");
        return null;
    }

    public int? Getal(string naam, int minimum, int maximum)
    {
        if (!_query.TryGetValue(naam, out var waarden)) return null;
        if (waarden.Count != 1 || !int.TryParse(waarden[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var getal))
            Fout(naam, "integer", "Waarde is geen geldige integer.");
        else if (getal < minimum)
            Fout(naam, "minimum", $"Waarde is lager dan minimum {minimum}.");
        else if (getal > maximum)
            Fout(naam, "maximum", $"Waarde is hoger dan maximum {maximum}.");
        else
            return getal;
        return null;
    }

    public bool Ja(string naam)
    {
        if (!_query.TryGetValue(naam, out var waarden)) return false;
        if (waarden.Count == 1 && waarden[0] is "true" or "false") return waarden[0] == "true";
        Fout(naam, "boolean", "Waarde is geen geldige boolean.");
        return false;
    }

    /// <summary>A day; null when there is none.</summary>
    public DateOnly? Dag(string naam)
    {
        if (!_query.TryGetValue(naam, out var waarden)) return null;
        if (waarden.Count == 1 && DateOnly.TryParseExact(waarden[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag)) return dag;
        Fout(naam, "date", "Waarde is geen geldige datum.");
        return null;
    }

    /// <summary>An instant; without a zone the time of the Netherlands, seconds may be left out.</summary>
    public DateTimeOffset? Moment(string naam)
    {
        if (!_query.TryGetValue(naam, out var waarden)) return null;
        if (waarden.Count == 1 && MomentPatroon().IsMatch(waarden[0]!) && DateTimeOffset.TryParse(waarden[0]!.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            return ZonePatroon().IsMatch(waarden[0]!) ? moment : DateTime.SpecifyKind(moment.UtcDateTime, DateTimeKind.Unspecified).VanLokaal();
        Fout(naam, "date", "Waarde is geen geldige datum.");
        return null;
    }

    /// <summary>What to load along: all of what can be with <c>true</c>.</summary>
    public IReadOnlyList<string> Expand(IReadOnlyList<string> kan)
    {
        if (!_query.TryGetValue("expand", out var waarden) || waarden is ["false"]) return [];
        if (waarden is ["true"]) return kan;
        var gevraagd = waarden.ToString().Split(',');
        var fout = Array.Find(gevraagd, naam => !kan.Contains(naam.Split('.')[0], StringComparer.OrdinalIgnoreCase));
        if (fout is not null) Fout("expand", "expand", $"Deel van de parameterwaarde niet correct: {fout}.");
        return [.. kan.Where(naam => gevraagd.Any(deel => deel.Split('.')[0].Equals(naam, StringComparison.OrdinalIgnoreCase)))];
    }

    public void Klaar()
    {
        if (_fouten.Count > 0) throw Rfc2616Problemen.Parameters(_fouten);
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")]
    private static partial Regex MomentPatroon();

    [GeneratedRegex(@"(Z|[ +-][0-9]{2}:?[0-9]{2})\z")]
    private static partial Regex ZonePatroon();
}
