using System.Text.Json;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Standards.Problemen;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>A group whose fields depend on another member (betrokkeneIdentificatie, objectIdentificatie).</summary>
internal static class Polymorf
{
    /// <returns>The group with every field of its shape, also the empty ones.</returns>
    /// <exception cref="ProbleemException">400 with every fault.</exception>
    public static JsonElement Volledig(JsonElement json, Type vorm, string veld)
    {
        var fouten = new List<OngeldigVeld>();
        Controle.Object(json, Beschrijving.Van(vorm)!, veld, fouten);
        if (fouten.Count > 0) throw Weiger.Ongeldig(fouten);
        return JsonSerializer.SerializeToElement(json.Deserialize(vorm, Vorm.Json), vorm, Vorm.Json);
    }
}
