using Meent.Data.Opslag;
using Meent.Services.Sdep.Lijsten;
using Meent.Standards;

namespace Meent.Services.Sdep.Deelnemers;

/// <summary>A participant in the store.</summary>
/// <param name="Functioneel">The id by which others know it; says nothing of how it logs in.</param>
internal sealed record Partij(Guid Id, string Functioneel, string Naam);

internal static class Partijtabel
{
    public static string Soort(this Rol rol) => rol == Rol.Str ? "platform" : "instantie";

    /// <summary>Null for who never submitted anything.</summary>
    public static ValueTask<Partij?> Partij(this Session session, Deelnemer deelnemer) =>
        session.One("SELECT id, functioneel, naam FROM sdep_partijen WHERE sleutel = $1 AND soort = $2", Lees, deelnemer.Sleutel, deelnemer.Rol.Soort());

    public static ValueTask<Partij?> Platform(this Session session, string functioneel) =>
        session.One("SELECT id, functioneel, naam FROM sdep_partijen WHERE functioneel = $1 AND soort = 'platform'", Lees, functioneel);

    /// <summary>A competent authority sees its own only; one that never submitted anything has none.</summary>
    public static async ValueTask<(bool Alles, Guid? Wie)> Bereik(this Session session, Deelnemer deelnemer) =>
        deelnemer.Rol == Rol.Ca ? (false, (await session.Partij(deelnemer))?.Id) : (true, null);

    /// <summary>The participant itself, made when it is new; what else it submits waits until this transaction ends.</summary>
    public static async ValueTask<Partij> Vergrendel(this Session session, Deelnemer deelnemer)
    {
        await session.Execute(
            """
            INSERT INTO sdep_partijen (id, sleutel, soort, functioneel, naam, created, version) VALUES ($1, $2, $3, $4, $5, $6, 1)
            ON CONFLICT (sleutel, soort) DO UPDATE SET
              version = sdep_partijen.version + 1, naam = excluded.naam,
              created = CASE WHEN sdep_partijen.naam = excluded.naam THEN sdep_partijen.created ELSE excluded.created END
            """,
            Guid.CreateVersion7(), deelnemer.Sleutel, deelnemer.Rol.Soort(), Guid.CreateVersion7().ToString(), deelnemer.Naam, deelnemer.Klok.GetUtcNow().Microseconden());
        return (await session.Partij(deelnemer))!;
    }

    /// <summary>The same for a platform that another decides about.</summary>
    public static async ValueTask Vergrendel(this Session session, Partij platform) =>
        await session.Execute("UPDATE sdep_partijen SET version = version + 1 WHERE id = $1", platform.Id);

    /// <summary>Participants of a kind as the standard tells of them.</summary>
    public static ValueTask<List<string>> Partijen(this Session session, bool platforms, Bladzijde deel)
    {
        var vraag = new Vraagtekst();
        vraag.Eis("soort", platforms ? "platform" : "instantie");
        var veld = platforms ? "platform" : "competentAuthority";
        return session.All(vraag.Lijst("SELECT functioneel, naam, created FROM sdep_partijen", deel), rij => SdepJson.Tekst(json =>
        {
            json.WriteStartObject();
            json.WriteString(veld + "Id", rij.Text(0));
            json.Naam(veld + "Name", rij.Text(1));
            json.WriteString("createdAt", SdepJson.Moment(rij.Instant(2)));
            json.WriteEndObject();
        }), vraag.Args);
    }

    public static ValueTask<long> TelPartijen(this Session session, bool platforms) =>
        session.One("SELECT COUNT(*) FROM sdep_partijen WHERE soort = $1", rij => rij.Long(0), platforms ? "platform" : "instantie");

    private static Partij Lees(Row row) => new(row.Guid(0), row.Text(1), row.Text(2));
}
