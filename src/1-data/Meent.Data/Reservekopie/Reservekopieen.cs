using Meent.Data.Inhoud;
using Meent.Data.Logboek;
using Meent.Data.Migraties;
using Meent.Data.Opslag;
using Meent.Data.Opslag.Postgres;
using Meent.Data.Opslag.Sqlite;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Data.Reservekopie;

/// <summary>
/// Back-ups of one organisation, made while it is in use. Whatever the engine, the back-up holds a SQLite database of one moment and the
/// organisation's files, so one made on either engine can be put back on either.
/// </summary>
public sealed class Reservekopieen(
    Stores stores, IEnumerable<Bron> bronnen, OpslagOptions opslag, Inhoudopslag inhoud, IEnumerable<Inhoudverwijzing> verwijzingen, IEnumerable<NaTerugzetten> daarna, TimeProvider klok)
{
    private readonly Inhoudkopie _inhoud = new(inhoud, verwijzingen);
    private readonly Migrator _migrator = new(bronnen);

    /// <summary>Writes a back-up. The file appears under its name only when it is whole and on the disk.</summary>
    public async Task Maak(Organisatie organisatie, string bestand, IProgress<Voortgang> voortgang, CancellationToken stop)
    {
        if (File.Exists(bestand)) throw Geweigerd($"{bestand} bestaat al.");
        var store = await stores.Get(organisatie);
        var map = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(bestand))!, $".meent-{Guid.CreateVersion7():N}"));
        try
        {
            var database = Path.Combine(map.FullName, Kopiebestand.Database);
            if (store is SqliteStore sqlite) await Task.Run(() => SqliteKopie.Maak(sqlite.File, database, voortgang, stop), stop);
            else await UitPostgres((PostgresStore)store, database, voortgang, stop);
            SqliteKopie.EenBestand(database);

            // The database first: a file it names was there before the row, so it is there now.
            var kenmerk = new Kenmerk(organisatie.Slug, organisatie.Oin, klok.GetUtcNow(), Kenmerk.HuidigeVorm);
            await Kopiebestand.Schrijf(bestand, map.FullName, kenmerk, Organisatiemap(organisatie), zip => _inhoud.Schrijf(zip, database, organisatie, voortgang, stop), stop);
        }
        finally
        {
            map.Delete(recursive: true);
        }
    }

    /// <summary>Puts a back-up back into an organisation that has no data, and begins a new epoch.</summary>
    /// <exception cref="ProbleemException">The organisation has data, or the back-up is damaged, of another organisation, or of a newer release.</exception>
    public async Task ZetTerug(Organisatie organisatie, string bestand, IProgress<Voortgang> voortgang, CancellationToken stop)
    {
        if (!File.Exists(bestand)) throw Geweigerd($"{bestand} bestaat niet.");
        var store = await stores.Get(organisatie);
        var map = Directory.CreateTempSubdirectory("meent-terug-");
        try
        {
            await VereisLeeg(store, Path.Combine(map.FullName, "leeg.db"), stop);
            var kenmerk = Kopiebestand.Lees(bestand, map.FullName, stop);
            if (kenmerk.Oin != organisatie.Oin) throw Geweigerd($"{bestand} is van de organisatie met OIN {kenmerk.Oin}, niet van {organisatie.Slug} ({organisatie.Oin}).");
            var database = Path.Combine(map.FullName, Kopiebestand.Database);
            // Brought to this release's schema before anything is touched: a back-up may be years old.
            await Bijwerken(organisatie, database, stop);
            // As with an upload: what a row names is there before the row.
            await _inhoud.ZetTerug(bestand, organisatie, voortgang, stop);

            if (store is SqliteStore sqlite) await Task.Run(() => SqliteKopie.Maak(database, sqlite.File, voortgang, stop), stop);
            else await NaarPostgres(database, (PostgresStore)store, voortgang, stop);
            Kopiebestand.PlaatsBestanden(map.FullName, Organisatiemap(organisatie));
            // The log ends where the back-up ended; the new epoch says why, and lets no version or ETag given out since seem to be of now.
            Zegelstand.Vergeet(Organisatiemap(organisatie));
            Logtabellen.Vergeet(store);
            await Migrator.Epoch(store, stop);
            await store.Write(async session =>
            {
                await Migrator.NieuwEpoch(session);
                return await session.Execute(
                    "INSERT INTO meent_tijdperken (nummer, begin, reden) SELECT coalesce(max(nummer), 0) + 1, $1, $2 FROM meent_tijdperken",
                    klok.GetUtcNow(), $"Reservekopie van {kenmerk.Gemaakt:O} teruggezet");
            }, stop);
            store.Epoch = await Migrator.Epoch(store, stop);
            foreach (var werk in daarna) await werk.Voer(store, stop);
        }
        finally
        {
            map.Delete(recursive: true);
        }
    }

    private async Task VereisLeeg(Store store, string vergelijk, CancellationToken stop)
    {
        await using var leeg = new SqliteStore(store.Organisatie, vergelijk, klok);
        await _migrator.Run(leeg, stop);
        if (await Tabellen.EersteMetGegevens(store, leeg, stop) is { } tabel)
            throw Geweigerd($"{store.Organisatie.Slug} heeft al gegevens (in {tabel}); zet terug in een lege organisatie.");
    }

    private string Organisatiemap(Organisatie organisatie) => Path.Combine(opslag.Map, organisatie.Slug);

    private async Task UitPostgres(PostgresStore bron, string database, IProgress<Voortgang> voortgang, CancellationToken stop)
    {
        await using var doel = new SqliteStore(bron.Organisatie, database, klok);
        await _migrator.Run(doel, stop);
        await bron.Snapshot(async session =>
        {
            if (bron.Organisatie.Diensten.Contains(Diensten.Logboek))
            {
                var nummers = await Logtabellen.Nummers(session);
                await doel.Write(async hier =>
                {
                    foreach (var nummer in nummers) await Logtabellen.MaakNa(hier, nummer);
                    return true;
                }, stop);
            }

            using var overzetter = new NaarSqlite(database);
            await overzetter.Voer(session, voortgang, stop);
            return true;
        }, stop);
    }

    private async Task Bijwerken(Organisatie organisatie, string database, CancellationToken stop)
    {
        SqliteKopie.Controleer(database);
        await using var store = new SqliteStore(organisatie, database, klok);
        var bekend = bronnen.SelectMany(b => b.Migraties().Select(m => (b.Naam, (long)m.Nummer))).ToHashSet();
        var gedaan = await store.Read(session => session.All("SELECT bron, nummer FROM meent_migraties", row => (row.Text(0), row.Long(1))), stop);
        if (gedaan.Exists(m => !bekend.Contains(m))) throw Geweigerd("De reservekopie is van een nieuwere uitgave, of van een met andere modules.");
        await _migrator.Run(store, stop);
        await store.Checkpoint();
    }

    private static async Task NaarPostgres(string database, PostgresStore doel, IProgress<Voortgang> voortgang, CancellationToken stop) => await doel.Write(async session =>
    {
        await new NaarPostgres((PostgresSession)session, database).Voer(voortgang, stop);
        return true;
    }, stop);

    internal static ProbleemException Geweigerd(string reden) => new(new Probleem(409, "reservekopie", "De reservekopie kan niet gebruikt of gemaakt worden.", reden));
}

/// <summary>Work of a bron on a database that was put back: what happened since the back-up and must not be undone by it.</summary>
public sealed record NaTerugzetten(Func<Store, CancellationToken, Task> Voer);
