using System.Globalization;
using Meent.Data.Opslag;
using Meent.Integration.Auditlog;
using Meent.Integration.Fsc;
using Meent.Integration.Manager;
using Meent.Standards;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Integration.Afrekening;

/// <summary>
/// Prices and monthly statements of an organisation. A month that is closed stays as it was counted, with its proof; one that is open is counted when it
/// is asked for, of the days that are over once.
/// </summary>
internal sealed class Afrekeningen(Stores stores, TimeProvider klok)
{
    // A request is written with the moment at which it came in, and that may be just before midnight.
    private static readonly TimeSpan Naloop = TimeSpan.FromHours(1);

    /// <summary>The statement of a month: as it was closed, else as it is now.</summary>
    /// <param name="metBewijs">With the proof of each line also when it is open: then all of its log is read.</param>
    public async Task<Afrekeningbeeld> Maak(Organisatie organisatie, Maand maand, bool metBewijs, CancellationToken stop)
    {
        var store = await stores.Get(organisatie);
        if (await store.Read(sessie => Gesloten(sessie, maand), stop) is null) await BewaarDagen(store, maand, stop);
        return await store.Snapshot(async sessie =>
        {
            var gesloten = await Gesloten(sessie, maand);
            var regels = gesloten is not null ? await Afrekenregel.Lees(sessie, maand)
                : metBewijs ? await Meter.Tel(sessie, organisatie.Oin, maand, await EersteOpen(sessie) ?? maand, await Prijslijst.Lees(sessie))
                : await Meter.Bekijk(sessie, organisatie.Oin, maand, await EersteOpen(sessie) ?? maand, await Prijslijst.Lees(sessie));
            var namen = (await PeerTabel.Alle(sessie)).ToDictionary(p => p.Id, p => p.Naam, StringComparer.Ordinal);
            return new Afrekeningbeeld(maand, gesloten, regels, namen);
        }, stop);
    }

    /// <summary>The months of which there is something to tell, the latest first, and when each was closed.</summary>
    public async Task<List<(Maand Maand, DateTimeOffset? Gesloten)>> Maanden(Organisatie organisatie, CancellationToken stop)
    {
        var store = await stores.Get(organisatie);
        return await store.Snapshot(async sessie =>
        {
            var maanden = await sessie.All("SELECT maand, gesloten FROM integratie_afrekeningen ORDER BY maand", rij => (Maand.Lees(rij.Text(0)), (DateTimeOffset?)rij.Instant(1)));
            var nu = Maand.VanDag(klok.Vandaag());
            for (var open = await EersteOpen(sessie); open is { } maand && maand.CompareTo(nu) <= 0; open = maand.Volgende) maanden.Add((maand, null));
            maanden.Reverse();
            return maanden;
        }, stop);
    }

    /// <summary>Closes a month, and those before it that are open.</summary>
    /// <exception cref="FscException">It is not over yet, was closed before, or prices changed meanwhile.</exception>
    public async Task Sluit(Organisatie organisatie, Maand maand, Opdrachtgever wie, CancellationToken stop)
    {
        if (maand.Tot + Naloop > klok.GetUtcNow()) throw Fout($"Maand {maand} is nog niet voorbij.");
        var store = await stores.Get(organisatie);
        if (await store.Read(sessie => Gesloten(sessie, maand), stop) is not null) throw Fout($"Maand {maand} is al gesloten.");
        var open = await store.Read(EersteOpen, stop) ?? maand;
        for (var volgende = open.CompareTo(maand) < 0 ? open : maand; volgende.CompareTo(maand) <= 0; volgende = volgende.Volgende) await SluitEen(store, volgende, wie, stop);
    }

