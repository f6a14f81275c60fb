using Meent.Data.Opslag;
using Meent.Standards.Beheer;
using Microsoft.Data.Sqlite;

namespace Meent.Data.Reservekopie;

/// <summary>Copies the rows of a PostgreSQL snapshot into a SQLite database of the same schema.</summary>
internal sealed class NaarSqlite(string bestand) : IDisposable
{
    private const int RijenPerMelding = 1000;

    private readonly SqliteConnection _doel = SqliteKopie.Open(bestand, SqliteOpenMode.ReadWrite);

    public async Task Voer(Session bron, IProgress<Voortgang> voortgang, CancellationToken stop)
    {
        long gedaan = 0;
        using var transactie = _doel.BeginTransaction();
        var tabellen = Tabellen.OpVolgorde(_doel);
        // Migrations put a few rows in; those of the source come in their place.
        foreach (var tabel in Enumerable.Reverse(tabellen)) SqliteKopie.Doe(_doel, $"DELETE FROM {tabel.Naam}");
        foreach (var tabel in tabellen)
        {
            var soorten = (await bron.All("SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1",
                row => KeyValuePair.Create(row.Text(0), row.Text(1)), tabel.Naam)).ToDictionary(StringComparer.Ordinal);
            using var opdracht = Opdracht(tabel, transactie);
            await bron.Each($"SELECT {string.Join(", ", tabel.Kolommen)} FROM {tabel.Naam}", rij =>
            {
                for (var i = 0; i < tabel.Kolommen.Count; i++) opdracht.Parameters[i].Value = Waarde(rij, i, soorten[tabel.Kolommen[i]]);
                opdracht.ExecuteNonQuery();
                if (++gedaan % RijenPerMelding != 0) return;
                voortgang.Report(new Voortgang(gedaan, null, "rijen"));
                stop.ThrowIfCancellationRequested();
            });
        }

        transactie.Commit();
        voortgang.Report(new Voortgang(gedaan, gedaan, "rijen"));
    }

    public void Dispose() => _doel.Dispose();

    private SqliteCommand Opdracht(Tabel tabel, SqliteTransaction transactie)
    {
        var opdracht = _doel.CreateCommand();
        opdracht.Transaction = transactie;
        opdracht.CommandText = $"INSERT INTO {tabel.Naam} ({string.Join(", ", tabel.Kolommen)}) VALUES ({string.Join(", ", tabel.Kolommen.Select((_, i) => $"${i + 1}"))})";
        for (var i = 0; i < tabel.Kolommen.Count; i++) opdracht.Parameters.Add(new SqliteParameter { ParameterName = $"${i + 1}" });
        return opdracht;
    }

    private static object Waarde(Row rij, int kolom, string soort) => rij.IsNull(kolom) ? DBNull.Value : soort switch
    {
        "uuid" => rij.Guid(kolom).ToByteArray(bigEndian: true),
        "text" => rij.Text(kolom),
        "bigint" => rij.Long(kolom),
        "bytea" => rij.Bytes(kolom),
        _ => throw new NotSupportedException($"De opslag kent geen kolommen van het type {soort}."),
    };
}
