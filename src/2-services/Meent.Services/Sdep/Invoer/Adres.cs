using System.Text.Json;

namespace Meent.Services.Sdep.Invoer;

/// <summary>An address with the names of INSPIRE.</summary>
internal static class Adres
{
    private static readonly string[] Velden = ["thoroughfare", "locatorDesignatorNumber", "locatorDesignatorLetter", "locatorDesignatorAddition", "postCode", "postName", "fullAddress"];

    /// <summary>Writes what the standard knows of it, without what is not there.</summary>
    public static void Schrijf(Utf8JsonWriter json, JsonElement adres)
    {
        json.WriteStartObject("address");
        foreach (var veld in Velden)
        {
            if (!adres.TryGetProperty(veld, out var waarde) || waarde.ValueKind == JsonValueKind.Null) continue;
            json.WritePropertyName(veld);
            waarde.WriteTo(json);
        }

        json.WriteEndObject();
    }
}
