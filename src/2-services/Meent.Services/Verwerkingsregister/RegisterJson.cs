using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Verwerkingsregister;

/// <summary>A version as the API shows it: the shape of the VNG's VAR API, with the validity and the URI that it lacks.</summary>
internal static class RegisterJson
{
    /// <param name="versies">All of the entry, in the order of <see cref="Tijdlijn"/>.</param>
    /// <param name="moment">For which it is asked: tells until when a record of then stays confidential.</param>
    public static JsonObject Van(Versie versie, IReadOnlyCollection<Versie> versies, Organisatie organisatie, DateTimeOffset? moment = null)
    {
        var json = new JsonObject
        {
            ["id"] = versie.Id,
            ["uri"] = versie.Uri,
            ["versie"] = versie.Nummer,
            ["beginGeldigheid"] = versie.Begin,
            ["eindeGeldigheid"] = versies.Einde(versie),
            ["tijdstipRegistratie"] = versie.Vastgelegd,
            ["verantwoordelijkeOrganisatie"] = organisatie.Oin,
        };
        if (versies.IsVervangen(versie)) json["vervangen"] = true;
        foreach (var (naam, waarde) in JsonSerializer.SerializeToNode(versie.Activiteit, Bronnen.Json)!.AsObject().Where(veld => veld.Value is not null))
            json[naam] = waarde!.DeepClone();
        if (moment is { } op && versie.Activiteit.VertrouwelijkTot(op) is { } dag) json["vertrouwelijkTot"] = dag.BeginVanDag();
        return json;
    }

    /// <summary>Another version of the entry can end this one: their number counts along.</summary>
    public static string ETag(Versie versie, IReadOnlyCollection<Versie> versies) => $"\"{versie.Id:N}-{versie.Nummer}-{versies.Count}\"";

    public static IResult Antwoord(HttpContext http, JsonNode json, int status = StatusCodes.Status200OK)
    {
        http.Response.Headers["API-Version"] = "0.1.0";
        return Results.Text(json.ToJsonString(Bronnen.Json), "application/json", Encoding.UTF8, status);
    }
}
