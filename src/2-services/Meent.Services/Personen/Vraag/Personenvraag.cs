using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Meent.Services.Personen.Velden;
using Meent.Standards.Problemen;

namespace Meent.Services.Personen.Vraag;

/// <summary>A question about persons.</summary>
/// <param name="Burgerservicenummers">Of <c>RaadpleegMetBurgerservicenummer</c>.</param>
/// <param name="Zoek">The other parameters, as they were given.</param>
internal sealed partial record Personenvraag(
    Vraagtype Type, IReadOnlyList<string> Burgerservicenummers, IReadOnlyDictionary<Parameter, string> Zoek, IReadOnlyList<string> Velden)
{
    private const string Bsns = "burgerservicenummer";
    private const string Fields = "fields";
    private const int MaximumBsns = 20;
    private const int MaximumVelden = 130;

    public bool IsZoekvraag => Type != Vraagtype.Raadpleeg;

    /// <summary>The elements by which is searched, as protocollering wants them.</summary>
    public string Zoekrubrieken => string.Join(", ", Zoek.Keys.Select(p => p.Rubriek).Append(IsZoekvraag ? null : "010120").OfType<string>().Order(StringComparer.Ordinal));

    /// <exception cref="ProbleemException">400 that names every wrong parameter.</exception>
    public static Personenvraag Lees(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) throw BrpProblemen.GeenJson();
        var type = LeesType(body);
        var fouten = new List<OngeldigVeld>();
        string[] bekend = ["type", Fields, type == Vraagtype.Raadpleeg ? Bsns : Fields, .. type.Parameters.Select(p => p.Naam)];
        foreach (var parameter in body.EnumerateObject())
            if (!bekend.Contains(parameter.Name))
                fouten.Add(new(WebUtility.HtmlEncode(parameter.Name), "unknownParam", "Parameter is niet verwacht."));
        var bsns = type == Vraagtype.Raadpleeg ? Lijst(body, Bsns, MaximumBsns, BezwaarBsn, fouten) : [];
        var zoek = LeesParameters(type, body, fouten);
        var velden = Lijst(body, Fields, MaximumVelden, veld => BezwaarVeld(type.Velden, veld), fouten);
        if (fouten.Count > 0) throw BrpProblemen.Parameters(fouten);
        return new Personenvraag(type, [.. bsns.Distinct(StringComparer.Ordinal)], zoek, velden);
    }

    private static Vraagtype LeesType(JsonElement body)
    {
        if (!body.TryGetProperty("type", out var type) || type.ValueKind == JsonValueKind.Null)
            throw BrpProblemen.Parameters([new("type", "required", "Parameter is verplicht.")]);
        return (type.ValueKind == JsonValueKind.String ? Vraagtype.Vind(type.GetString()!) : null)
            ?? throw BrpProblemen.Parameters([new("type", "value", "Waarde is geen geldig zoek type.")]);
    }

    private static Dictionary<Parameter, string> LeesParameters(Vraagtype type, JsonElement body, List<OngeldigVeld> fouten)
    {
        var gevonden = new Dictionary<Parameter, string>();
        foreach (var parameter in type.Parameters)
        {
            var verplicht = type.Verplicht.Contains(parameter);
            var waarde = body.TryGetProperty(parameter.Naam, out var json) && json.ValueKind != JsonValueKind.Null ? json : default;
            var leeg = waarde.ValueKind == JsonValueKind.Undefined || (verplicht && waarde.ValueKind == JsonValueKind.String && waarde.GetString()!.Length == 0);
            if (leeg && verplicht) fouten.Add(new(parameter.Naam, "required", "Parameter is verplicht."));
            if (leeg) continue;
            if (parameter.Bezwaar(waarde) is var (code, reden)) fouten.Add(new(parameter.Naam, code, reden));
            else gevonden[parameter] = waarde.ToString();
        }

        return gevonden;
    }

    private static List<string> Lijst(
        JsonElement body, string naam, int maximum, Func<string?, (string Code, string Reden)?> bezwaar, List<OngeldigVeld> fouten)
    {
        var waarden = new List<string>();
        if (!body.TryGetProperty(naam, out var lijst) || lijst.ValueKind == JsonValueKind.Null)
            fouten.Add(new(naam, "required", "Parameter is verplicht."));
        else if (lijst.ValueKind != JsonValueKind.Array)
            fouten.Add(new(naam, "array", "Parameter is geen array."));
        else if (lijst.GetArrayLength() == 0)
            fouten.Add(new(naam, "minItems", "Array bevat minder dan 1 items."));
        else if (lijst.GetArrayLength() > maximum)
            fouten.Add(new(naam, "maxItems", $"Array bevat meer dan {maximum} items."));
        else
            LeesItems();
        return waarden;

        void LeesItems()
        {
            foreach (var (i, item) in lijst.EnumerateArray().Index())
            {
                var waarde = item.ValueKind is JsonValueKind.String or JsonValueKind.Null ? item.GetString() : item.GetRawText();
                if (bezwaar(waarde) is var (code, reden)) fouten.Add(new($"{naam}[{i}]", code, reden));
                else waarden.Add(waarde!);
            }
        }
    }

    private static (string Code, string Reden)? BezwaarBsn(string? bsn) =>
        bsn is not null && NegenCijfers().IsMatch(bsn) ? null : ("pattern", "Waarde voldoet niet aan patroon ^[0-9]{9}$.");

    private static (string Code, string Reden)? BezwaarVeld(Veldenlijst velden, string? veld) => veld switch
    {
        null => ("required", "Parameter is verplicht."),
        _ when !Veldnaam().IsMatch(veld) => ("pattern", @"Waarde voldoet niet aan patroon ^[a-zA-Z0-9\._]{1,200}$."),
        _ when !Veldenlijst.IsToegestaan(veld) => ("fields", "Parameter bevat een niet toegestane veldnaam."),
        _ when !velden.Bestaat(veld) => ("fields", "Parameter bevat een niet bestaande veldnaam."),
        _ => null,
    };

    // \z, not $: that would let a line break through at the end.
    [GeneratedRegex(@"^[0-9]{9}\z")]
    private static partial Regex NegenCijfers();

    [GeneratedRegex(@"^[a-zA-Z0-9\._]{1,200}\z")]
    private static partial Regex Veldnaam();
}
