using System.Text.Json;
using Meent.Data.Modellen.Objecten;
using Meent.Data.Opslag;
using Meent.Data.Outbox;
using Meent.Services.Objecten.Schemas;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Standards;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Objecten.Records;

/// <summary>
/// Objects as they are kept: a row with the type and a version that orders events, and a record for each state. Records are never changed, but for the
/// day on which they end and the number of the one that corrects them.
/// </summary>
internal static class Objectopslag
{
    private const string Kanaal = "objecten";

    private static readonly string Pad = Diensten.Pad(Diensten.Objecten);

    /// <exception cref="Standards.Problemen.ProbleemException">400: the id is taken, or the record is not as its type says.</exception>
    public static async ValueTask Maak(Session session, Guid id, Guid type, Nieuwrecord record, DateTimeOffset nu)
    {
        if (record.CorrectionFor is { } nummer) throw GeenRecord(nummer);
        await Toets(session, type, record);
        try
        {
            await session.Execute("INSERT INTO objecten_objecten (id, version, objecttype) VALUES ($1, 1, $2)", id, type);
        }
        catch (UniqueConflictException)
        {
            throw Weiger.Ongeldig("uuid", "unique", "Er bestaat al een object met dit uuid.");
        }

        await Voeg(session, id, type, 1, record, nu);
        await Meld(session, id, type, 1, "create", nu);
    }

    /// <summary>Adds a record to an object that is locked, and ends the one before.</summary>
    public static async ValueTask Wijzig(Session session, Guid id, Objectrij rij, Vorigrecord oud, Nieuwrecord record, string actie, DateTimeOffset nu)
    {
        await Toets(session, rij.Type, record);
        var nummer = oud.Volgnummer + 1;
        await session.Execute("UPDATE objecten_records SET end_at = $2 WHERE id = $1", oud.Id, record.StartAt);
        if (record.CorrectionFor is { } verbeterd) await Verbeter(session, id, verbeterd, nummer);
        await Voeg(session, id, rij.Type, nummer, record, nu);
        await Meld(session, id, rij.Type, rij.Versie, actie, nu);
    }

    /// <summary>An object under its lock, with its next version; null when there is none.</summary>
    public static ValueTask<Objectrij?> Pak(Session session, Guid id) => session.One(
        "UPDATE objecten_objecten SET version = version + 1 WHERE id = $1 RETURNING version, objecttype", row => new Objectrij(row.Long(0), row.Guid(1)), id);

    /// <summary>The type of an object; null when there is none.</summary>
    public static ValueTask<Guid?> Type(Session session, Guid id) => session.One("SELECT objecttype FROM objecten_objecten WHERE id = $1", row => (Guid?)row.Guid(0), id);

    public static async ValueTask<Vorigrecord> Laatste(Session session, Guid id) => (await session.One(
        "SELECT r.id, r.volgnummer, r.typeversie, r.data, r.geometrie, r.verwijzingen, r.start_at FROM objecten_records r WHERE r.object = $1 ORDER BY r.volgnummer DESC LIMIT 1",
        row => new Vorigrecord(row.Guid(0), (int)row.Long(1), (int)row.Long(2), row.Text(3), row.TextOrNull(4), Verwijzingen(row.Bytes(5)), row.Date(6)), id))!;

    /// <summary>References that one record had are left out of it; the only change to a record that is no end.</summary>
    public static ValueTask<int> Verwijs(Session session, Guid record, IReadOnlyList<Reference> verwijzingen) =>
        session.Execute("UPDATE objecten_records SET verwijzingen = $2 WHERE id = $1", record, Json(verwijzingen));

    public static ValueTask Meld(Session session, Guid id, Guid type, long versie, string actie, DateTimeOffset nu)
    {
        var url = EigenUrls.Van($"{Pad}/objects", id);
        return session.Outbox(new Gebeurtenis(
            Kanaal, url, versie, "object", url, actie, nu, new Dictionary<string, string> { ["objectType"] = EigenUrls.Van($"{Pad}/objecttypes", type) }));
    }

