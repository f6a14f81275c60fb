using Meent.Data.Opslag;
using Meent.Data.Outbox;
using Meent.Standards;
using Meent.Standards.Beheer;

namespace Meent.Data.Logboek;

/// <summary>Seals what was committed, and tells whether what was sealed is still as it was.</summary>
public sealed class Zegels(Sleutelkluis kluis, OpslagOptions opslag, TimeProvider klok)
{
    internal const int MaxRegels = 5000;
    private const long Venster = 20_000;
    private const int MaxBevindingen = 1000;

    /// <summary>Seals one batch.</summary>
    /// <returns>The number of records sealed; 0 when none waits.</returns>
    internal async ValueTask<int> Verzegel(Store store, CancellationToken stop = default)
    {
        // Looked at first: a database that was only opened is not written to.
        if (!await store.Read(session => session.One("SELECT 1 FROM logboek_ongezegeld LIMIT 1", _ => true), stop)) return 0;
        var sleutel = kluis.Sleutel(store.Organisatie, "zegel");
        var aantal = await store.WriteBulk(session => Verzegel(session, sleutel), stop);
        if (aantal > 0) await Noteer(store, stop);
        return aantal;
    }

    /// <summary>Reads the whole log and recomputes every seal.</summary>
    public async Task<Controle> Controleer(Store store, IProgress<Voortgang>? voortgang = null, CancellationToken stop = default)
    {
        var bevindingen = new List<Bevinding>();
        var (zegels, hoofd, bezegeld) = await Ketting(store, bevindingen, stop);
        var tabellen = await store.Read(session => Tabelcontrole.Voer(session, kluis.Sleutel(store.Organisatie, "grafsteen"), bezegeld, bevindingen), stop);
        var audit = Leeg(Logtabel.Audit);
        var vervallen = await store.Read(session => Auditgrafsteen.Controleer(session, klok.GetUtcNow(), kluis.Sleutel(store.Organisatie, "grafsteen"), bevindingen), stop);
        var (regels, ongezegeld, totaal) = (0L, 0L, await store.Read(session => session.AantalLogregels(tabellen), stop) + await store.Read(session => session.One("SELECT COUNT(*) FROM logboek_audit", row => row.Long(0)), stop));
        foreach (var tabel in tabellen.Append(audit))
        {
            var laatste = await store.Read(session => Laatste(session, tabel), stop);
            for (var van = tabel.Vanaf; van <= laatste && bevindingen.Count < MaxBevindingen; van += Venster)
            {
                var (gelezen, open) = await store.Snapshot(session => Vergelijk(session, tabel, van, van + Venster, vervallen, bevindingen), stop);
                regels += gelezen;
                ongezegeld += open;
                voortgang?.Report(new Voortgang(regels, totaal, "regels"));
            }
        }

        return new Controle(regels, ongezegeld, zegels, hoofd, bevindingen);
    }

    /// <summary>
    /// Drops the tables whose last record may go, and removes lines of the audit log that were kept long enough. Their leaf hashes stay in the seals, and a tombstone with a signature in their place, so that the chain can be checked as
    /// before and it is seen how many records went, and when.
    /// </summary>
    /// <returns>The number of records and lines that went.</returns>
    public async Task<long> Ruim(Store store, CancellationToken stop = default)
    {
        var vandaag = klok.Vandaag();
        var aantal = 0L;
        foreach (var tabel in (await store.Read(Logtabellen.Alle, stop)).Where(tabel => tabel.Nummer != Logtabel.Oud && tabel.Vervaldag <= vandaag))
        {
            // Nothing goes that was not sealed.
            while (await Verzegel(store, stop) > 0)
            {
                // More waits.
            }

            aantal += await store.WriteBulk(session => Ruim(session, tabel), stop);
            Logtabellen.Vergeet(store);
        }

        while (await Auditgrafsteen.Ruim(store, opslag.Auditdagen, klok.GetUtcNow(), kluis.Sleutel(store.Organisatie, "grafsteen"), stop) is { } regels) aantal += regels;
        await Veldgebruik.Ruim(store, klok.GetUtcNow(), stop);
        return aantal;
    }

