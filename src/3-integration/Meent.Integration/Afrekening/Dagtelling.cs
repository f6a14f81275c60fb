using Meent.Data.Opslag;
using Meent.Standards;

namespace Meent.Integration.Afrekening;

/// <summary>
/// What one day of the log says of one grant. Kept of days that are over, so that who looks at a month that is open does not have all of its log read again;
/// prices begin on a day, so amounts follow from it. A proof does not: that is over the log itself.
/// </summary>
/// <param name="Eerste">First of the transaction ids, in their own order.</param>
internal sealed record Dagtelling(DateOnly Dag, string Kant, string Peer, string Dienst, string Grant, string Delegator, long Aantal, Guid Eerste, Guid Laatste)
{
    private const string Kolommen = "dag, kant, peer, dienst, grant_hash, delegator, aantal, eerste, laatste";

    /// <summary>Counts the log from a moment to another.</summary>
    public static async ValueTask<IReadOnlyCollection<Dagtelling>> Tel(Session sessie, string oin, DateTimeOffset van, DateTimeOffset tot)
    {
        var tellingen = new Dictionary<(DateOnly, string, string, string, string, string), Dagtelling>();
        await sessie.Each(
            $"SELECT {Gebruik.Kolommen} FROM integratie_transacties WHERE gemaakt >= $1 AND gemaakt < $2",
            rij =>
            {
                if (Gebruik.Van(rij, oin) is not { } g) return;
                var sleutel = (g.Moment.LokaleDag(), g.Kant, g.Peer, g.Dienst, g.Grant, g.Delegator);
                var t = tellingen.GetValueOrDefault(sleutel) ?? new(sleutel.Item1, g.Kant, g.Peer, g.Dienst, g.Grant, g.Delegator, 0, g.Transactie, g.Transactie);
                tellingen[sleutel] = t with
                {
                    Aantal = t.Aantal + 1,
                    Eerste = g.Transactie.CompareTo(t.Eerste) < 0 ? g.Transactie : t.Eerste,
                    Laatste = g.Transactie.CompareTo(t.Laatste) > 0 ? g.Transactie : t.Laatste,
                };
            },
            van, tot);
        return tellingen.Values;
    }

    /// <summary>Keeps what days say that are over and were not counted yet, the earliest first.</summary>
    /// <param name="tot">The first day that may still change.</param>
    public static async Task Bewaar(Store store, DateOnly van, DateOnly tot, CancellationToken stop)
    {
        for (var dag = await store.Read(sessie => Ongeteld(sessie, van, tot), stop); dag < tot; dag = dag.AddDays(1))
        {
            var deze = dag;
            var tellingen = await store.Read(sessie => Tel(sessie, store.Organisatie.Oin, deze.BeginVanDag(), deze.AddDays(1).BeginVanDag()), stop);
            await store.WriteBulk(async sessie =>
            {
                // Two who look at once count the same.
                if (await sessie.Execute("INSERT INTO integratie_getelde_dagen (dag) VALUES ($1) ON CONFLICT (dag) DO NOTHING", deze) == 0) return 0;
                foreach (var t in tellingen)
                {
                    await sessie.Execute(
                        $"INSERT INTO integratie_dagtellingen ({Kolommen}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                        t.Dag, t.Kant, t.Peer, t.Dienst, t.Grant, t.Delegator, t.Aantal, t.Eerste, t.Laatste);
                }

                return tellingen.Count;
            }, stop);
        }
    }

    /// <summary>The days of a period: as they were kept, and the rest from the log.</summary>
    public static async ValueTask<List<Dagtelling>> Lees(Session sessie, string oin, DateOnly van, DateOnly tot)
    {
        var ongeteld = await Ongeteld(sessie, van, tot);
        var tellingen = await sessie.All(
            $"SELECT {Kolommen} FROM integratie_dagtellingen WHERE dag >= $1 AND dag < $2",
            rij => new Dagtelling(rij.Date(0), rij.Text(1), rij.Text(2), rij.Text(3), rij.Text(4), rij.Text(5), rij.Long(6), rij.Guid(7), rij.Guid(8)), van, ongeteld);
        tellingen.AddRange(await Tel(sessie, oin, ongeteld.BeginVanDag(), tot.BeginVanDag()));
        return tellingen;
    }

    /// <summary>Forgets the days before one: their months are closed, or their log is gone.</summary>
    public static async ValueTask<int> Vergeet(Session sessie, DateOnly voor)
    {
        await sessie.Execute("DELETE FROM integratie_dagtellingen WHERE dag < $1", voor);
        return await sessie.Execute("DELETE FROM integratie_getelde_dagen WHERE dag < $1", voor);
    }

    /// <summary>The first day of a period that was not counted; those before it were, one by one.</summary>
    private static async ValueTask<DateOnly> Ongeteld(Session sessie, DateOnly van, DateOnly tot)
    {
        var dag = van;
        foreach (var geteld in await sessie.All("SELECT dag FROM integratie_getelde_dagen WHERE dag >= $1 AND dag < $2 ORDER BY dag", rij => rij.Date(0), van, tot))
        {
            if (geteld != dag) break;
            dag = dag.AddDays(1);
        }

        return dag;
    }
}
