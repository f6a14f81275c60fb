using System.Text.Json.Serialization;
using Meent.Data.Opslag;

namespace Meent.Services.Zaakgericht.Vernietiging;

/// <summary>How far a list is. Four eyes at each step: who made it does not judge it, who judged it does not establish it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Lijststand>))]
internal enum Lijststand
{
    /// <summary>Being made: lines can be taken off.</summary>
    [JsonStringEnumMemberName("concept")] Concept,

    /// <summary>With the behandelaar, who knows the work.</summary>
    [JsonStringEnumMemberName("ter_beoordeling")] TerBeoordeling,

    /// <summary>With the archivaris, who answers for the archive.</summary>
    [JsonStringEnumMemberName("ter_vaststelling")] TerVaststelling,
    [JsonStringEnumMemberName("vastgesteld")] Vastgesteld,
    [JsonStringEnumMemberName("uitgevoerd")] Uitgevoerd,
}

/// <summary>A list of zaken whose time has come.</summary>
/// <param name="Toelichting">Of who sent it back last.</param>
internal sealed record Vernietigingslijst(
    Guid Id, string Naam, Lijststand Stand, string Opsteller, DateTimeOffset Opgesteld, string? Behandelaar, DateTimeOffset? Beoordeeld, string? Archivaris, DateTimeOffset? Vastgesteld,
    string? Uitvoerder, DateTimeOffset? Uitgevoerd, string Toelichting)
{
    private const string Kolommen = "id, naam, stand, opsteller, opgesteld, behandelaar, beoordeeld, archivaris, vastgesteld, uitvoerder, uitgevoerd, toelichting";

    public static ValueTask<Vernietigingslijst?> Haal(Session session, Guid id) =>
        session.One($"SELECT {Kolommen} FROM zaakgericht_vernietigingslijsten WHERE id = $1", Van, id);

    /// <summary>As <see cref="Haal"/>, under its lock.</summary>
    public static async ValueTask<Vernietigingslijst?> Pak(Session session, Guid id) =>
        await session.Execute("UPDATE zaakgericht_vernietigingslijsten SET version = version + 1 WHERE id = $1", id) == 0 ? null : await Haal(session, id);

    /// <summary>All of them, the newest first; an organisation makes a few a year.</summary>
    public static ValueTask<List<Vernietigingslijst>> Alle(Session session) =>
        session.All($"SELECT {Kolommen} FROM zaakgericht_vernietigingslijsten ORDER BY id DESC", Van);

    public async ValueTask<Vernietigingslijst> Bewaar(Session session)
    {
        await session.Execute(
            """
            INSERT INTO zaakgericht_vernietigingslijsten (id, version, naam, stand, opsteller, opgesteld) VALUES ($1, 1, $2, $3, $4, $5)
            ON CONFLICT (id) DO UPDATE SET stand = $3, behandelaar = $6, beoordeeld = $7, archivaris = $8, vastgesteld = $9, uitvoerder = $10, uitgevoerd = $11, toelichting = $12
            """, Id, Naam, Stand.ToString(), Opsteller, Opgesteld, Behandelaar, Beoordeeld, Archivaris, Vastgesteld, Uitvoerder, Uitgevoerd, Toelichting);
        return this;
    }

    public static ValueTask<int> Verwijder(Session session, Guid id) => session.Execute("DELETE FROM zaakgericht_vernietigingslijsten WHERE id = $1", id);

    private static Vernietigingslijst Van(Row row) => new(
        row.Guid(0), row.Text(1), Enum.Parse<Lijststand>(row.Text(2)), row.Text(3), row.Instant(4), row.TextOrNull(5), row.InstantOrNull(6), row.TextOrNull(7), row.InstantOrNull(8),
        row.TextOrNull(9), row.InstantOrNull(10), row.Text(11));
}

/// <summary>A zaak on a list.</summary>
/// <param name="Stand"><c>voorgesteld</c>, <c>uitgezonderd</c>, <c>vernietigd</c> or <c>mislukt</c>.</param>
/// <param name="Reden">Why it was taken off, or why it could not be destroyed.</param>
/// <param name="Documenten">How many documents went with it.</param>
internal sealed record Vernietigingsregel(
    Guid Zaak, string Identificatie, string Zaaktype, string Einddatum, string Archiefactiedatum, string Stand, string Reden, long Documenten)
{
    public const string Voorgesteld = "voorgesteld";
    public const string Uitgezonderd = "uitgezonderd";
    public const string Vernietigd = "vernietigd";
    public const string Mislukt = "mislukt";

    public static readonly IReadOnlyList<string> Standen = [Voorgesteld, Uitgezonderd, Vernietigd, Mislukt];

    private const string Kolommen = "zaak, identificatie, zaaktype, einddatum, archiefactiedatum, stand, reden, documenten";

    /// <param name="stand">Empty for all.</param>
    public static ValueTask<List<Vernietigingsregel>> Van(Session session, Guid lijst, Guid na = default, int aantal = 500, string stand = "") => session.All(
        $"SELECT {Kolommen} FROM zaakgericht_vernietigingsregels WHERE lijst = $1 AND zaak > $2 AND ($4 = '' OR stand = $4) ORDER BY zaak LIMIT $3", Lees, lijst, na, (long)aantal, stand);

    public static ValueTask<Vernietigingsregel?> Een(Session session, Guid lijst, Guid zaak) =>
        session.One($"SELECT {Kolommen} FROM zaakgericht_vernietigingsregels WHERE lijst = $1 AND zaak = $2", Lees, lijst, zaak);

    /// <summary>How many there are in each state.</summary>
    public static async ValueTask<Dictionary<string, long>> Aantallen(Session session, Guid lijst)
    {
        var aantallen = Standen.ToDictionary(stand => stand, _ => 0L, StringComparer.Ordinal);
        await session.Each("SELECT stand, COUNT(*) FROM zaakgericht_vernietigingsregels WHERE lijst = $1 GROUP BY stand", row => aantallen[row.Text(0)] = row.Long(1), lijst);
        return aantallen;
    }

    /// <summary>Takes all lines off a list that is thrown away.</summary>
    public static ValueTask<int> Verwijder(Session session, Guid lijst) => session.Execute("DELETE FROM zaakgericht_vernietigingsregels WHERE lijst = $1", lijst);

    /// <summary>Locks a line that is still to be carried out.</summary>
    /// <returns>False when another did so meanwhile.</returns>
    public static async ValueTask<bool> Neem(Session session, Guid lijst, Guid zaak) => await session.Execute(
        "UPDATE zaakgericht_vernietigingsregels SET reden = '' WHERE lijst = $1 AND zaak = $2 AND stand IN ($3, $4)", lijst, zaak, Voorgesteld, Mislukt) == 1;

    public static ValueTask<int> Zet(Session session, Guid lijst, Guid zaak, string stand, string reden, long documenten = 0) => session.Execute(
        "UPDATE zaakgericht_vernietigingsregels SET stand = $3, reden = $4, documenten = $5 WHERE lijst = $1 AND zaak = $2", lijst, zaak, stand, reden, documenten);

    private static Vernietigingsregel Lees(Row row) => new(row.Guid(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.Long(7));
}
