using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Data.Outbox;
using Meent.Services.Pijplijn.Model;
using Meent.Standards.Organisaties;

namespace Meent.Services.Notificaties;

/// <summary>One message to one subscriber.</summary>
internal sealed record Aflevering(long Plaats, Guid Abonnement, string Hoofdobject, string Bericht, long Pogingen, string Vorm);

/// <summary>What is left in the outbox.</summary>
internal enum Verdeling
{
    Klaar,
    Meer,

    /// <summary>Nothing, and there was nobody to tell.</summary>
    Niemand,
}

/// <summary>The deliveries' table.</summary>
internal static class Afleveringen
{
    private const string Kolommen = "plaats, abonnement, hoofdobject, bericht, pogingen, vorm";

    /// <summary>
    /// Takes events out of the outbox and puts a message in it for each subscriber that wants it. One node at a time does this, so the places follow the
    /// order of each object.
    /// </summary>
    public static async ValueTask<Verdeling> Verdeel(Session session, Organisatie organisatie, DateTimeOffset nu)
    {
        const int aantal = 200;
        // Who keeps no notifications, or has no subscribers, has nobody to tell.
        var abonnementen = organisatie.Diensten.Contains(Standards.Koppelvlak.Diensten.Notificaties) ? await Abonnementen.Alle(session) : [];
        if (abonnementen.Count == 0)
        {
            await session.OutboxDoorgegeven(nu);
            return Verdeling.Niemand;
        }

        var gebeurtenissen = await session.OutboxWachtend(aantal);
        foreach (var gebeurtenis in gebeurtenissen)
        {
            var bericht = Maak(gebeurtenis, organisatie);
            foreach (var abonnee in abonnementen.Where(abonnee => abonnee.Krijgt(bericht)))
            {
                await session.Execute(
                    "INSERT INTO notificaties_afleveringen (abonnement, hoofdobject, bericht, vorm, stand, pogingen, volgende, aangemaakt) VALUES ($1, $2, $3, $4, 0, 0, $5, $5)",
                    abonnee.Id, bericht.HoofdObject, Berichtvorm.Schrijf(abonnee.Vorm, bericht, gebeurtenis, organisatie), abonnee.Vorm, nu);
            }

            await session.OutboxDoorgegeven(gebeurtenis.Id, nu);
        }

        return gebeurtenissen.Count == aantal ? Verdeling.Meer : Verdeling.Klaar;
    }

    /// <summary>Subscribers for whom something waits, now or later.</summary>
    public static ValueTask<List<Guid>> Wachtenden(Session session) =>
        session.All("SELECT DISTINCT abonnement FROM notificaties_afleveringen WHERE stand = 0", row => row.Guid(0));

    /// <summary>The objects of which the first waiting message is due: the others of that object come after it.</summary>
    public static ValueTask<List<string>> Koppen(Session session, Guid abonnement, DateTimeOffset nu, int aantal) => session.All(
        """
        SELECT hoofdobject FROM notificaties_afleveringen WHERE volgende <= $2 AND plaats IN (
          SELECT MIN(plaats) FROM notificaties_afleveringen WHERE abonnement = $1 AND stand = 0 GROUP BY hoofdobject)
        ORDER BY plaats LIMIT $3
        """,
        row => row.Text(0), abonnement, nu, aantal);

    /// <summary>The first waiting message of one object, when it is due.</summary>
    public static ValueTask<Aflevering?> Volgende(Session session, Guid abonnement, string hoofdobject, DateTimeOffset nu) => session.One(
        $"""
        SELECT {Kolommen} FROM notificaties_afleveringen WHERE volgende <= $3 AND plaats = (
          SELECT MIN(plaats) FROM notificaties_afleveringen WHERE abonnement = $1 AND hoofdobject = $2 AND stand = 0)
        """,
        Lees, abonnement, hoofdobject, nu);

    public static ValueTask<int> Afgeleverd(Session session, long plaats, DateTimeOffset nu) =>
        session.Execute("UPDATE notificaties_afleveringen SET stand = 1, pogingen = pogingen + 1, fout = NULL, geprobeerd = $2 WHERE plaats = $1", plaats, nu);

    public static ValueTask<int> Mislukt(Session session, long plaats, bool opgegeven, DateTimeOffset nu, DateTimeOffset volgende, string fout) => session.Execute(
        "UPDATE notificaties_afleveringen SET stand = $2, pogingen = pogingen + 1, volgende = $3, fout = $4, geprobeerd = $5 WHERE plaats = $1", plaats, opgegeven ? 2 : 0, volgende, fout, nu);

    /// <summary>Delivered messages that nobody will ask for again, and those that were given up much longer ago.</summary>
    public static async ValueTask<int> RuimOp(Session session, DateTimeOffset voor, DateTimeOffset opgegevenVoor) =>
        await session.Execute("DELETE FROM notificaties_afleveringen WHERE stand = 1 AND volgende < $1", voor)
        + await session.Execute("DELETE FROM notificaties_afleveringen WHERE stand = 2 AND volgende < $1", opgegevenVoor);

    private static Notificatie Maak(Gebeurtenis gebeurtenis, Organisatie organisatie)
    {
        return new Notificatie
        {
            Kanaal = gebeurtenis.Kanaal,
            HoofdObject = Url(gebeurtenis.Hoofdobject),
            Resource = gebeurtenis.Resource,
            ResourceUrl = Url(gebeurtenis.ResourceUrl),
            Actie = gebeurtenis.Actie,
            Aanmaakdatum = gebeurtenis.Aanmaakdatum,
            Kenmerken = (gebeurtenis.Kenmerken ?? new Dictionary<string, string>()).ToDictionary(kenmerk => kenmerk.Key, kenmerk => Url(kenmerk.Value)),
        };

        string Url(string tekst) => tekst.StartsWith(EigenUrls.Plek) ? organisatie.Basis + tekst[1..] : tekst;
    }

    private static Aflevering Lees(Row row) => new(row.Long(0), row.Guid(1), row.Text(2), row.Text(3), row.Long(4), row.Text(5));
}