    /// <summary>
    /// Before records of the log go: closes what they are needed for, when there are prices. An organisation without prices bills nothing.
    /// </summary>
    /// <returns>The moment before which records may go.</returns>
    public async Task<DateTimeOffset> Verreken(Store store, DateTimeOffset voor, CancellationToken stop)
    {
        if (!await store.Read(sessie => sessie.One("SELECT 1 FROM integratie_prijzen LIMIT 1", _ => true), stop))
        {
            await store.WriteBulk(sessie => Dagtelling.Vergeet(sessie, voor.LokaleDag()), stop);
            return voor;
        }

        var laatste = Maand.VanDag(voor.LokaleDag());
        var open = await store.Read(EersteOpen, stop);
        for (; open is { } maand && maand.CompareTo(laatste) <= 0 && maand.Tot + Naloop <= klok.GetUtcNow(); open = maand.Volgende)
            await SluitEen(store, maand, Opdrachtgever.VanZelf("Het transactielog van deze maand wordt gewist."), stop);
        return open is { } over && over.Van < voor ? over.Van : voor;
    }

    /// <summary>Counts a closed month again.</summary>
    /// <returns>What stands on one of the two and not on the other.</returns>
    public async Task<(IReadOnlyList<Afrekenregel> AlleenGesloten, IReadOnlyList<Afrekenregel> AlleenLog)> Controleer(Organisatie organisatie, Maand maand, CancellationToken stop)
    {
        var store = await stores.Get(organisatie);
        return await store.Snapshot(async sessie =>
        {
            if (await Gesloten(sessie, maand) is null) throw Fout($"Maand {maand} is nog niet gesloten.");
            var bewaard = await Afrekenregel.Lees(sessie, maand);
            var geteld = await Meter.Tel(sessie, organisatie.Oin, maand, maand, await Prijslijst.Lees(sessie));
            return ((IReadOnlyList<Afrekenregel>)[.. bewaard.Except(geteld)], (IReadOnlyList<Afrekenregel>)[.. geteld.Except(bewaard)]);
        }, stop);
    }

    /// <param name="weg">Takes the version away.</param>
    /// <exception cref="FscException">It would change a month that is closed.</exception>
    public async Task ZetPrijs(Organisatie organisatie, Prijs prijs, bool weg, Opdrachtgever wie, CancellationToken stop)
    {
        var store = await stores.Get(organisatie);
        await store.Write(async sessie =>
        {
            if (await LaatsteGesloten(sessie) is { } gesloten && prijs.Vanaf < gesloten.Volgende.Eerste)
                throw Fout($"De maand {gesloten} is gesloten; een prijs kan op zijn vroegst ingaan op {gesloten.Volgende.Eerste:d-M-yyyy}.");
            var wat = $"{(weg ? "weg" : prijs.Euros.ToString(CultureInfo.InvariantCulture))}: {prijs.Dienst}, {prijs.Soort}, vanaf {prijs.Vanaf:yyyy-MM-dd}. {wie.Reden}";
            await ActieTabel.Schrijf(sessie, wie with { Reden = wat.TrimEnd() }, Acties.PrijsZetten, klok.GetUtcNow(), peer: prijs.Aanbieder);
            return weg
                ? await sessie.Execute("DELETE FROM integratie_prijzen WHERE aanbieder = $1 AND dienst = $2 AND soort = $3 AND vanaf = $4", prijs.Aanbieder, prijs.Dienst, prijs.Soort, prijs.Vanaf)
                : await sessie.Execute(
                    """
                    INSERT INTO integratie_prijzen (aanbieder, dienst, soort, vanaf, bedrag) VALUES ($1, $2, $3, $4, $5)
                    ON CONFLICT (aanbieder, dienst, soort, vanaf) DO UPDATE SET bedrag = excluded.bedrag
                    """,
                    prijs.Aanbieder, prijs.Dienst, prijs.Soort, prijs.Vanaf, prijs.Bedrag);
        }, stop);
    }

    public async Task<Prijslijst> Prijzen(Organisatie organisatie, CancellationToken stop) => await (await stores.Get(organisatie)).Read(Prijslijst.Lees, stop);

