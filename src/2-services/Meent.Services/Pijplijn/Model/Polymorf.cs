using System.Text.Json;
using Meent.Standards.Problemen;

namespace Meent.Services.Pijplijn.Model;

/// <summary>A group whose fields depend on another member (betrokkeneIdentificatie, objectIdentificatie, partijIdentificatie).</summary>
internal static class Polymorf
{
    /// <returns>The group with every field of its shape, also the empty ones.</returns>
    /// <exception cref="ProbleemException">400 with every fault.</exception>
    public static JsonElement Volledig(JsonElement json, Type vorm, string veld) => Schrijf(Lees(json, vorm, veld), vorm);

    /// <summary>The group as a record of its shape, for a rule that completes it.</summary>
    /// <exception cref="ProbleemException">400 with every fault.</exception>
    public static object Lees(JsonElement json, Type vorm, string veld)
    {
        var fouten = new List<OngeldigVeld>();
        Controle.Object(json, Beschrijving.Van(vorm)!, veld, fouten);
        if (fouten.Count > 0) throw Weiger.Ongeldig(fouten);
        return json.Deserialize(vorm, Vorm.Json)!;
    }

    public static JsonElement Schrijf(object groep, Type vorm) => JsonSerializer.SerializeToElement(groep, vorm, Vorm.Json);
}
