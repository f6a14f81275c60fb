using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Meent.Services.Personen.Velden;
using Meent.Standards.Problemen;

namespace Meent.Services.Personen.Vraag;

/// <summary>The question <c>RaadpleegMetBurgerservicenummer</c>.</summary>
internal sealed partial record Raadpleegvraag(IReadOnlyList<string> Burgerservicenummers, IReadOnlyList<string> Velden, string? Gemeente)
{
    public const string Type = "RaadpleegMetBurgerservicenummer";

    private const int MaximumBsns = 20;
    private const int MaximumVelden = 130;

    private static readonly HashSet<string> Zoektypen = new(StringComparer.Ordinal)
    {
        "ZoekMetAdresseerbaarObjectIdentificatie", "ZoekMetGeslachtsnaamEnGeboortedatum", "ZoekMetNaamEnGemeenteVanInschrijving",
        "ZoekMetNummeraanduidingIdentificatie", "ZoekMetPostcodeEnHuisnummer", "ZoekMetStraatHuisnummerEnGemeenteVanInschrijving",
    };

    private static readonly HashSet<string> Parameters =
        new(StringComparer.Ordinal) { "type", "burgerservicenummer", "fields", "gemeenteVanInschrijving" };

    /// <exception cref="ProbleemException">400 that names every wrong parameter; 403 for a search, which this source does not allow anyone.</exception>
    public static Raadpleegvraag Lees(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) throw BrpProblemen.GeenJson();
        ControleerType(body);

        var fouten = new List<OngeldigVeld>();
        foreach (var parameter in body.EnumerateObject())
            if (!Parameters.Contains(parameter.Name))
                fouten.Add(new(WebUtility.HtmlEncode(parameter.Name), "unknownParam", "Parameter is niet verwacht."));
        var bsns = Lijst(body, "burgerservicenummer", MaximumBsns, BezwaarBsn, fouten);
        var gemeente = LeesGemeente(body, fouten);
        var velden = Lijst(body, "fields", MaximumVelden, BezwaarVeld, fouten);
        if (fouten.Count > 0) throw BrpProblemen.Parameters(fouten);
        return new Raadpleegvraag([.. bsns.Distinct(StringComparer.Ordinal)], velden, gemeente);
    }

    private static void ControleerType(JsonElement body)
    {
        if (!body.TryGetProperty("type", out var type) || type.ValueKind == JsonValueKind.Null)
            throw BrpProblemen.Parameters([new("type", "required", "Parameter is verplicht.")]);
        var naam = type.ValueKind == JsonValueKind.String ? type.GetString()! : "";
        if (naam == Type) return;
        throw Zoektypen.Contains(naam)
            ? BrpProblemen.VraagNietGeautoriseerd($"Niet geautoriseerd voor {naam}.")
            : BrpProblemen.Parameters([new("type", "value", "Waarde is geen geldig zoek type.")]);
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

    private static string? LeesGemeente(JsonElement body, List<OngeldigVeld> fouten)
    {
        const string naam = "gemeenteVanInschrijving";
        if (!body.TryGetProperty(naam, out var gemeente) || gemeente.ValueKind == JsonValueKind.Null) return null;
        if (gemeente.ValueKind == JsonValueKind.String && VierCijfers().IsMatch(gemeente.GetString()!)) return gemeente.GetString();
        fouten.Add(new(naam, "pattern", "Waarde voldoet niet aan patroon ^[0-9]{4}$."));
        return null;
    }

    private static (string Code, string Reden)? BezwaarBsn(string? bsn) =>
        bsn is not null && NegenCijfers().IsMatch(bsn) ? null : ("pattern", "Waarde voldoet niet aan patroon ^[0-9]{9}$.");

    private static (string Code, string Reden)? BezwaarVeld(string? veld) => veld switch
    {
        null => ("required", "Parameter is verplicht."),
        _ when !Veldnaam().IsMatch(veld) => ("pattern", @"Waarde voldoet niet aan patroon ^[a-zA-Z0-9\._]{1,200}$."),
        _ when !Veldenlijst.IsToegestaan(veld) => ("fields", "Parameter bevat een niet toegestane veldnaam."),
        _ when !Veldenlijst.Bestaat(veld) => ("fields", "Parameter bevat een niet bestaande veldnaam."),
        _ => null,
    };

    // \z, not $: that would let a line break through at the end.
    [GeneratedRegex(@"^[0-9]{9}\z")]
    private static partial Regex NegenCijfers();

    [GeneratedRegex(@"^[0-9]{4}\z")]
    private static partial Regex VierCijfers();

    [GeneratedRegex(@"^[a-zA-Z0-9\._]{1,200}\z")]
    private static partial Regex Veldnaam();
}
