using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Verwerkingsregister;

/// <summary>The register's table. Rows are only added: their number tells whether anything changed.</summary>
internal static class Register
{
    private const string Kolommen = "id, versie, uri, begin, einde, vastgelegd, inhoud";

    public static ValueTask<List<Versie>> Alle(Session session) =>
        session.All($"SELECT {Kolommen} FROM verwerkingsregister_activiteiten ORDER BY uri, begin DESC, versie DESC", Lees);

    public static ValueTask<List<Versie>> Van(Session session, Guid id) =>
        session.All($"SELECT {Kolommen} FROM verwerkingsregister_activiteiten WHERE id = $1 ORDER BY begin DESC, versie DESC", Lees, id);

    public static ValueTask<long> Stand(Session session) => session.One("SELECT COUNT(*) FROM verwerkingsregister_activiteiten", row => row.Long(0));

    public static ValueTask<int> Voeg(Session session, Versie versie) => session.Execute(
        $"INSERT INTO verwerkingsregister_activiteiten ({Kolommen}) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        versie.Id, versie.Nummer, versie.Uri, versie.Begin, versie.Einde, versie.Vastgelegd, Inhoud(versie.Activiteit));

    /// <summary>What it says, as it is kept: two are alike when this is.</summary>
    public static string Inhoud(Activiteit activiteit) => JsonSerializer.Serialize(activiteit, Bronnen.Json);

    private static Versie Lees(Row row) => new(
        row.Guid(0), (int)row.Long(1), row.Text(2), row.Instant(3), row.InstantOrNull(4), row.Instant(5),
        JsonSerializer.Deserialize<Activiteit>(row.Text(6), Bronnen.Json)!);
}