    private async ValueTask<long> Ruim(Session session, Logtabel tabel)
    {
        await session.Execute("UPDATE logboek_beurt SET id = id WHERE id = 1");
        // Another node was first, or a record came in meanwhile: the next time.
        if (await Logtabellen.Een(session, tabel.Nummer) is null) return 0;
        if (await session.One("SELECT 1 FROM logboek_ongezegeld WHERE regel >= $1 AND regel < $2 LIMIT 1", _ => true, tabel.Vanaf, tabel.Tot)) return 0;
        var aantal = await session.One($"SELECT COUNT(*) FROM {tabel.Naam}", row => row.Long(0));
        await session.Execute($"DROP TABLE {tabel.Naam}");
        await Gebruikstelling.Vergeet(session, tabel.Begin);
        await Grafsteen.Zet(session, tabel, aantal, klok.GetUtcNow(), kluis.Sleutel(session.Store.Organisatie, "grafsteen"));
        return aantal;
    }

    private async ValueTask<int> Verzegel(Session session, byte[] sleutel)
    {
        // The lock on this one row makes sealers take turns; on SQLite there is one writer anyway.
        await session.Execute("UPDATE logboek_beurt SET id = id WHERE id = 1");
        var vorige = await Laatste(session);
        var nummer = (vorige?.Nummer ?? 0) + 1;
        // Marked first: on PostgreSQL others commit between two statements, and what they add must wait for the next seal.
        if (await session.One("SELECT MIN(regel) FROM logboek_ongezegeld", row => row.LongOrNull(0)) is not { } eerste) return 0;
        // A seal is of records of one table, so that those of a stretch of numbers are found by their first and last.
        var tabel = Leeg(Logtabel.Van(eerste));
        var aantal = await session.Execute(
            "UPDATE logboek_ongezegeld SET zegel = $1 WHERE regel IN (SELECT regel FROM logboek_ongezegeld WHERE regel < $3 ORDER BY regel LIMIT $2)", nummer, MaxRegels, tabel.Tot);
        if (aantal == 0) return 0;
        var isAudit = tabel.Nummer == Logtabel.Audit;
        var regels = isAudit ? await Auditbladen.VanZegel(session, nummer)
            : await session.Bladeren(tabel, "nummer IN (SELECT regel FROM logboek_ongezegeld WHERE zegel = $1) ORDER BY nummer", nummer);
        if (!isAudit) await Veldgebruik.Tel(session, tabel, nummer);
        await session.Execute("DELETE FROM logboek_ongezegeld WHERE zegel = $1", nummer);
        if (regels.Count == 0) return aantal;
        var zegel = Zegel.Maak(nummer, vorige?.Keten ?? Zegel.Begin, regels, klok.GetUtcNow(), sleutel);
        await zegel.Bewaar(session);
        if (!isAudit) await Gebruikstelling.Meld(session, tabel);
        session.Wek(Wachtrij.Verzegeld);
        return aantal;
    }

    /// <summary>
    /// Notes the last seal outside the database, unless the one noted before is gone: then records were taken off the end, and noting a new seal would
    /// hide it from the next check.
    /// </summary>
    private async Task Noteer(Store store, CancellationToken stop)
    {
        var map = kluis.Map(store.Organisatie);
        var stand = Zegelstand.Lees(map);
        if (stand is not null && !(await store.Read(session => Zegel.Lees(session, "nummer = $1", stand.Nummer), stop)).Exists(stand.Is)) return;
        if (await store.Read(Laatste, stop) is { } laatste) Zegelstand.Bewaar(map, laatste);
    }

