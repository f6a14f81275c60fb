using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Personen.Volgen;
using Meent.Services.Pijplijn.Model;

namespace Meent.Services.Notificaties;

/// <summary>A subscription with its id and the form of its messages (<see cref="Berichtvorm"/>).</summary>
internal sealed record Abonnee(Guid Id, Abonnement Abonnement, string Vorm, string Eigenaar)
{
    /// <summary>Whether a message is for it: subscribed to, and not meant for another.</summary>
    public bool Krijgt(Notificatie bericht) => Abonnement.Wil(bericht) && (bericht.Kanaal != Volgtabel.Kanaal || bericht.Kenmerken.GetValueOrDefault(Volgtabel.Afnemer) == Eigenaar);
}

/// <summary>The subscriptions' table. Each belongs to the client or organisation that made it: it holds that one's credentials.</summary>
internal static class Abonnementen
{
    /// <param name="eigenaar">Null for all.</param>
    public static ValueTask<List<Abonnee>> Alle(Session session, string? eigenaar = null) => session.All(
        "SELECT id, inhoud, vorm, eigenaar FROM notificaties_abonnementen WHERE $1 = '' OR eigenaar = $1 ORDER BY id", Lees, eigenaar ?? "");

    public static ValueTask<List<Abonnee>> Een(Session session, Guid id, string? eigenaar) => session.All(
        "SELECT id, inhoud, vorm, eigenaar FROM notificaties_abonnementen WHERE id = $2 AND ($1 = '' OR eigenaar = $1)", Lees, eigenaar ?? "", id);

    public static ValueTask<int> Bewaar(Session session, Guid id, string eigenaar, Abonnement abonnement) => session.Execute(
        "INSERT INTO notificaties_abonnementen (id, eigenaar, inhoud) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET inhoud = excluded.inhoud",
        id, eigenaar, JsonSerializer.Serialize(abonnement, Vorm.Json));

    public static ValueTask<int> Verwijder(Session session, Guid id) => session.Execute("DELETE FROM notificaties_abonnementen WHERE id = $1", id);

    public static ValueTask<int> ZetVorm(Session session, Guid id, string vorm) => session.Execute("UPDATE notificaties_abonnementen SET vorm = $2 WHERE id = $1", id, vorm);

    private static Abonnee Lees(Row row) => new(row.Guid(0), JsonSerializer.Deserialize<Abonnement>(row.Text(1), Vorm.Json)!, row.Text(2), row.Text(3));
}
