using System.Text.Json;
using Meent.Data.Modellen.Objecten;
using Meent.Data.Opslag;
using Meent.Services.Objecten.Records;
using Meent.Services.Objecten.Typen;
using Meent.Standards;

namespace Meent.Services.Objecten.Demo;

/// <summary>Invented trees, so that the demo landscape has an objecttype with objects on the map.</summary>
internal static class ObjectenDemo
{
    /// <summary>The same at each organisation, so that an example in a manual works.</summary>
    private static readonly Guid Boom = new("0b00b000-0000-7000-8000-000000000001");

    private const string Schema =
        """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "Boom",
          "type": "object",
          "required": ["soort", "plantjaar"],
          "properties": {
            "soort": { "type": "string", "description": "Naam van de soort", "minLength": 1 },
            "plantjaar": { "type": "integer", "minimum": 1500 },
            "hoogte": { "type": "number", "description": "In meters", "exclusiveMinimum": 0 },
            "conditie": { "enum": ["goed", "matig", "slecht"] },
            "afmetingen": { "type": "object", "properties": { "stam": { "type": "number", "description": "Doorsnede in cm" }, "kroon": { "type": "number", "description": "Doorsnede in m" } } }
          },
          "additionalProperties": false
        }
        """;

    private static readonly (string Soort, int Plantjaar, double Hoogte, string Conditie, double Lengte, double Breedte)[] Bomen =
    [
        ("Zomereik", 1921, 18.5, "goed", 4.4013, 51.9021), ("Zomereik", 1921, 17, "matig", 4.4015, 51.9023), ("Hollandse linde", 1968, 14.2, "goed", 4.4041, 51.9008),
        ("Plataan", 1954, 21, "goed", 4.3987, 51.8995), ("Gewone es", 1987, 11.4, "slecht", 4.4102, 51.9052), ("Veldesdoorn", 2016, 4.1, "goed", 4.4110, 51.9055),
    ];

    /// <summary>Adds them when the type is not there yet.</summary>
    public static async Task Vul(Store store, TimeProvider klok)
    {
        var nu = klok.GetUtcNow();
        await store.Write(async session =>
        {
            if (await session.One("SELECT 1 FROM objecten_objecttypen WHERE id = $1", _ => true, Boom)) return false;
            await Typeopslag.Voeg(session, Boom, new ObjectType { Name = "Boom", NamePlural = "Bomen", Description = "Een boom in de openbare ruimte", Labels = Json(new { }) }, nu);
            await Typeversies.Voeg(session, Boom, ObjectTypeVersion.Published, Zuiver.Tekst(JsonSerializer.Deserialize<JsonElement>(Schema), "jsonSchema"), nu.LokaleDag());
            foreach (var boom in Bomen)
            {
                var data = Json(new { soort = boom.Soort, plantjaar = boom.Plantjaar, hoogte = boom.Hoogte, conditie = boom.Conditie });
                var plek = Json(new { type = "Point", coordinates = new[] { boom.Lengte, boom.Breedte } });
                await Objectopslag.Maak(session, Guid.CreateVersion7(nu), Boom, new Nieuwrecord(1, data, plek, [], new DateOnly(boom.Plantjaar, 1, 1), null), nu);
            }

            return true;
        });
    }

    private static JsonElement Json(object waarde) => JsonSerializer.SerializeToElement(waarde);
}
