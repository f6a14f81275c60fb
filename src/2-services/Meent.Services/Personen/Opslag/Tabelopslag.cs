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
            "SELECT tabel, code, omschrijving FROM personen_tabelwaarden", row => ((Tabel)row.Long(0), row.Text(1), row.Text(2))), stop));
        _kopieen.AddOrUpdate(store, new Kopie(waarden, klok.GetTimestamp()));
        return waarden;
    }

    /// <summary>Makes the next answer read the tables anew.</summary>
    public void Vergeet(Store store) => _kopieen.Remove(store);

    public static async ValueTask<int> Zet(Session session, Tabel tabel, string code, string omschrijving) => await session.Execute(
        """
        INSERT INTO personen_tabelwaarden (tabel, code, omschrijving) VALUES ($1, $2, $3)
        ON CONFLICT (tabel, code) DO UPDATE SET omschrijving = excluded.omschrijving
        """,
        (long)tabel, code, omschrijving);

    private sealed record Kopie(Tabelwaarden Waarden, long Gelezen);
}
