using Meent.Integration.Fsc;
using Meent.Standards;
using Meent.Standards.Landschap;
using Meent.Standards.Organisaties;

namespace Meent.Integration.Afrekening;

/// <summary>
/// The statement from the supplier of solutions to an organisation that takes them as a service: what each bron counts of itself, with how it did so, so
/// that the organisation can count it again.
/// </summary>
internal sealed class Opgaven(IEnumerable<IOmvangteller> tellers, TimeProvider klok)
{
    /// <summary>At the end of a month; of the month that runs, at the end of today.</summary>
    /// <exception cref="FscException">The month has yet to begin, or this node keeps no services.</exception>
    public async Task<Opgave> Maak(Organisatie organisatie, Maand maand, CancellationToken stop)
    {
        var vandaag = klok.Vandaag();
        if (maand.Eerste > vandaag) throw new FscException(409, FscCodes.InvalidRequest, $"Maand {maand} is nog niet begonnen.");
        // Half of a count would look like the whole.
        if (tellers.All(t => t.Dienst is null)) throw new FscException(503, FscCodes.Unavailable, "Deze node houdt geen diensten; vraag het een node die dat wel doet.");
        var laatste = maand.Volgende.Eerste.AddDays(-1);
        var peildag = laatste < vandaag ? laatste : vandaag;
        var regels = new List<Opgaveregel>();
        foreach (var teller in tellers.Where(t => t.Dienst is null || organisatie.Diensten.Contains(t.Dienst)))
            regels.Add(new(teller.Oplossing, teller.Dienst, teller.Wat, await teller.Tel(organisatie, peildag, stop), teller.OpPeildag, teller.Uitleg));
        return new(maand, peildag, klok.GetUtcNow(), [.. regels.OrderBy(r => r.Oplossing, StringComparer.Ordinal).ThenBy(r => r.Wat, StringComparer.Ordinal)]);
    }
}

/// <param name="Gemeten">When it was counted; what cannot be counted back is as it was then.</param>
internal sealed record Opgave(Maand Maand, DateOnly Peildag, DateTimeOffset Gemeten, IReadOnlyList<Opgaveregel> Regels);

internal sealed record Opgaveregel(string Oplossing, string? Dienst, string Wat, long Aantal, bool OpPeildag, string Uitleg);
