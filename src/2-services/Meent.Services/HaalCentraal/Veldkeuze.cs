using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Services.Verwerkingsregister;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.HaalCentraal;

/// <summary>Which members of a resource are asked with <c>fields</c>: paths with dots, or all.</summary>
/// <param name="Paden">Without what stands before them in a purpose.</param>
/// <param name="Voor">What stands before them in a purpose, with its dot; empty when the service has one resource.</param>
internal sealed record Veldkeuze(IReadOnlyList<string> Paden, string Voor = "")
{
    public const string Parameter = "fields";

    /// <summary>Notes each path that the resource does not have.</summary>
    public static Veldkeuze Lees(IQueryCollection query, Parameterlezer lezer, Resourcevelden resource)
    {
        if (!query.TryGetValue(Parameter, out var waarden)) return resource.Alle;
        if (waarden.Count == 1) return Lees(waarden[0]!, lezer, resource);
        lezer.Fout(Parameter, "maxItems", "Parameter mag één keer voorkomen.");
        return resource.Alle;
    }

    /// <inheritdoc cref="Lees(IQueryCollection, Parameterlezer, Resourcevelden)"/>
    public static Veldkeuze Lees(string waarde, Parameterlezer lezer, Resourcevelden resource)
    {
        List<string> paden = [.. waarde.Split(',', StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
        if (!paden.TrueForAll(resource.Bekend.Contains)) lezer.Fout(Parameter, Parameter, "Deel van de parameterwaarde niet correct: " + string.Join(", ", paden.Where(pad => !resource.Bekend.Contains(pad))));
        return resource.Alle with { Paden = paden };
    }

    /// <summary>Doelbinding at the source.</summary>
    /// <exception cref="Standards.Problemen.ProbleemException">403: the purpose does not cover these.</exception>
    public void Controleer(Doel doel, string dienst, string code)
    {
        var teveel = Paden.Where(pad => !doel.Dekt(dienst, Voor + pad)).ToList();
        if (teveel.Count > 0) throw Rfc2616Problemen.NietGeautoriseerd(code, $"Het doel dekt deze velden niet: {string.Join(", ", teveel.Select(pad => Voor + pad))}. Vraag met {Parameter} alleen wat het wel dekt.");
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
}

/// <summary>The members of a resource, as its record has them.</summary>
internal sealed class Resourcevelden(Type resource, string voor = "")
{
    public IReadOnlySet<string> Bekend { get; } = Van(resource, "").ToHashSet(StringComparer.Ordinal);

    public Veldkeuze Alle => new([.. Bekend.Where(pad => !pad.Contains('.', StringComparison.Ordinal))], voor);

    private static IEnumerable<string> Van(Type type, string pad)
    {
        foreach (var eigenschap in type.GetProperties().Where(eigenschap => eigenschap.GetGetMethod()?.IsStatic == false))
        {
            var naam = pad + JsonNamingPolicy.CamelCase.ConvertName(eigenschap.Name);
            var soort = eigenschap.PropertyType.IsGenericType && !eigenschap.PropertyType.IsValueType ? eigenschap.PropertyType.GetGenericArguments()[0] : eigenschap.PropertyType;
            yield return naam;
            if (soort.Assembly != type.Assembly) continue;
            foreach (var dieper in Van(soort, naam + '.')) yield return dieper;
        }
    }
}
