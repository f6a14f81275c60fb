using Meent.Data.Opslag.Sqlite;
using Meent.Standards.Landschap;
using Meent.Standards.Organisaties;

namespace Meent.Data.Opslag;

/// <summary>Bytes of an organisation's database, as its engine says.</summary>
internal sealed class Databaseteller(Stores stores) : IOmvangteller
{
    public string Oplossing => "Alle oplossingen";

    public string? Dienst => null;

    public string Wat => "bytes in de database";

    public string Uitleg => "De omvang van de database van de organisatie zoals de database die zelf opgeeft, op het moment van tellen: pg_database_size van PostgreSQL, bladzijden maal bladgrootte van SQLite.";

    public bool OpPeildag => false;

    public async ValueTask<long> Tel(Organisatie organisatie, DateOnly peildag, CancellationToken stop)
    {
        var store = await stores.Get(organisatie);
        var sql = store is SqliteStore ? "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()" : "SELECT pg_database_size(current_database())";
        return await store.Read(sessie => sessie.One(sql, rij => rij.Long(0)), stop);
    }
}
