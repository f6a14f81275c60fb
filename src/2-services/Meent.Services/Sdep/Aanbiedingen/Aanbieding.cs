using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Services.Sdep.Deelnemers;
using Meent.Services.Sdep.Gebieden;
using Meent.Services.Sdep.Invoer;

namespace Meent.Services.Sdep.Aanbiedingen;

/// <summary>Where a listing stands in its random check.</summary>
internal static class Stand
{
    public const string Wacht = "pending";
    public const string Goed = "clear";
    public const string Gevlagd = "flagged";
    public const string Gezien = "acknowledged";
}

/// <summary>The current version of a listing.</summary>
internal sealed record Aanbieding(Guid Id, string ListingId, Guid Platform, Guid Gebied, Guid Instantie, string Stand, string Vlaggen, DateTimeOffset Created, string Body)
{
    /// <summary>What a platform submits.</summary>
    public static Aanbieding Nieuw(JsonElement item, string listingId, Gebied gebied, Partij platform, DateTimeOffset nu) =>
        new(Guid.CreateVersion7(), listingId, platform.Id, gebied.Id, gebied.Instantie.Id, Aanbiedingen.Stand.Wacht, "", nu, SdepJson.Tekst(json => Schrijf(json, item, listingId, gebied, platform, nu)));

    /// <summary>The next version, with what the check found.</summary>
    public Aanbieding Gescreend(IReadOnlyList<string> vlaggen, DateTimeOffset nu) => Volgende(vlaggen.Count == 0 ? Aanbiedingen.Stand.Goed : Aanbiedingen.Stand.Gevlagd, string.Join(',', vlaggen), nu, body =>
    {
        body["flags"] = new JsonArray([.. vlaggen.Select(vlag => JsonValue.Create(vlag))]);
        body["screenedAt"] = SdepJson.Moment(nu);
    });

    /// <summary>The next version, now that the platform has seen what was found.</summary>
    public Aanbieding Bevestigd(DateTimeOffset nu) => Volgende(Aanbiedingen.Stand.Gezien, Vlaggen, nu, body => body["acknowledgedAt"] = SdepJson.Moment(nu));

    private Aanbieding Volgende(string stand, string vlaggen, DateTimeOffset nu, Action<JsonObject> wijzig)
    {
        var body = JsonNode.Parse(Body)!.AsObject();
        (body["status"], body["createdAt"]) = (stand, SdepJson.Moment(nu));
        wijzig(body);
        return this with { Id = Guid.CreateVersion7(), Stand = stand, Vlaggen = vlaggen, Created = nu, Body = SdepJson.Tekst(json => body.WriteTo(json)) };
    }

    private static void Schrijf(Utf8JsonWriter json, JsonElement item, string listingId, Gebied gebied, Partij platform, DateTimeOffset nu)
    {
        json.WriteStartObject();
        json.WriteString("listingId", listingId);
        json.Naam("listingName", item.Tekst("listingName"));
        json.WriteString("status", Aanbiedingen.Stand.Wacht);
        json.WriteStartArray("flags");
        json.WriteEndArray();
        json.WriteString("areaId", gebied.AreaId);
        json.Naam("areaName", gebied.Naam);
        json.WriteString("competentAuthorityId", gebied.Instantie.Functioneel);
        json.Naam("competentAuthorityName", gebied.Instantie.Naam);
        json.WriteString("url", item.Tekst("url"));
        Adres.Schrijf(json, item.GetProperty("address"));
        json.WriteBoolean("declaredAsShortTermRental", item.GetProperty("declaredAsShortTermRental").GetBoolean());
        json.WriteString("registrationNumber", item.Tekst("registrationNumber"));
        json.WriteString("submittedAt", SdepJson.Moment(nu));
        json.WriteNull("screenedAt");
        json.WriteNull("acknowledgedAt");
        json.WriteString("platformId", platform.Functioneel);
        json.Naam("platformName", platform.Naam);
        json.WriteString("createdAt", SdepJson.Moment(nu));
        json.WriteEndObject();
    }
}
