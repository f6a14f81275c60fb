using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Services.HaalCentraal;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Woz;

/// <summary>Which members are asked: paths with dots, or all.</summary>
internal sealed record Wozvelden(IReadOnlyList<string> Paden)
{
    public const string Parameter = "fields";

    private static readonly HashSet<string> Bekend = [.. Van(typeof(WozObject), "")];

    private static readonly string[] Alle = [.. Bekend.Where(pad => !pad.Contains('.', StringComparison.Ordinal))];

    /// <summary>Notes each path that the standard does not have.</summary>
    public static Wozvelden Lees(IQueryCollection query, Parameterlezer lezer)
    {
        if (!query.TryGetValue(Parameter, out var waarden)) return new(Alle);
        List<string> paden = [.. waarden.ToString().Split(',', StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
        if (waarden.Count > 1) lezer.Fout(Parameter, "maxItems", "Parameter mag één keer voorkomen.");
        else if (!paden.TrueForAll(Bekend.Contains)) lezer.Fout(Parameter, "fields", "Deel van de parameterwaarde niet correct: " + string.Join(", ", paden.Where(pad => !Bekend.Contains(pad))));
        return new(paden);
    }

    /// <summary>Doelbinding at the source.</summary>
    /// <exception cref="Standards.Problemen.ProbleemException">403: the purpose does not cover these.</exception>
    public void Controleer(Doel doel)
    {
        var teveel = Paden.Where(pad => !doel.Dekt(Diensten.Woz, pad)).ToList();
        if (teveel.Count > 0) throw Rfc2616Problemen.NietGeautoriseerd("autorisation", $"Het doel dekt deze velden niet: {string.Join(", ", teveel)}. Vraag met {Parameter} alleen wat het wel dekt.");
    }

    public bool Heeft(string veld) => Paden.Any(pad => pad == veld || pad.StartsWith(veld + '.', StringComparison.Ordinal));

    /// <summary>What is asked of an object, without what is absent.</summary>
    public JsonObject Kies(JsonObject geheel) => Kies(geheel, "")!;

    private JsonObject? Kies(JsonObject bron, string pad)
    {
        var gekozen = new JsonObject();
        foreach (var (naam, waarde) in bron)
        {
            var hier = pad + naam;
            if (Paden.Contains(hier)) gekozen[naam] = waarde?.DeepClone();
            else if (Heeft(hier) && Deel(waarde, hier + '.') is { } deel) gekozen[naam] = deel;
        }

        return gekozen.Count > 0 || pad.Length == 0 ? gekozen : null;
    }

    private JsonNode? Deel(JsonNode? waarde, string pad) => waarde switch
    {
        JsonObject groep => Kies(groep, pad),
        JsonArray rij => new JsonArray([.. rij.OfType<JsonObject>().Select(groep => Kies(groep, pad)).OfType<JsonObject>()]),
        _ => null,
    };

    private static IEnumerable<string> Van(Type type, string pad)
    {
        foreach (var eigenschap in type.GetProperties().Where(eigenschap => eigenschap.GetGetMethod()?.IsStatic == false))
        {
            var naam = pad + JsonNamingPolicy.CamelCase.ConvertName(eigenschap.Name);
            var soort = eigenschap.PropertyType.IsGenericType && !eigenschap.PropertyType.IsValueType ? eigenschap.PropertyType.GetGenericArguments()[0] : eigenschap.PropertyType;
            yield return naam;
            if (soort.Namespace != typeof(WozObject).Namespace) continue;
            foreach (var dieper in Van(soort, naam + '.')) yield return dieper;
        }
    }
}