    private async Task<(long Aantal, string Hoofd, IReadOnlySet<long> Tabellen)> Ketting(Store store, List<Bevinding> bevindingen, CancellationToken stop)
    {
        var sleutel = kluis.Sleutel(store.Organisatie, "zegel");
        var stand = Zegelstand.Lees(kluis.Map(store.Organisatie));
        var standGezien = stand is null;
        var (aantal, nummer, keten, tabellen) = (0L, 0L, Zegel.Begin, new HashSet<long>());
        while (bevindingen.Count < MaxBevindingen)
        {
            var zegels = await store.Read(session => Zegel.Lees(session, "nummer > $1 ORDER BY nummer LIMIT 20", nummer), stop);
            if (zegels.Count == 0) break;
            foreach (var zegel in zegels)
            {
                if (zegel.Nummer != nummer + 1) bevindingen.Add(new(Afwijking.ZegelOntbreekt, nummer + 1));
                else if (!zegel.Klopt(keten, sleutel)) bevindingen.Add(new(Afwijking.ZegelGewijzigd, zegel.Nummer));
                standGezien |= stand?.Is(zegel) ?? false;
                tabellen.UnionWith(zegel.Bladeren.Select(blad => Logtabel.Van(blad.Regel)));
                (nummer, keten) = (zegel.Nummer, zegel.Keten);
                aantal++;
            }
        }

        if (!standGezien) bevindingen.Add(new(Afwijking.ZegelOntbreekt, stand!.Nummer));
        return (aantal, $"{nummer}:{Convert.ToHexStringLower(keten)}", tabellen);
    }

    private static async ValueTask<(long Gelezen, long Open)> Vergelijk(Session session, Logtabel tabel, long van, long tot, HashSet<long> vervallen, List<Bevinding> bevindingen)
    {
        var regels = tabel.Nummer == Logtabel.Audit ? await Auditbladen.Tussen(session, van, tot) : await session.Bladeren(tabel, "nummer >= $1 AND nummer < $2 ORDER BY nummer", van, tot);
        var open = (await session.All("SELECT regel FROM logboek_ongezegeld WHERE regel >= $1 AND regel < $2", row => row.Long(0), van, tot)).ToHashSet();
        var zegels = await Zegel.Lees(session, "eerste < $2 AND laatste >= $1", van, tot);
        var bladeren = zegels.Where(zegel => !vervallen.Contains(zegel.Nummer)).SelectMany(zegel => zegel.Bladeren).Where(blad => blad.Regel >= van && blad.Regel < tot)
            .GroupBy(blad => blad.Regel).ToDictionary(groep => groep.Key, groep => groep.First().Hash);
        foreach (var (nummer, hash) in regels)
        {
            if (!bladeren.Remove(nummer, out var verzegeld))
            {
                if (!open.Contains(nummer)) bevindingen.Add(new(Afwijking.RegelToegevoegd, nummer));
            }
            else if (!hash.AsSpan().SequenceEqual(verzegeld))
            {
                bevindingen.Add(new(Afwijking.RegelGewijzigd, nummer));
            }
        }

        bevindingen.AddRange(bladeren.Keys.Order().Select(nummer => new Bevinding(Afwijking.RegelVerwijderd, nummer)));
        return (regels.Count, open.Count);
    }

    private static Logtabel Leeg(long nummer) => new(nummer, Logtabel.Standaardtermijn, default, default);

    /// <summary>The highest number that the table has, or had when it was sealed.</summary>
    private static async ValueTask<long> Laatste(Session session, Logtabel tabel) => Math.Max(
        tabel.Nummer == Logtabel.Audit ? await Auditbladen.Laatste(session) : await session.One($"SELECT COALESCE(MAX(nummer), 0) FROM {tabel.Naam}", row => row.Long(0)),
        await session.One("SELECT COALESCE(MAX(laatste), $1) FROM logboek_zegels WHERE laatste >= $1 AND laatste < $2", row => row.Long(0), tabel.Vanaf, tabel.Tot));

    private static async ValueTask<Zegel?> Laatste(Session session) =>
        (await Zegel.Lees(session, "nummer = (SELECT MAX(nummer) FROM logboek_zegels)")).FirstOrDefault();
}
