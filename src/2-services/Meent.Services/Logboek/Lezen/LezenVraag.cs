using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Meent.Data.Logboek;
using Meent.Services.Pijplijn;
using Meent.Standards.Logboek;
using Meent.Standards.Problemen;

namespace Meent.Services.Logboek.Lezen;

/// <summary>Body of <c>POST /processing-activities</c> (LDV extensie lezen 1.1.0), with paging, which that leaves open.</summary>
internal sealed record LezenVraag
{
    public const int MaxAantal = 100;

    /// <summary>32 hexadecimal characters, or a UUID: the schema says the one, the core standard the other.</summary>
    public string? TraceId { get; init; }
    public long? StartTime { get; init; }
    public long? EndTime { get; init; }
    [JsonPropertyName(LogboekAttributen.Activiteit)] public string? Activiteit { get; init; }
    [JsonPropertyName(LogboekAttributen.Betrokkene)] public string? Betrokkene { get; init; }
    [JsonPropertyName(LogboekAttributen.BetrokkeneType)] public string? BetrokkeneType { get; init; }
    [JsonPropertyName(LogboekAttributen.Aanroeper)] public string? Aanroeper { get; init; }

    /// <summary>The <c>cursor</c> of the answer before.</summary>
    public string? Cursor { get; init; }

    /// <exception cref="ProbleemException">400: it asks for everything, or a member cannot be read.</exception>
    public void Controleer() => Vraag(null);

    /// <param name="betrokkene">The pseudonym for the subject asked for.</param>
    public Logvraag Vraag(Pseudoniem? betrokkene)
    {
        if (TraceId is null && Activiteit is null && Betrokkene is null)
        {
            throw Weiger.Ongeldig(new OngeldigVeld("", "required",
                $"Geef ten minste een van traceId, {LogboekAttributen.Activiteit} en {LogboekAttributen.Betrokkene}."));
        }

        return new Logvraag(MaxAantal + 1)
        {
            Trace = LeesTrace(),
            Activiteit = Activiteit,
            Betrokkene = betrokkene,
            Aanroeper = Aanroeper,
            Vanaf = Moment("startTime", StartTime),
            Tot = Moment("endTime", EndTime),
            Na = LeesCursor(Cursor),
        };
    }

    public static string MaakCursor(Logplaats plaats) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{plaats.Begin.UtcTicks}:{plaats.Nummer}")));

    public static Logplaats? LeesCursor(string? cursor)
    {
        if (cursor is null) return null;
        var delen = Base64Url.IsValid(cursor) ? Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)).Split(':') : [];
        return delen.Length == 2 && long.TryParse(delen[0], CultureInfo.InvariantCulture, out var ticks) && long.TryParse(delen[1], CultureInfo.InvariantCulture, out var nummer)
            && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            ? new Logplaats(new DateTimeOffset(ticks, TimeSpan.Zero), nummer)
            : throw Weiger.Ongeldig(new OngeldigVeld("cursor", "invalid", "Gebruik de cursor uit het vorige antwoord."));
    }

    private ActivityTraceId? LeesTrace()
    {
        if (TraceId is null) return null;
        var hex = TraceId.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        return hex.Length == 32 && hex.All(char.IsAsciiHexDigit)
            ? ActivityTraceId.CreateFromString(hex)
            : throw Weiger.Ongeldig(new OngeldigVeld("traceId", "invalid", "Geen trace-id: 32 hexadecimale tekens of een UUID."));
    }

    private static DateTimeOffset? Moment(string veld, long? milliseconden) => milliseconden switch
    {
        null => null,
        >= 0 and <= 253402300799999 => DateTimeOffset.FromUnixTimeMilliseconds(milliseconden.Value),
        _ => throw Weiger.Ongeldig(new OngeldigVeld(veld, "invalid", "Geen aantal milliseconden sinds 1970.")),
    };
}
