namespace Meent.Services.Notificaties;

/// <summary>How messages are delivered.</summary>
internal sealed record Bezorgopties
{
    /// <summary>Which node this is, among those that share a database.</summary>
    public string Knooppunt { get; init; } = Guid.CreateVersion7().ToString("N");

    /// <summary>How long a dead node keeps its turn.</summary>
    public TimeSpan Beurtduur { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often is looked, while there is work, for what fell due or came by another node.</summary>
    public TimeSpan Ronde { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Wait after the first failure; doubles each time.</summary>
    public TimeSpan EersteHerhaling { get; init; } = TimeSpan.FromSeconds(1);
    public TimeSpan LangsteHerhaling { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Attempts after which a message is put aside; with these waits that is after about a day.</summary>
    public int MaxPogingen { get; init; } = 35;

    /// <summary>Messages under way to one subscriber, each of another object.</summary>
    public int PerAbonnee { get; init; } = 8;

    /// <summary>How long events that were handed on can be replayed.</summary>
    public TimeSpan Bewaar { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long messages that were put aside stay to be looked at and sent again.</summary>
    public TimeSpan BewaarOpgegeven { get; init; } = TimeSpan.FromDays(90);

    public TimeSpan Herhaling(long pogingen) =>
        TimeSpan.FromSeconds(Math.Min(LangsteHerhaling.TotalSeconds, EersteHerhaling.TotalSeconds * Math.Pow(2, Math.Min(pogingen - 1, 30))));
}
