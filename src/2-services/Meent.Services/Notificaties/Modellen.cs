using Meent.Data.Modellen;

namespace Meent.Services.Notificaties;

/// <summary>A channel: the kind of events of one source (schema Kanaal).</summary>
internal sealed record Kanaal
{
    [Max(50), NietLeeg] public required string Naam { get; init; }
    [Url, Max(200)] public string DocumentatieLink { get; init; } = "";

    /// <summary>The kenmerken that its messages bear.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];
}

/// <summary>A subscription (schema Abonnement).</summary>
internal sealed record Abonnement
{
    [Url, NietLeeg] public required string CallbackUrl { get; init; }

    /// <summary>Literal value of the Authorization header of each delivery.</summary>
    [NietLeeg] public required string Auth { get; init; }
    public required IReadOnlyList<Kanaalkeuze> Kanalen { get; init; }

    /// <summary>Whether it is subscribed to a message: the channel, and each filter equal to the kenmerk. Empty and <c>*</c> let all through.</summary>
    public bool Wil(Notificatie bericht) => Kanalen.Any(keuze => keuze.Naam == bericht.Kanaal && keuze.Filters.All(filter =>
        filter.Value is "" or "*" || (bericht.Kenmerken.TryGetValue(filter.Key, out var waarde) && waarde == filter.Value)));
}

internal sealed record Kanaalkeuze
{
    [Max(50), NietLeeg] public required string Naam { get; init; }
    public IReadOnlyDictionary<string, string> Filters { get; init; } = new Dictionary<string, string>();
}

/// <summary>A message (schema Message; Notificatie of the consumer API).</summary>
internal sealed record Notificatie
{
    [Max(50), NietLeeg] public required string Kanaal { get; init; }
    [Url, NietLeeg] public required string HoofdObject { get; init; }
    [Max(100), NietLeeg] public required string Resource { get; init; }
    [Url, NietLeeg] public required string ResourceUrl { get; init; }
    [Max(100), NietLeeg] public required string Actie { get; init; }
    public required DateTimeOffset Aanmaakdatum { get; init; }
    public IReadOnlyDictionary<string, string> Kenmerken { get; init; } = new Dictionary<string, string>();
}
