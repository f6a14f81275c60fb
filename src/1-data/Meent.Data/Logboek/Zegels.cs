using Meent.Data.Opslag;
using Meent.Standards.Beheer;

namespace Meent.Data.Logboek;

/// <summary>Seals what was committed, and tells whether what was sealed is still as it was.</summary>
public sealed class Zegels(Sleutelkluis kluis, TimeProvider klok)
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
        var (zegels, hoofd) = await Ketting(store, bevindingen, stop);
        var laatste = await store.Read(session => session.One("SELECT COALESCE(MAX(nummer), 0) FROM logboek_regels", row => row.Long(0)), stop);
        laatste = Math.Max(laatste, await store.Read(session => session.One("SELECT COALESCE(MAX(laatste), 0) FROM logboek_zegels", row => row.Long(0)), stop));
        var (regels, ongezegeld) = (0L, 0L);
        for (var van = 0L; van <= laatste && bevindingen.Count < MaxBevindingen; van += Venster)
        {
            var (gelezen, open) = await store.Snapshot(session => Vergelijk(session, van, van + Venster, bevindingen), stop);
            regels += gelezen;
            ongezegeld += open;
            voortgang?.Report(new Voortgang(Math.Min(laatste, van + Venster - 1), laatste, "regels"));
        }

        return new Controle(regels, ongezegeld, zegels, hoofd, bevindingen);
    }

    private async ValueTask<int> Verzegel(Session session, byte[] sleutel)
    {
        // The lock on this one row makes sealers take turns; on SQLite there is one writer anyway.
        await session.Execute("UPDATE logboek_beurt SET id = id WHERE id = 1");
        var vorige = await Laatste(session);
        var nummer = (vorige?.Nummer ?? 0) + 1;
        // Marked first: on PostgreSQL others commit between two statements, and what they add must wait for the next seal.
        var aantal = await session.Execute(
            "UPDATE logboek_ongezegeld SET zegel = $1 WHERE regel IN (SELECT regel FROM logboek_ongezegeld ORDER BY regel LIMIT $2)", nummer, MaxRegels);
        if (aantal == 0) return 0;
        var regels = await session.Bladeren("nummer IN (SELECT regel FROM logboek_ongezegeld WHERE zegel = $1) ORDER BY nummer", nummer);
        await session.Execute("DELETE FROM logboek_ongezegeld WHERE zegel = $1", nummer);
        if (regels.Count == 0) return aantal;
        var zegel = Zegel.Maak(nummer, vorige?.Keten ?? Zegel.Begin, regels, klok.GetUtcNow(), sleutel);
        await zegel.Bewaar(session);
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

    private async Task<(long Aantal, string Hoofd)> Ketting(Store store, List<Bevinding> bevindingen, CancellationToken stop)
    {
        var sleutel = kluis.Sleutel(store.Organisatie, "zegel");
        var stand = Zegelstand.Lees(kluis.Map(store.Organisatie));
        var standGezien = stand is null;
        var (aantal, nummer, keten) = (0L, 0L, Zegel.Begin);
        while (bevindingen.Count < MaxBevindingen)
        {
            var zegels = await store.Read(session => Zegel.Lees(session, "nummer > $1 ORDER BY nummer LIMIT 20", nummer), stop);
            if (zegels.Count == 0) break;
            foreach (var zegel in zegels)
            {
                if (zegel.Nummer != nummer + 1) bevindingen.Add(new(Afwijking.ZegelOntbreekt, nummer + 1));
                else if (!zegel.Klopt(keten, sleutel)) bevindingen.Add(new(Afwijking.ZegelGewijzigd, zegel.Nummer));
                standGezien |= stand?.Is(zegel) ?? false;
                (nummer, keten) = (zegel.Nummer, zegel.Keten);
                aantal++;
            }
        }

        if (!standGezien) bevindingen.Add(new(Afwijking.ZegelOntbreekt, stand!.Nummer));
        return (aantal, $"{nummer}:{Convert.ToHexStringLower(keten)}");
    }

    private static async ValueTask<(long Gelezen, long Open)> Vergelijk(Session session, long van, long tot, List<Bevinding> bevindingen)
    {
        var regels = await session.Bladeren("nummer >= $1 AND nummer < $2 ORDER BY nummer", van, tot);
        var open = (await session.All("SELECT regel FROM logboek_ongezegeld WHERE regel >= $1 AND regel < $2", row => row.Long(0), van, tot)).ToHashSet();
        var zegels = await Zegel.Lees(session, "eerste < $2 AND laatste >= $1", van, tot);
        var bladeren = zegels.SelectMany(zegel => zegel.Bladeren).Where(blad => blad.Regel >= van && blad.Regel < tot)
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

    private static async ValueTask<Zegel?> Laatste(Session session) =>
        (await Zegel.Lees(session, "nummer = (SELECT MAX(nummer) FROM logboek_zegels)")).FirstOrDefault();
}
