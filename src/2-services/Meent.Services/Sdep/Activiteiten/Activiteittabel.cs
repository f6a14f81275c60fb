using Meent.Data.Opslag;
using Meent.Services.Sdep.Deelnemers;
using Meent.Services.Sdep.Gebieden;
using Meent.Services.Sdep.Lijsten;
using Meent.Standards;

namespace Meent.Services.Sdep.Activiteiten;

/// <summary>Activities in the store.</summary>
internal static class Activiteittabel
{
    /// <summary>Ids of the current activities of a platform that have these fingerprints.</summary>
    public static async ValueTask<Dictionary<string, string>> Bekend(this Session session, Partij platform, IReadOnlyCollection<string> vingerafdrukken)
    {
        if (vingerafdrukken.Count == 0) return [];
        var gevonden = new Dictionary<string, string>(StringComparer.Ordinal);
        await session.Each(
            $"SELECT vingerafdruk, activity_id FROM sdep_activiteiten WHERE platform = $1 AND ended IS NULL AND vingerafdruk IN ({Vraagtekst.Plaatsen(2, vingerafdrukken.Count)}) ORDER BY id",
            rij => gevonden.TryAdd(rij.Text(0), rij.Text(1)), [platform.Id, .. vingerafdrukken]);
        return gevonden;
    }

    /// <summary>Ends the current versions with these ids; what comes instead is added in the same transaction.</summary>
    public static async ValueTask Beeindig(this Session session, Partij platform, IReadOnlyCollection<string> activityIds, DateTimeOffset nu) => await session.Execute(
        $"UPDATE sdep_activiteiten SET ended = $2 WHERE platform = $1 AND ended IS NULL AND activity_id IN ({Vraagtekst.Plaatsen(3, activityIds.Count)})",
        [platform.Id, nu.Microseconden(), .. activityIds]);

    public static ValueTask Voeg(this Session session, Activiteit activiteit, Gebied gebied, Partij platform, string body, DateTimeOffset nu) => session.Later(
        "INSERT INTO sdep_activiteiten (id, activity_id, platform, gebied, instantie, vingerafdruk, created, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        Guid.CreateVersion7(), activiteit.ActivityId, platform.Id, gebied.Id, gebied.Instantie.Id, activiteit.Vingerafdruk, nu.Microseconden(), body);

    /// <param name="instantie">Whose areas; null for all.</param>
    public static ValueTask<List<string>> Activiteiten(this Session session, Guid? instantie, Lijstvraag gevraagd)
    {
        var vraag = Vraag(instantie, gevraagd);
        return session.All(vraag.Lijst("SELECT body FROM sdep_activiteiten", gevraagd.Deel), rij => rij.Text(0), vraag.Args);
    }

    public static ValueTask<long> TelActiviteiten(this Session session, Guid? instantie, Lijstvraag gevraagd)
    {
        var vraag = Vraag(instantie, gevraagd);
        return session.One(vraag.Sql("SELECT COUNT(*) FROM sdep_activiteiten"), rij => rij.Long(0), vraag.Args);
    }

    private static Vraagtekst Vraag(Guid? instantie, Lijstvraag gevraagd)
    {
        var vraag = new Vraagtekst("ended IS NULL");
        vraag.Eis("instantie", instantie);
        gevraagd.Voeg(vraag);
        return vraag;
    }
}
