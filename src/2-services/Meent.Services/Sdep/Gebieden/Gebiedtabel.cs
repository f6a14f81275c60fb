using Meent.Data.Opslag;
using Meent.Services.Sdep.Deelnemers;
using Meent.Services.Sdep.Fouten;
using Meent.Services.Sdep.Lijsten;
using Meent.Standards;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Sdep.Gebieden;

/// <summary>Areas in the store.</summary>
internal static class Gebiedtabel
{
    /// <summary>Adds an area, or the next version of one; under the lock of its authority.</summary>
    /// <exception cref="SdepException">409: the id is that of another's; 422: it was deleted.</exception>
    public static async ValueTask<string> Voeg(this Session session, Nieuwgebied nieuw, Partij instantie, DateTimeOffset nu)
    {
        var areaId = nieuw.AreaId ?? Guid.CreateVersion7().ToString();
        var eerder = await session.All("SELECT id, instantie, ended FROM sdep_gebieden WHERE area_id = $1", rij => (Id: rij.Guid(0), Van: rij.Guid(1), Huidig: rij.IsNull(2)), areaId);
        if (eerder.Exists(versie => versie.Van != instantie.Id))
            throw new SdepException(StatusCodes.Status409Conflict, new Foutregel($"Area with areaId '{areaId}' exists already", "duplicate_error", "areaId"));
        if (eerder.Count > 0 && !eerder.Exists(versie => versie.Huidig)) throw SdepException.Ongeldig($"Area '{areaId}' has been deactivated", "business_logic_error", "areaId");
        await session.Execute("UPDATE sdep_gebieden SET ended = $2 WHERE area_id = $1 AND ended IS NULL", areaId, nu.Microseconden());
        var gebied = new Gebied(Guid.CreateVersion7(), areaId, nieuw.Naam, nieuw.Regulation, instantie);
        var body = nieuw.Body(gebied, nu);
        try
        {
            await session.Execute(
                "INSERT INTO sdep_gebieden (id, area_id, instantie, regulation, naam, bestandsnaam, inhoud, created, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                gebied.Id, areaId, instantie.Id, nieuw.Regulation, nieuw.Naam, nieuw.Bestandsnaam, nieuw.Inhoud, nu.Microseconden(), body);
        }
        catch (UniqueConflictException)
        {
            // Another authority took the id at this very moment.
            throw new SdepException(StatusCodes.Status409Conflict, new Foutregel($"Area with areaId '{areaId}' exists already", "duplicate_error", "areaId"));
        }

        return body;
    }

    /// <param name="instantie">Whose; null for all.</param>
    public static ValueTask<List<string>> Gebieden(this Session session, Guid? instantie, Bladzijde deel)
    {
        var vraag = new Vraagtekst("ended IS NULL");
        vraag.Eis("instantie", instantie);
        return session.All(vraag.Lijst("SELECT body FROM sdep_gebieden", deel), rij => rij.Text(0), vraag.Args);
    }

    public static ValueTask<long> TelGebieden(this Session session, Guid? instantie)
    {
        var vraag = new Vraagtekst("ended IS NULL");
        vraag.Eis("instantie", instantie);
        return session.One(vraag.Sql("SELECT COUNT(*) FROM sdep_gebieden"), rij => rij.Long(0), vraag.Args);
    }

    public static ValueTask<(string Naam, byte[] Inhoud)?> Bestand(this Session session, string areaId, Guid? instantie)
    {
        var vraag = new Vraagtekst("ended IS NULL");
        vraag.Eis("area_id", areaId);
        vraag.Eis("instantie", instantie);
        return session.One(vraag.Sql("SELECT bestandsnaam, inhoud FROM sdep_gebieden"), rij => ((string, byte[])?)(rij.Text(0), rij.Bytes(1)), vraag.Args);
    }

    public static async ValueTask<bool> Beeindig(this Session session, string areaId, Guid instantie, DateTimeOffset nu) => await session.Execute(
        "UPDATE sdep_gebieden SET ended = $3 WHERE area_id = $1 AND instantie = $2 AND ended IS NULL", areaId, instantie, nu.Microseconden()) > 0;

    /// <summary>The current areas with these ids.</summary>
    public static async ValueTask<Dictionary<string, Gebied>> Gebieden(this Session session, IReadOnlyCollection<string> areaIds)
    {
        if (areaIds.Count == 0) return [];
        var gevonden = await session.All(
            $"""
            SELECT g.id, g.area_id, g.naam, g.regulation, p.id, p.functioneel, p.naam FROM sdep_gebieden g JOIN sdep_partijen p ON p.id = g.instantie
            WHERE g.ended IS NULL AND g.area_id IN ({Vraagtekst.Plaatsen(1, areaIds.Count)})
            """,
            rij => new Gebied(rij.Guid(0), rij.Text(1), rij.Text(2), rij.Text(3), new Partij(rij.Guid(4), rij.Text(5), rij.Text(6))), [.. areaIds]);
        return gevonden.ToDictionary(gebied => gebied.AreaId, StringComparer.Ordinal);
    }
}
