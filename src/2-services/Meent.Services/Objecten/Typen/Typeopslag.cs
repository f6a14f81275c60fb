using System.Globalization;
using Meent.Data.Modellen.Objecten;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Standards;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Objecten.Typen;

/// <summary>Objecttypen as they are kept: with URLs that begin at the API, since they are served at two paths.</summary>
internal static class Typeopslag
{
    /// <summary>Of alias <c>t</c>, with the numbers of the versions.</summary>
    public const string Kolommen =
        "t.id, t.body, (SELECT string_agg(CAST(v.versie AS VARCHAR), ',' ORDER BY v.versie) FROM objecten_typeversies v WHERE v.objecttype = t.id)";

    /// <exception cref="Standards.Problemen.ProbleemException">400: the id is taken.</exception>
    public static async ValueTask Voeg(Session session, Guid id, ObjectType type, DateTimeOffset nu)
    {
        var vandaag = nu.LokaleDag();
        type = type with { CreatedAt = vandaag, ModifiedAt = vandaag };
        try
        {
            await session.Execute(
                "INSERT INTO objecten_objecttypen (id, version, vorm, body, classificatie, met_geometrie, gemaakt) VALUES ($1, 1, 1, $2, $3, $4, $5)",
                id, Body(id, type), type.DataClassification, type.AllowGeometry, nu);
        }
        catch (UniqueConflictException)
        {
            throw Weiger.Ongeldig("uuid", "unique", "Er bestaat al een objecttype met dit uuid.");
        }
    }

    /// <summary>The body of a type under its lock; null when there is none.</summary>
    public static ValueTask<byte[]?> Pak(Session session, Guid id) =>
        session.One("UPDATE objecten_objecttypen SET version = version + 1 WHERE id = $1 RETURNING body", row => row.Bytes(0), id);

    public static ValueTask<int> Wijzig(Session session, Guid id, ObjectType type, DateOnly vandaag) => session.Execute(
        "UPDATE objecten_objecttypen SET body = $2, classificatie = $3, met_geometrie = $4 WHERE id = $1",
        id, Body(id, type with { ModifiedAt = vandaag }), type.DataClassification, type.AllowGeometry);

    public static void Schrijf(Row row, Buffer doel, byte[] basis)
    {
        doel.Kopieer(Vorm.Zichtbaar(row.Span(1)), basis);
        doel.Schrijf(",\"versions\":["u8);
        if (row.TextOrNull(2) is { } versies)
        {
            var id = row.Guid(0);
            var eerste = true;
            foreach (var versie in versies.Split(','))
            {
                doel.Schrijf(eerste ? "\""u8 : ",\""u8);
                eerste = false;
                doel.Schrijf(basis);
                doel.Schrijf(string.Create(CultureInfo.InvariantCulture, $"/objecttypes/{id:D}/versions/{versie}\""));
            }
        }

        doel.Schrijf("]}"u8);
    }

    private static Utf8Text Body(Guid id, ObjectType type) => new(Vorm.Bewaar(type, $"{EigenUrls.Plek}/objecttypes/{id:D}", id, metUuid: true));
}
