using System.Globalization;
using System.Runtime.CompilerServices;
using Meent.Data.Opslag;
using Meent.Services.Personen.Tabellen;

namespace Meent.Services.Personen.Opslag;

/// <summary>The landelijke tabellen in the store, with a copy in memory for each organisation.</summary>
internal sealed class Tabelopslag(TimeProvider klok)
{
    // Another node may have read new tables; they change a few times a year.
    private static readonly TimeSpan Geldig = TimeSpan.FromMinutes(5);

    private readonly ConditionalWeakTable<Store, Kopie> _kopieen = [];

    public async ValueTask<Tabelwaarden> Van(Store store, CancellationToken stop)
    {
        if (_kopieen.TryGetValue(store, out var kopie) && klok.GetElapsedTime(kopie.Gelezen) < Geldig) return kopie.Waarden;
        var waarden = new Tabelwaarden(await store.Read(session => session.All(
            "SELECT tabel, code, omschrijving, nieuwe_code, soort, ingang, einde FROM personen_tabelwaarden",
            row => ((Tabel)row.Long(0), new Tabelwaarde(row.Text(1), row.Text(2)) { NieuweCode = row.TextOrNull(3), Soort = row.TextOrNull(4), DatumIngang = Dag(row.TextOrNull(5)), DatumEinde = Dag(row.TextOrNull(6)) })), stop));
        _kopieen.AddOrUpdate(store, new Kopie(waarden, klok.GetTimestamp()));
        return waarden;
    }

    /// <summary>Makes the next answer read the tables anew.</summary>
    public void Vergeet(Store store) => _kopieen.Remove(store);

    public static async ValueTask<int> Zet(Session session, Tabel tabel, Tabelwaarde waarde) => await session.Execute(
        """
        INSERT INTO personen_tabelwaarden (tabel, code, omschrijving, nieuwe_code, soort, ingang, einde) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (tabel, code) DO UPDATE SET
          omschrijving = excluded.omschrijving, nieuwe_code = excluded.nieuwe_code, soort = excluded.soort, ingang = excluded.ingang, einde = excluded.einde
        """,
        (long)tabel, waarde.Code, waarde.Omschrijving, waarde.NieuweCode, waarde.Soort, waarde.DatumIngang, waarde.DatumEinde);

    private static DateOnly? Dag(string? tekst) => tekst is null ? null : DateOnly.ParseExact(tekst, "O", CultureInfo.InvariantCulture);

    private sealed record Kopie(Tabelwaarden Waarden, long Gelezen);
}
