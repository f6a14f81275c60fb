using Meent.Data.Logboek;
using Meent.Data.Opslag.Postgres;
using Meent.Standards.Beheer;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Meent.Data.Reservekopie;

/// <summary>Copies the rows of a SQLite database into an empty PostgreSQL database of the same schema, in the one transaction of the session.</summary>
internal sealed class NaarPostgres(PostgresSession doel, string bestand)
{
    private const int RijenPerMelding = 10_000;

    public async Task Voer(IProgress<Voortgang> voortgang, CancellationToken stop)
    {
        using var bron = SqliteKopie.Open(bestand, SqliteOpenMode.ReadOnly);
        long gedaan = 0;
        var tabellen = Tabellen.OpVolgorde(bron);
        // Migrations put a few rows in; those of the source come in their place.
        foreach (var tabel in Enumerable.Reverse(tabellen).Where(tabel => !Logtabellen.IsVanMaand(tabel.Naam))) await doel.Execute($"DELETE FROM {tabel.Naam}");
        // Those of the log by month are in no migration.
        foreach (var nummer in Logtabellen.In(bron)) await Logtabellen.MaakNa(doel, nummer);
        foreach (var tabel in tabellen)
        {
            var soorten = (await doel.All("SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1",
                row => KeyValuePair.Create(row.Text(0), row.Text(1)), tabel.Naam)).ToDictionary(StringComparer.Ordinal);
            var kolommen = string.Join(", ", tabel.Kolommen);
            using var opdracht = bron.CreateCommand();
            opdracht.CommandText = $"SELECT {kolommen} FROM {tabel.Naam}";
            using var rijen = opdracht.ExecuteReader();
            await using (var kopie = await doel.Connection.BeginBinaryImportAsync($"COPY {tabel.Naam} ({kolommen}) FROM STDIN (FORMAT binary)", stop))
            {
                while (rijen.Read())
                {
                    await kopie.StartRowAsync(stop);
                    for (var i = 0; i < tabel.Kolommen.Count; i++) await Schrijf(kopie, rijen, i, soorten[tabel.Kolommen[i]], stop);
                    if (++gedaan % RijenPerMelding == 0) voortgang.Report(new Voortgang(gedaan, null, "rijen"));
                }

                await kopie.CompleteAsync(stop);
            }

            await Tellers(tabel.Naam);
        }

        voortgang.Report(new Voortgang(gedaan, gedaan, "rijen"));
    }

    /// <summary>COPY fills identity columns but does not move their counters on.</summary>
    private async Task Tellers(string tabel)
    {
        var kolommen = await doel.All("SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 AND is_identity = 'YES'", row => row.Text(0), tabel);
        foreach (var kolom in kolommen)
            await doel.Execute($"SELECT setval(pg_get_serial_sequence('{tabel}', '{kolom}'), max({kolom})) FROM {tabel} HAVING max({kolom}) IS NOT NULL");
    }

    private static Task Schrijf(NpgsqlBinaryImporter kopie, SqliteDataReader rijen, int kolom, string soort, CancellationToken stop) => rijen.IsDBNull(kolom)
        ? kopie.WriteNullAsync(stop)
        : soort switch
        {
            "uuid" => kopie.WriteAsync(new Guid(rijen.GetFieldValue<byte[]>(kolom), bigEndian: true), NpgsqlDbType.Uuid, stop),
            "text" => kopie.WriteAsync(rijen.GetString(kolom), NpgsqlDbType.Text, stop),
            "bigint" => kopie.WriteAsync(rijen.GetInt64(kolom), NpgsqlDbType.Bigint, stop),
            "bytea" => kopie.WriteAsync(rijen.GetFieldValue<byte[]>(kolom), NpgsqlDbType.Bytea, stop),
            _ => throw new NotSupportedException($"De opslag kent geen kolommen van het type {soort}."),
        };
}
