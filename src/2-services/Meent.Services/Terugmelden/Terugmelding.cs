using Meent.Data.Opslag;

namespace Meent.Services.Terugmelden;

/// <summary>A doubt that somebody reported about what the registry says.</summary>
/// <param name="Gegeven">Part of <c>personen</c> that it is about: <c>verblijfplaats</c>.</param>
/// <param name="Melder">Whether a resident or an employee reported it.</param>
/// <param name="Afzender">OIN of the organisation at which it was reported; empty for the own one.</param>
/// <param name="Uitleg">What the bronhouder says of it.</param>
internal sealed record Terugmelding(
    Guid Id, string Bsn, string Gegeven, string Toelichting, string Melder, string Afzender, DateTimeOffset Gemeld, Terugmeldstatus Status, string? Uitleg, DateTimeOffset Gewijzigd)
{
    /// <summary>Whether its status may become this: what is done stays done.</summary>
    public bool Mag(Terugmeldstatus status) => Status is Terugmeldstatus.Ontvangen or Terugmeldstatus.InOnderzoek && status is not Terugmeldstatus.Ontvangen && status != Status;
}

/// <summary>How far the bronhouder is with it.</summary>
internal enum Terugmeldstatus
{
    Ontvangen,

    /// <summary>Whoever asks for the value is told that it is being looked into.</summary>
    InOnderzoek,

    /// <summary>It was wrong, and is corrected.</summary>
    Gewijzigd,

    /// <summary>It stays as it is.</summary>
    NietGewijzigd,
}

internal static class Terugmeldtabel
{
    private const string Kolommen = "id, bsn, gegeven, toelichting, melder, afzender, gemeld, status, uitleg, gewijzigd";

    public static ValueTask<int> Voeg(this Session session, Terugmelding melding) => session.Execute(
        $"INSERT INTO terugmeldingen_meldingen ({Kolommen}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        melding.Id, melding.Bsn, melding.Gegeven, melding.Toelichting, melding.Melder, melding.Afzender, melding.Gemeld, melding.Status.ToString(), melding.Uitleg, melding.Gewijzigd);

    /// <returns>0 when somebody else changed it meanwhile.</returns>
    public static ValueTask<int> Zet(this Session session, Terugmelding vorige, Terugmeldstatus status, string? uitleg, DateTimeOffset nu) => session.Execute(
        "UPDATE terugmeldingen_meldingen SET status = $3, uitleg = $4, gewijzigd = $5 WHERE id = $1 AND status = $2", vorige.Id, vorige.Status.ToString(), status.ToString(), uitleg, nu);

    public static ValueTask<Terugmelding?> Terugmelding(this Session session, Guid id) => session.One($"SELECT {Kolommen} FROM terugmeldingen_meldingen WHERE id = $1", Lees, id);

    /// <summary>Of one person, reported at one organisation; the last first.</summary>
    public static ValueTask<List<Terugmelding>> TerugmeldingenVan(this Session session, string bsn, string afzender) =>
        session.All($"SELECT {Kolommen} FROM terugmeldingen_meldingen WHERE bsn = $1 AND afzender = $2 ORDER BY id DESC", Lees, bsn, afzender);

    /// <summary>Of one person, that are being looked into.</summary>
    public static ValueTask<List<Terugmelding>> InOnderzoek(this Session session, string bsn) =>
        session.All($"SELECT {Kolommen} FROM terugmeldingen_meldingen WHERE bsn = $1 AND status = 'InOnderzoek' ORDER BY id", Lees, bsn);

    /// <summary>What has to be done, the oldest first.</summary>
    public static ValueTask<List<Terugmelding>> OpenTerugmeldingen(this Session session, int hoogstens) =>
        session.All($"SELECT {Kolommen} FROM terugmeldingen_meldingen WHERE status IN ('Ontvangen', 'InOnderzoek') ORDER BY id LIMIT {hoogstens}", Lees);

    private static Terugmelding Lees(Row row) => new(
        row.Guid(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Instant(6), Enum.Parse<Terugmeldstatus>(row.Text(7)), row.TextOrNull(8), row.Instant(9));
}
