using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Meent.Integration.Fsc;
using Meent.Standards;

namespace Meent.Integration.Beleid;

/// <summary>The built-in policy of a small installation: rules from the configuration, looked at in this process.</summary>
internal sealed class Regelset : IBeslisser
{
    /// <summary>As they are written in <see cref="RegelOptions.Dagen"/>, from Sunday on.</summary>
    public static readonly string[] Weekdagen = ["zo", "ma", "di", "wo", "do", "vr", "za"];

    // What some servers read as another path than it seems.
    private static readonly string[] Dubbelzinnig = ["%2f", "%5c", "%25", "//", "\\", ";"];

    private readonly List<(string Naam, RegelOptions Regel)> _regels;

    public Regelset(IReadOnlyDictionary<string, RegelOptions> regels)
    {
        _regels = [.. regels.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => (r.Key, r.Value))];
        Json = JsonSerializer.Serialize(_regels.ToDictionary(r => r.Naam, r => r.Regel, StringComparer.Ordinal));
        Versie = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json)));
    }

    /// <summary>Hash of the rules: which of their versions decided.</summary>
    public string Versie { get; }

    public string Json { get; }

    public ValueTask<Oordeel> Beslis(Beleidsvraag vraag, byte[] json, CancellationToken stop)
    {
        var regel = _regels.Find(r => r.Regel.Weigert && Past(r.Regel, vraag)).Naam;
        var weigert = regel is not null;
        regel ??= _regels.Find(r => !r.Regel.Weigert && Past(r.Regel, vraag)).Naam;
        var toegestaan = !weigert && regel is not null;
        return new(new Oordeel(toegestaan, JsonSerializer.Serialize(regel is null
            ? (object)new { decision = toegestaan }
            : new { decision = toegestaan, context = new { rule = regel } }))
        { Regels = this });
    }

    private static bool Past(RegelOptions regel, Beleidsvraag vraag) =>
        (regel.Kant is null || regel.Kant == vraag.Zijde)
        && Noemt(regel.Diensten, vraag.Token.Svc) && Noemt(regel.Peers, vraag.Ander) && Noemt(regel.Doelen, vraag.Doel)
        && Noemt(regel.Methoden, vraag.Methode) && (vraag.Kant == FscDomein.Outway ? Noemt(regel.Clients, vraag.Client) : regel.Clients.Count == 0)
        && (regel.Paden.Count == 0 || regel.Paden.Any(pad => Ligt(vraag.Pad, pad, regel.Weigert)))
        && Nu(regel, vraag.Nu);

    private static bool Noemt(IList<string> lijst, string? waarde) => lijst.Count == 0 || (waarde is not null && lijst.Contains(waarde));

    /// <summary>
    /// Whether a path is the one of a rule or below it. Where programs may differ in how they read it, a rule that allows does not hold and one that
    /// refuses does; nor does it help to write the path in other letters or codes.
    /// </summary>
    internal static bool Ligt(string pad, string onder, bool weigert)
    {
        if (Dubbelzinnig.Any(teken => pad.Contains(teken, StringComparison.OrdinalIgnoreCase))) return weigert;
        var gelezen = Uri.UnescapeDataString(pad);
        var letters = weigert ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        onder = onder.TrimEnd('/');
        return gelezen.StartsWith(onder, letters) && (gelezen.Length == onder.Length || gelezen[onder.Length] == '/');
    }

    private static bool Nu(RegelOptions regel, DateTimeOffset nu)
    {
        var lokaal = nu.Lokaal();
        var tijd = TimeOnly.FromDateTime(lokaal.DateTime);
        var (van, tot) = (regel.Van ?? TimeOnly.MinValue, regel.Tot);
        var nachtelijk = tot is { } einde && einde < van;
        // The hours after midnight belong to the day on which they began.
        var dag = nachtelijk && tijd < tot ? lokaal.AddDays(-1).DayOfWeek : lokaal.DayOfWeek;
        return (regel.Dagen.Count == 0 || regel.Dagen.Contains(Weekdagen[(int)dag]))
            && (nachtelijk ? tijd >= van || tijd < tot : tijd >= van && (tot is null || tijd < tot));
    }
}