    /// <summary>Data by the schema of the version of the type, a geometry where the type has them.</summary>
    private static async ValueTask Toets(Session session, Guid type, Nieuwrecord record)
    {
        var (bestaat, metGeometrie, schema) = await session.One(
            "SELECT t.met_geometrie, v.json_schema FROM objecten_objecttypen t LEFT JOIN objecten_typeversies v ON v.objecttype = t.id AND v.versie = $2 WHERE t.id = $1",
            row => (true, row.Bool(0), row.TextOrNull(1)), type, record.TypeVersion);
        if (!bestaat) throw Weiger.Ongeldig("type", "does_not_exist", "Dit objecttype bestaat niet.");
        if (schema is null) throw Weiger.Ongeldig("nonFieldErrors", "invalid-json-schema", $"Het objecttype heeft geen versie {record.TypeVersion}.");
        Jsonschema.Van(schema).Eis(record.Data);
        if (record.Geometry is not null && !metGeometrie) throw Weiger.Ongeldig("nonFieldErrors", "geometry-not-allowed", "Objecten van dit type hebben geen geometrie.");
    }

    private static async ValueTask Voeg(Session session, Guid object_, Guid type, int nummer, Nieuwrecord record, DateTimeOffset nu)
    {
        var id = Guid.CreateVersion7(nu);
        var waarden = Waarden.Van(record.Data);
        var vak = Vak.Van(record.Geometry);
        try
        {
            await session.Execute(
                """
                INSERT INTO objecten_records (id, object, volgnummer, objecttype, typeversie, start_at, end_at, registration_at, correction_for, corrected_by,
                  data, zoektekst, verwijzingen, geometrie, geo_x1, geo_y1, geo_x2, geo_y2)
                VALUES ($1, $2, $3, $4, $5, $6, NULL, $7, $8, NULL, $9, $10, $11, $12, $13, $14, $15, $16)
                """,
                id, object_, nummer, type, record.TypeVersion, record.StartAt, nu.LokaleDag(), record.CorrectionFor, Zuiver.Tekst(record.Data, "record.data"),
                Waarden.Zoektekst(record.Data), Json(record.References), record.Geometry is { } geometrie ? Zuiver.Tekst(geometrie, "record.geometry") : null,
                vak?.X1, vak?.Y1, vak?.X2, vak?.Y2);
        }
        catch (ReferenceConflictException)
        {
            throw Weiger.Ongeldig("type", "does_not_exist", "Dit objecttype is er zojuist niet meer.");
        }

        await Waarden.Schrijf(session, id, waarden);
    }

    private static async ValueTask Verbeter(Session session, Guid object_, int nummer, int door)
    {
        var (bestaat, verbeterd) = await session.One("SELECT corrected_by FROM objecten_records WHERE object = $1 AND volgnummer = $2", row => (true, row.LongOrNull(0)), object_, nummer);
        if (!bestaat) throw GeenRecord(nummer);
        if (verbeterd is not null) throw Weiger.Ongeldig("record.correctionFor", "unique", $"Record {nummer} is al verbeterd.");
        await session.Execute("UPDATE objecten_records SET corrected_by = $3 WHERE object = $1 AND volgnummer = $2", object_, nummer, door);
    }

    private static Standards.Problemen.ProbleemException GeenRecord(int nummer) => Weiger.Ongeldig("record.correctionFor", "does_not_exist", $"Het object heeft geen record {nummer}.");

    private static Utf8Text Json(IReadOnlyList<Reference> verwijzingen)
    {
        var json = JsonSerializer.Serialize(verwijzingen, Vorm.Json).Replace("\\u0001", EigenUrls.Plek.ToString(), StringComparison.Ordinal);
        return new Utf8Text(System.Text.Encoding.UTF8.GetBytes(json));
    }

    private static List<Reference> Verwijzingen(byte[] json) => JsonSerializer.Deserialize<List<Reference>>(Vorm.Leesbaar(json).WrittenSpan, Vorm.Json)!;
}

/// <summary>An object that is locked.</summary>
internal sealed record Objectrij(long Versie, Guid Type);
