using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Services.Verwerkingsregister;

/// <summary>A version as the API shows it: the shape of the VNG's VAR API, with the validity and the URI that it lacks.</summary>
internal static class RegisterJson
{
    public static JsonObject Van(Versie versie, Organisatie organisatie)
    {
        var json = new JsonObject
        {
            ["id"] = versie.Id,
            ["uri"] = versie.Uri,
            ["versie"] = versie.Nummer,
            ["beginGeldigheid"] = versie.Begin,
            ["eindeGeldigheid"] = versie.Einde,
            ["tijdstipRegistratie"] = versie.Vastgelegd,
            ["verantwoordelijkeOrganisatie"] = organisatie.Oin,
        };
        foreach (var (naam, waarde) in JsonSerializer.SerializeToNode(versie.Activiteit, Bronnen.Json)!.AsObject().Where(veld => veld.Value is not null))
            json[naam] = waarde!.DeepClone();
        return json;
    }

    public static string ETag(Versie versie) => $"\"{versie.Id:N}-{versie.Nummer}\"";
}
