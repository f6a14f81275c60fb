using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Verwerkingsregister;

/// <summary>The register's table.</summary>
internal static class Register
{
    private const string Kolommen = "id, versie, uri, begin, einde, vastgelegd, inhoud";

    public static ValueTask<List<Versie>> Alle(Session session) =>
        session.All($"SELECT {Kolommen} FROM verwerkingsregister_activiteiten ORDER BY uri, versie DESC", Lees);

    public static ValueTask<List<Versie>> Van(Session session, Guid id) =>
        session.All($"SELECT {Kolommen} FROM verwerkingsregister_activiteiten WHERE id = $1 ORDER BY versie DESC", Lees, id);

    public static ValueTask<int> Voeg(Session session, Versie versie) => session.Execute(
        $"INSERT INTO verwerkingsregister_activiteiten ({Kolommen}) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        versie.Id, versie.Nummer, versie.Uri, versie.Begin, versie.Einde, versie.Vastgelegd, JsonSerializer.Serialize(versie.Activiteit, Bronnen.Json));

    private static Versie Lees(Row row) => new(
        row.Guid(0), (int)row.Long(1), row.Text(2), row.Instant(3), row.InstantOrNull(4), row.Instant(5),
        JsonSerializer.Deserialize<Activiteit>(row.Text(6), Bronnen.Json)!);
}
