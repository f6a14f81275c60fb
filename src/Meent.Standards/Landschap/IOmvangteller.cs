using Meent.Standards.Organisaties;

namespace Meent.Standards.Landschap;

/// <summary>
/// Says how large something is by which a solution, taken as a service, is settled between supplier and organisation. Each bron counts what is its own, in
/// a way in which the organisation can count it itself.
/// </summary>
public interface IOmvangteller
{
    /// <summary>The solution to which it belongs, as people name it.</summary>
    string Oplossing { get; }

    /// <summary>The service whose data it is; an organisation without it is not asked. Null for what every organisation has.</summary>
    string? Dienst { get; }

    /// <summary>What is counted, in the plural: <c>actieve zaken</c>.</summary>
    string Wat { get; }

    /// <summary>How it is counted, and how the organisation counts it itself.</summary>
    string Uitleg { get; }

    /// <summary>False for what can only be measured as it is now.</summary>
    bool OpPeildag { get; }

    /// <param name="peildag">The day at whose end it is counted.</param>
    ValueTask<long> Tel(Organisatie organisatie, DateOnly peildag, CancellationToken stop);
}
