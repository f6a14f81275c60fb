using Meent.Data.Opslag;

namespace Meent.Data.Logboek;

/// <summary>Sealed records on their way to a collector: seal by seal, in order, each at least once.</summary>
public static class UitvoerSession
{
    /// <summary>The records of the first seal that was not sent yet; null when all were.</summary>
    public static async ValueTask<(long Zegel, IReadOnlyList<BewaardeLogregel> Regels)?> TeVerzenden(this Session session)
    {
        var zegels = await Zegel.Lees(session, "nummer = (SELECT MIN(z.nummer) FROM logboek_zegels z WHERE z.nummer > (SELECT zegel FROM logboek_uitvoer WHERE id = 1))");
        if (zegels.Count == 0) return null;
        var nummers = zegels[0].Bladeren.Select(blad => blad.Regel).ToHashSet();
        var nummer = Logtabel.Van(nummers.Min());
        // Of a table that is gone there is nothing left to send.
        if (await Logtabellen.Een(session, nummer) is not { } tabel) return (zegels[0].Nummer, []);
        var regels = await session.Logregels(tabel, "nummer >= $1 AND nummer <= $2 ORDER BY nummer", nummers.Min(), nummers.Max());
        return (zegels[0].Nummer, regels.FindAll(regel => nummers.Contains(regel.Nummer)));
    }

    public static ValueTask<int> Verzonden(this Session session, long zegel) =>
        session.Execute("UPDATE logboek_uitvoer SET zegel = $1 WHERE id = 1 AND zegel < $1", zegel);

    public static ValueTask<bool> IsTeVerzenden(this Session session) =>
        session.One("SELECT 1 FROM logboek_zegels WHERE nummer > (SELECT zegel FROM logboek_uitvoer WHERE id = 1) LIMIT 1", _ => true);
}
