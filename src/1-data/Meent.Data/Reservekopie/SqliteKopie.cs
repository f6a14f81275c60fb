using Meent.Standards.Beheer;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Meent.Data.Reservekopie;

/// <summary>Copies a SQLite database that is in use, with what is still in its write-ahead log (SQLite "Online Backup API").</summary>
internal static class SqliteKopie
{
    private const int BladzijdenPerStap = 2000;

    public static void Maak(string van, string naar, IProgress<Voortgang> voortgang, CancellationToken stop)
    {
        using var bron = Open(van, SqliteOpenMode.ReadOnly);
        using var doel = Open(naar, SqliteOpenMode.ReadWriteCreate);
        // With a read transaction open the source stands still for this connection, so the copy is of one moment and writers do not restart it.
        using var moment = bron.BeginTransaction(deferred: true);
        Doe(bron, "SELECT 1 FROM sqlite_schema LIMIT 1");
        using (var kopie = raw.sqlite3_backup_init(doel.Handle, "main", bron.Handle, "main"))
        {
            int uitkomst;
            do
            {
                stop.ThrowIfCancellationRequested();
                uitkomst = raw.sqlite3_backup_step(kopie, BladzijdenPerStap);
                var totaal = raw.sqlite3_backup_pagecount(kopie);
                voortgang.Report(new Voortgang(totaal - raw.sqlite3_backup_remaining(kopie), totaal, "bladzijden"));
            }
            while (uitkomst is raw.SQLITE_OK or raw.SQLITE_BUSY or raw.SQLITE_LOCKED);

            if (uitkomst != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(uitkomst, doel.Handle);
        }

        moment.Commit();
    }

    /// <summary>Takes a database that nobody else has open out of WAL mode, so that the one file is all of it.</summary>
    public static void EenBestand(string bestand)
    {
        using var verbinding = Open(bestand, SqliteOpenMode.ReadWrite);
        Doe(verbinding, "PRAGMA journal_mode = DELETE");
    }

    /// <exception cref="Standards.Problemen.ProbleemException">The file is damaged.</exception>
    public static void Controleer(string bestand)
    {
        try
        {
            using var verbinding = Open(bestand, SqliteOpenMode.ReadOnly);
            if (Doe(verbinding, "PRAGMA quick_check") is not "ok") throw Reservekopieen.Geweigerd("De database in de reservekopie is beschadigd.");
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT)
        {
            throw Reservekopieen.Geweigerd("De database in de reservekopie is beschadigd.");
        }
    }

    public static SqliteConnection Open(string bestand, SqliteOpenMode wijze)
    {
        var verbinding = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = bestand, Mode = wijze, Pooling = false, DefaultTimeout = 30 }.ToString());
        verbinding.Open();
        return verbinding;
    }

    public static object? Doe(SqliteConnection verbinding, string sql)
    {
        using var opdracht = verbinding.CreateCommand();
        opdracht.CommandText = sql;
        return opdracht.ExecuteScalar();
    }
}
