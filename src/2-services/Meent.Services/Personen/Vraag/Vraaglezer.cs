using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Meent.Services.Personen.Velden;
using Meent.Standards.Problemen;

namespace Meent.Services.Personen.Vraag;

/// <summary>Reads a question to one of the BRP APIs, and gathers all that is wrong with it, in the words of the standard.</summary>
internal sealed partial class Vraaglezer
{
    public const string Fields = "fields";

    private const string Verplicht = "Parameter is verplicht.";

    private readonly JsonElement _body;
    private readonly List<OngeldigVeld> _fouten = [];

    /// <exception cref="ProbleemException">400: this is no question.</exception>
    public Vraaglezer(JsonElement body) => _body = body.ValueKind == JsonValueKind.Object ? body : throw BrpProblemen.GeenJson();

    /// <exception cref="ProbleemException">400: without a type that exists nothing else can be judged.</exception>
    public T Type<T>(Func<string, T?> vind)
        where T : class
    {
        if (!_body.TryGetProperty("type", out var type) || type.ValueKind == JsonValueKind.Null)
            throw BrpProblemen.Parameters([new("type", "required", Verplicht)]);
        return (type.ValueKind == JsonValueKind.String ? vind(type.GetString()!) : null)
            ?? throw BrpProblemen.Parameters([new("type", "value", "Waarde is geen geldig zoek type.")]);
    }

    /// <summary>Anything else is not expected; the type always is.</summary>
    public void AlleenBekend(params IEnumerable<string> bekend)
    {
        foreach (var parameter in _body.EnumerateObject())
            if (parameter.Name != "type" && !bekend.Contains(parameter.Name))
                Fout(WebUtility.HtmlEncode(parameter.Name), "unknownParam", "Parameter is niet verwacht.");
    }

    public Dictionary<Parameter, string> Parameters(IReadOnlyCollection<Parameter> verplicht, IReadOnlyCollection<Parameter> erbij)
    {
        var gevonden = new Dictionary<Parameter, string>();
        foreach (var parameter in verplicht.Concat(erbij))
        {
            var moet = verplicht.Contains(parameter);
            var waarde = _body.TryGetProperty(parameter.Naam, out var json) && json.ValueKind != JsonValueKind.Null ? json : default;
            var leeg = waarde.ValueKind == JsonValueKind.Undefined || (moet && waarde.ValueKind == JsonValueKind.String && waarde.GetString()!.Length == 0);
            if (leeg && moet) Fout(parameter.Naam, "required", Verplicht);
            if (leeg) continue;
            if (parameter.Bezwaar(waarde) is var (code, reden)) Fout(parameter.Naam, code, reden);
            else gevonden[parameter] = waarde.ToString();
        }

        return gevonden;
    }

    public List<string> Velden(Veldenlijst velden, int maximum) => Lijst(Fields, maximum, veld => BezwaarVeld(velden, veld));

    /// <param name="bezwaar">Code and reason why an item is refused; null when it is good.</param>
    public List<string> Lijst(string naam, int maximum, Func<string?, (string Code, string Reden)?> bezwaar)
    {
        var waarden = new List<string>();
        if (!_body.TryGetProperty(naam, out var lijst) || lijst.ValueKind == JsonValueKind.Null)
            Fout(naam, "required", Verplicht);
        else if (lijst.ValueKind != JsonValueKind.Array)
            Fout(naam, "array", "Parameter is geen array.");
        else if (lijst.GetArrayLength() == 0)
            Fout(naam, "minItems", "Array bevat minder dan 1 items.");
        else if (lijst.GetArrayLength() > maximum)
            Fout(naam, "maxItems", $"Array bevat meer dan {maximum} items.");
        else
            LeesItems();
        return waarden;

        void LeesItems()
        {
            foreach (var (i, item) in lijst.EnumerateArray().Index())
            {
                var waarde = item.ValueKind is JsonValueKind.String or JsonValueKind.Null ? item.GetString() : item.GetRawText();
                if (bezwaar(waarde) is var (code, reden)) Fout($"{naam}[{i}]", code, reden);
                else waarden.Add(waarde!);
            }
        }
    }

    public void Fout(string naam, string code, string reden) => _fouten.Add(new(naam, code, reden));

    /// <exception cref="ProbleemException">400 that names every wrong parameter.</exception>
    public void Klaar()
    {
        if (_fouten.Count > 0) throw BrpProblemen.Parameters(_fouten);
    }

    private static (string Code, string Reden)? BezwaarVeld(Veldenlijst velden, string? veld) => veld switch
    {
        null => ("required", Verplicht),
        _ when !Veldnaam().IsMatch(veld) => ("pattern", @"Waarde voldoet niet aan patroon ^[a-zA-Z0-9\._]{1,200}$."),
        _ when !Veldenlijst.IsToegestaan(veld) => ("fields", "Parameter bevat een niet toegestane veldnaam."),
        _ when !velden.Bestaat(veld) => ("fields", "Parameter bevat een niet bestaande veldnaam."),
        _ => null,
    };

    // \z, not $: that would let a line break through at the end.
    [GeneratedRegex(@"^[a-zA-Z0-9\._]{1,200}\z")]
    private static partial Regex Veldnaam();
}