    /// <summary>Counts the days that are over, of an open month and, when it matters who was first, of those before it.</summary>
    private async Task BewaarDagen(Store store, Maand maand, CancellationToken stop)
    {
        var (open, prijzen) = await store.Snapshot(async sessie => (await EersteOpen(sessie), await Prijslijst.Lees(sessie)), stop);
        if (open is not { } eerste || maand.CompareTo(eerste) < 0) return;
        var over = (klok.GetUtcNow() - Naloop).LokaleDag();
        var van = prijzen.Alle.Any(p => p is { Soort: Prijssoort.Eenmalig, Bedrag: > 0 }) ? eerste : maand;
        try
        {
            await Dagtelling.Bewaar(store, van.Eerste, over < maand.Volgende.Eerste ? over : maand.Volgende.Eerste, stop);
        }
        catch (ProbleemException)
        {
            // Nothing can be written now: the log is read.
        }
    }

    private async Task SluitEen(Store store, Maand maand, Opdrachtgever wie, CancellationToken stop)
    {
        // Counted before the write: the one writer of SQLite is everybody's. The month is over, so only prices could change meanwhile.
        var (prijzen, regels) = await store.Snapshot(async sessie =>
        {
            var lijst = await Prijslijst.Lees(sessie);
            return (lijst.Alle, await Meter.Tel(sessie, store.Organisatie.Oin, maand, maand, lijst));
        }, stop);
        try
        {
            await store.WriteBulk(sessie => Bewaar(sessie, maand, prijzen, regels, wie), stop);
        }
        catch (UniqueConflictException)
        {
            // Another node closed it at this very moment, from the same log.
        }
    }

    private async ValueTask<bool> Bewaar(Session sessie, Maand maand, IReadOnlyList<Prijs> prijzen, IReadOnlyList<Afrekenregel> regels, Opdrachtgever wie)
    {
        if (await Gesloten(sessie, maand) is not null) return false;
        if (!(await Prijslijst.Lees(sessie)).Alle.SequenceEqual(prijzen)) throw Fout("Er veranderde intussen een prijs; probeer het opnieuw.");
        await sessie.Execute("INSERT INTO integratie_afrekeningen (maand, gesloten) VALUES ($1, $2)", maand.ToString(), klok.GetUtcNow());
        foreach (var regel in regels) await regel.Bewaar(sessie, maand);
        await Dagtelling.Vergeet(sessie, maand.Volgende.Eerste);
        await ActieTabel.Schrijf(sessie, wie with { Reden = $"{maand}. {wie.Reden}".TrimEnd() }, Acties.MaandSluiten, klok.GetUtcNow());
        return true;
    }

    private static ValueTask<DateTimeOffset?> Gesloten(Session sessie, Maand maand) =>
        sessie.One("SELECT gesloten FROM integratie_afrekeningen WHERE maand = $1", rij => (DateTimeOffset?)rij.Instant(0), maand.ToString());

    private static async ValueTask<Maand?> LaatsteGesloten(Session sessie) =>
        await sessie.One("SELECT MAX(maand) FROM integratie_afrekeningen", rij => rij.TextOrNull(0)) is { } tekst ? Maand.Lees(tekst) : null;

    /// <summary>The month after the last that was closed, else that of the first record; null when there is neither.</summary>
    private static async ValueTask<Maand?> EersteOpen(Session sessie) => await LaatsteGesloten(sessie) is { } gesloten
        ? gesloten.Volgende
        : await sessie.One("SELECT MIN(gemaakt) FROM integratie_transacties", rij => rij.InstantOrNull(0)) is { } eerste ? Maand.VanDag(eerste.LokaleDag()) : null;

    private static FscException Fout(string melding) => new(409, FscCodes.InvalidRequest, melding);
}

/// <param name="Gesloten">When it was closed; null while it is open.</param>
/// <param name="Namen">Of the Peers that are known, by OIN.</param>
internal sealed record Afrekeningbeeld(Maand Maand, DateTimeOffset? Gesloten, IReadOnlyList<Afrekenregel> Regels, IReadOnlyDictionary<string, string> Namen);
