using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Data.Opslag;
using Meent.Standards;

namespace Meent.Services.Notificaties;

/// <summary>The delivery log in the store: what was sent to whom, what waits, what was given up.</summary>
internal static class Bezorglijst
{
    public static readonly string[] Standen = ["wachtend", "afgeleverd", "opgegeven"];

    private const string Kolommen = "a.plaats, a.abonnement, a.bericht, a.stand, a.pogingen, a.volgende, a.fout, a.aangemaakt, a.geprobeerd, a.vorm";
    private const string Van = "notificaties_afleveringen a JOIN notificaties_abonnementen b ON b.id = a.abonnement";

    /// <param name="Eigenaar">Only those to subscriptions of this client or organisation; null for all.</param>
    /// <param name="Stand">One of <see cref="Standen"/>; null for all.</param>
    internal sealed record Vraag(string? Eigenaar, Guid? Abonnement, int? Stand, long? Nummer = null)
    {
        public (string Zin, object?[] Args) Voorwaarde()
        {
            List<string> delen = [];
            List<object?> args = [];
            Voeg("b.eigenaar", Eigenaar);
            Voeg("a.abonnement", Abonnement);
            Voeg("a.stand", Stand);
            Voeg("a.plaats", Nummer);
            return (delen.Count == 0 ? "1 = 1" : string.Join(" AND ", delen), [.. args]);

            void Voeg(string kolom, object? waarde)
            {
                if (waarde is null) return;
                args.Add(waarde);
                delen.Add($"{kolom} = ${args.Count}");
            }
        }
    }

    public static async ValueTask<(long Aantal, List<JsonObject> Rijen)> Lees(Session session, Vraag vraag, int pagina, int grootte)
    {
        var (zin, args) = vraag.Voorwaarde();
        var aantal = await session.One($"SELECT count(*) FROM {Van} WHERE {zin}", row => row.Long(0), args);
        var rijen = await session.All(
            string.Create(CultureInfo.InvariantCulture, $"SELECT {Kolommen} FROM {Van} WHERE {zin} ORDER BY a.plaats DESC LIMIT {grootte} OFFSET {(pagina - 1L) * grootte}"), Rij, args);
        return (aantal, rijen);
    }

    /// <summary>Lets messages wait to be sent again, in the order in which they were made.</summary>
    /// <returns>How many.</returns>
    public static async ValueTask<int> Opnieuw(Session session, Vraag vraag, DateTimeOffset vanaf, DateTimeOffset tot, DateTimeOffset nu)
    {
        var (zin, args) = vraag.Voorwaarde();
        var n = args.Length;
        return await session.Execute(
            $"""
            UPDATE notificaties_afleveringen SET stand = 0, pogingen = 0, volgende = ${n + 1} WHERE stand <> 0 AND plaats IN (
              SELECT a.plaats FROM {Van} WHERE {zin} AND a.aangemaakt >= ${n + 2} AND a.aangemaakt < ${n + 3})
            """,
            [.. args, nu, vanaf, tot]);
    }

    /// <summary>How it stands with each subscription.</summary>
    public static ValueTask<List<(Guid Id, string Vorm, long Wachtend, long Opgegeven, long? Oudste)>> Overzicht(Session session, string? eigenaar) => session.All(
        """
        SELECT b.id, b.vorm, count(CASE WHEN a.stand = 0 THEN 1 END), count(CASE WHEN a.stand = 2 THEN 1 END), min(CASE WHEN a.stand = 0 THEN a.aangemaakt END)
        FROM notificaties_abonnementen b LEFT JOIN notificaties_afleveringen a ON a.abonnement = b.id AND a.stand <> 1
        WHERE $1 = '' OR b.eigenaar = $1 GROUP BY b.id, b.vorm ORDER BY b.id
        """,
        row => (row.Guid(0), row.Text(1), row.Long(2), row.Long(3), row.LongOrNull(4)), eigenaar ?? "");

    private static JsonObject Rij(Row row) => new()
    {
        ["nummer"] = row.Long(0),
        ["abonnement"] = row.Guid(1).ToString("D"),
        ["stand"] = Standen[row.Long(3)],
        ["vorm"] = row.Text(9),
        ["pogingen"] = row.Long(4),
        ["aangemaakt"] = Moment(row.Long(7)),
        ["geprobeerd"] = Moment(row.LongOrNull(8)),
        ["volgendePoging"] = row.Long(3) == 0 ? Moment(row.Long(5)) : null,
        ["fout"] = row.TextOrNull(6),
        ["bericht"] = JsonNode.Parse(row.Text(2)),
    };

    internal static JsonNode? Moment(long? microseconden) => microseconden is > 0 and var m ? JsonValue.Create(JsonSerializer.SerializeToElement(Tijd.VanMicroseconden(m))) : null;
}
