using Meent.Data.Opslag;

namespace Meent.Services.Verhuur.Meldingen;

/// <summary>The nights that count at a dwelling, over all its hosts and numbers (VV-03).</summary>
internal static class Nachten
{
    /// <summary>Dates in the given years on which a dwelling is let, leaving out one report.</summary>
    public static async ValueTask<HashSet<DateOnly>> Bezet(this Session session, string woonruimte, int eersteJaar, int laatsteJaar, Guid? behalve = null)
    {
        var dagen = new HashSet<DateOnly>();
        await session.Each(
            "SELECT datum FROM verhuur_nachten WHERE woonruimte = $1 AND datum >= $2 AND datum <= $3 AND melding <> $4",
            row => dagen.Add(row.Date(0)),
            woonruimte, new DateOnly(eersteJaar, 1, 1), new DateOnly(laatsteJaar, 12, 31), behalve ?? Guid.Empty);
        return dagen;
    }

    public static async ValueTask TelNachten(this Session session, Melding melding)
    {
        foreach (var nacht in melding.Verblijf.Data)
            await session.Execute("INSERT INTO verhuur_nachten (woonruimte, datum, melding) VALUES ($1, $2, $3)", melding.AdresseerbaarObjectIdentificatie, nacht, melding.Id);
    }

    /// <summary>Gives the nights of a report back from a date on; those before it stay counted.</summary>
    public static async ValueTask GeefNachtenTerug(this Session session, Melding melding, DateOnly vanaf) =>
        await session.Execute("DELETE FROM verhuur_nachten WHERE melding = $1 AND datum >= $2", melding.Id, vanaf);
}
