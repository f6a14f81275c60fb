using Meent.Data.Opslag;

namespace Meent.Data.Logboek;

/// <summary>That somebody asked who a signal is about, and what another decided.</summary>
/// <param name="Toegestaan">Null as long as nobody decided.</param>
public sealed record Heridentificatie(
    Guid Id, Guid Signaal, string Vrager, string Reden, DateTimeOffset Gevraagd, string? Beslisser, bool? Toegestaan, string? Toelichting, DateTimeOffset? Besloten)
{
    private const string Kolommen = "id, signaal, vrager, reden, gevraagd, beslisser, toegestaan, toelichting, besloten";

    /// <summary>Of a signal, the newest first.</summary>
    public static ValueTask<List<Heridentificatie>> Van(Session session, Guid signaal) => session.All(
        $"SELECT {Kolommen} FROM logboek_heridentificaties WHERE signaal = $1 ORDER BY gevraagd DESC, id DESC",
        row => new Heridentificatie(
            row.Guid(0), row.Guid(1), row.Text(2), row.Text(3), row.Instant(4), row.TextOrNull(5), row.LongOrNull(6) is { } toegestaan ? toegestaan == 1 : null, row.TextOrNull(7), row.InstantOrNull(8)), signaal);

    /// <exception cref="UniqueConflictException">One waits already.</exception>
    public ValueTask<int> Vraag(Session session) => session.Execute(
        "INSERT INTO logboek_heridentificaties (id, signaal, vrager, reden, gevraagd) VALUES ($1, $2, $3, $4, $5)", Id, Signaal, Vrager, Reden, Gevraagd);

    /// <returns>0 when somebody else was first.</returns>
    public ValueTask<int> Besluit(Session session, string wie, bool toegestaan, string toelichting, DateTimeOffset nu) => session.Execute(
        "UPDATE logboek_heridentificaties SET beslisser = $1, toegestaan = $2, toelichting = $3, besloten = $4 WHERE id = $5 AND besloten IS NULL", wie, toegestaan, toelichting, nu, Id);
}
