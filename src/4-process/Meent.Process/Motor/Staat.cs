using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Meent.Standards.Problemen;

namespace Meent.Process.Motor;

[JsonConverter(typeof(JsonStringEnumConverter<InstantieStatus>))]
internal enum InstantieStatus
{
    [JsonStringEnumMemberName("actief")] Actief,
    [JsonStringEnumMemberName("incident")] Incident,
    [JsonStringEnumMemberName("voltooid")] Voltooid,
    [JsonStringEnumMemberName("afgebroken")] Afgebroken,
}

/// <summary>What a token waits for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Wacht>))]
internal enum Wacht
{
    /// <summary>A connector that is to be called, or was called without its result being known yet.</summary>
    [JsonStringEnumMemberName("dienst")] Dienst,

    /// <summary>A person.</summary>
    [JsonStringEnumMemberName("taak")] Taak,

    /// <summary>The other branches of a parallel gateway.</summary>
    [JsonStringEnumMemberName("samenkomst")] Samenkomst,

    /// <summary>An administrator: from here no flow can be taken.</summary>
    [JsonStringEnumMemberName("vast")] Vast,
}

/// <summary>Why an activity failed. Never holds a BSN.</summary>
internal sealed record Fout(string Code, string Detail)
{
    /// <summary>HTTP status of the source, when that is what failed.</summary>
    public int? Status { get; init; }
    public IReadOnlyList<OngeldigVeld> Velden { get; init; } = [];
}

/// <summary>A place in the model where the instance is.</summary>
/// <param name="Nummer">Counts the tokens of the instance; the n of the idempotency key <c>{instance}:{activity}:{n}</c>, also in a loop.</param>
/// <param name="Element">Id of the element in the model.</param>
/// <param name="Sinds">When it came here; a connector that needs a moment uses this one, so that a repetition says the same.</param>
internal sealed record Token(long Nummer, string Element, Wacht Wacht, DateTimeOffset Sinds)
{
    /// <summary>The flow by which it came to a parallel gateway.</summary>
    public string? Via { get; init; }

    /// <summary>How often the connector was, or may have been, called. Above 1 the effect may already be there.</summary>
    public int Pogingen { get; init; }

    /// <summary>When the connector is to be called again: after a failure, or because the engine that called it has not been heard of.</summary>
    public DateTimeOffset? Opnieuw { get; init; }

    /// <summary>The last failure; without <see cref="Opnieuw"/> it is an incident.</summary>
    public Fout? Fout { get; init; }

    /// <summary>The employee who took the task.</summary>
    public string? Behandelaar { get; init; }

    [JsonIgnore]
    public bool IsIncident => Wacht == Wacht.Vast || (Wacht == Wacht.Dienst && Fout is not null && Opnieuw is null);

    public bool IsAanDeBeurt(DateTimeOffset nu) => Wacht == Wacht.Dienst && Opnieuw <= nu;
}

/// <summary>All that an instance remembers between two events.</summary>
internal sealed record Staat
{
    /// <summary>Shape of this record as stored; a newer engine reads older ones.</summary>
    public int Vorm { get; init; } = 1;
    public InstantieStatus Status { get; init; }
    public long LaatsteNummer { get; init; }
    public ImmutableArray<Token> Tokens { get; init; } = [];
    public ImmutableDictionary<string, JsonElement> Variabelen { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Why it was broken off.</summary>
    public Fout? Reden { get; init; }

    /// <summary>W3C trace context of the request that started it, so that the log records of a resumed call join the rest.</summary>
    public string? Traceparent { get; init; }

    public Token? Token(long nummer) => Tokens.FirstOrDefault(t => t.Nummer == nummer);
}
