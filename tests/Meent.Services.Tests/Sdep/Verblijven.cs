using System.Text.Json.Nodes;

namespace Meent.Services.Tests.Sdep;

/// <summary>Invented stays as a platform reports them.</summary>
internal static class Verblijven
{
    public static JsonObject Een(string areaId, string? id = null, string nummer = "9901ABCDEF0123456789", int gasten = 2, string begin = "2026-05-01T14:00:00Z", string einde = "2026-05-04T10:00:00Z")
    {
        var verblijf = new JsonObject
        {
            ["areaId"] = areaId,
            ["url"] = "https://logeerbij.example/12",
            ["address"] = Adres(),
            ["registrationNumber"] = nummer,
            ["numberOfGuests"] = gasten,
            ["countryOfGuests"] = new JsonArray([.. Enumerable.Repeat("NLD", gasten).Select(land => JsonValue.Create(land))]),
            ["temporal"] = new JsonObject { ["startDatetime"] = begin, ["endDatetime"] = einde },
        };
        if (id is not null) verblijf["activityId"] = id;
        return verblijf;
    }

    public static JsonObject Advertentie(string areaId, string? id = null, string? nummer = "9901ABCDEF0123456789", bool verklaard = true)
    {
        var advertentie = new JsonObject { ["areaId"] = areaId, ["url"] = "https://logeerbij.example/12", ["address"] = Adres(), ["declaredAsShortTermRental"] = verklaard };
        if (id is not null) advertentie["listingId"] = id;
        if (nummer is not null) advertentie["registrationNumber"] = nummer;
        return advertentie;
    }

    public static JsonObject Aanbod(params JsonNode[] advertenties) => new() { ["listings"] = new JsonArray([.. advertenties.Select(advertentie => advertentie.DeepClone())]) };

    public static JsonObject Adres() => new()
    {
        ["thoroughfare"] = "Zeelaan",
        ["locatorDesignatorNumber"] = 12,
        ["postCode"] = "9901AA",
        ["postName"] = "Duinwaarde",
        ["fullAddress"] = "Zeelaan 12, 9901AA Duinwaarde",
    };

    public static JsonObject Bericht(params JsonNode[] verblijven) => new() { ["activities"] = new JsonArray([.. verblijven.Select(verblijf => verblijf.DeepClone())]) };
}
