using System.Threading.RateLimiting;
using Meent.Standards.Problemen;

namespace Meent.Standards.Toegang;

/// <summary>Configuration under <c>Meent:Limieten</c>: requests a second from outside, in bursts of twice that; 0 for no limit.</summary>
public sealed record LimietOpties
{
    /// <summary>Of one client, or one other organisation, at one organisation.</summary>
    public int PerClient { get; init; } = 2_000;

    /// <summary>Of everybody together, residents too, at one organisation.</summary>
    public int PerOrganisatie { get; init; } = 10_000;

    public static LimietOpties Geen { get; } = new() { PerClient = 0, PerOrganisatie = 0 };
}

/// <summary>Keeps one client from taking all of an organisation, and one organisation from taking all of the node.</summary>
public sealed class Limieten(LimietOpties opties) : IDisposable
{
    private readonly PartitionedRateLimiter<(string Organisatie, string Client)> _clients = Maak<(string, string)>(opties.PerClient);
    private readonly PartitionedRateLimiter<string> _organisaties = Maak<string>(opties.PerOrganisatie);

    /// <summary>Counts a request.</summary>
    /// <param name="client">Who asks, when that is certain; null for anybody else, who count for the organisation only.</param>
    /// <exception cref="ProbleemException">429: too many; it says when to come back.</exception>
    public void Neem(string organisatie, string? client)
    {
        // The client first: who is refused takes nothing from the organisation.
        if (client is not null) Neem(_clients, (organisatie, client), $"Deze client doet meer dan {opties.PerClient} verzoeken per seconde.");
        Neem(_organisaties, organisatie, "Deze organisatie krijgt op dit moment meer verzoeken dan zij aanneemt.");
    }

    public void Dispose()
    {
        _clients.Dispose();
        _organisaties.Dispose();
    }

    private static void Neem<T>(PartitionedRateLimiter<T> limiet, T wie, string reden)
    {
        using var lease = limiet.AttemptAcquire(wie);
        if (lease.IsAcquired) return;
        var wacht = lease.TryGetMetadata(MetadataName.RetryAfter, out var na) ? na : TimeSpan.FromSeconds(1);
        throw new ProbleemException(new Probleem(429, "tooManyRequests", "Te veel verzoeken.", reden) { RetryAfter = Math.Max(1, (int)Math.Ceiling(wacht.TotalSeconds)) });
    }

    private static PartitionedRateLimiter<T> Maak<T>(int perSeconde) where T : notnull => PartitionedRateLimiter.Create<T, T>(wie => perSeconde == 0
        ? RateLimitPartition.GetNoLimiter(wie)
        : RateLimitPartition.GetTokenBucketLimiter(wie, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perSeconde * 2,
            TokensPerPeriod = Math.Max(1, perSeconde / 10),
            ReplenishmentPeriod = perSeconde < 10 ? TimeSpan.FromSeconds(1.0 / perSeconde) : TimeSpan.FromMilliseconds(100),
            QueueLimit = 0,
        }));
}
