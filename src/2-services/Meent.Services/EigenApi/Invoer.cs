using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Standards.Problemen;

namespace Meent.Services.EigenApi;

/// <summary>
/// Reads a JSON object field by field and gathers every mistake, so that a caller hears all of them at once, each with its field. What it was not
/// asked for is refused: a field that is silently ignored is a rule that was silently not applied.
/// </summary>
internal sealed partial class Invoer
{
    private static readonly DateOnly Begin = new(2000, 1, 1);
    private static readonly DateOnly Einde = new(2999, 12, 31);

    private readonly JsonElement _object;
    private readonly string _pad;
    private readonly List<OngeldigVeld> _fouten;
    private readonly HashSet<string> _gevraagd = new(StringComparer.Ordinal);
    private readonly List<Invoer> _delen = [];

    /// <summary>What was asked for, when the reading is only done to describe it.</summary>
    private JsonObject? _velden;
    private readonly JsonArray _verplicht = [];

    private Invoer(JsonElement lichaam, string pad, List<OngeldigVeld> fouten) => (_object, _pad, _fouten) = (lichaam, pad, fouten);

    /// <summary>Exactly what was sent, to recognise a repeated request.</summary>
    public string Tekst => _object.GetRawText();

    /// <summary>JSON Schema of a body, from the code that reads it: so they cannot differ.</summary>
    public static JsonObject Beschrijf(Action<Invoer> lees)
    {
        var invoer = Lees("{}"u8.ToArray());
        invoer._velden = [];
        lees(invoer);
        return invoer.Schema();
    }

    /// <summary>Whether there is an object here at all; when there is not, that is the mistake.</summary>
    public bool Aanwezig => _object.ValueKind == JsonValueKind.Object;

    /// <summary>A text without control characters.</summary>
    public string Verplicht(string veld, int max) => Optioneel(veld, max, verplicht: true) ?? "";

    /// <summary>A text of several lines.</summary>
    public string Regels(string veld, int max) => Optioneel(veld, max, verplicht: true, regels: true) ?? "";

    public string? Optioneel(string veld, int max, bool verplicht = false, bool regels = false)
    {
        Beschrijf(veld, verplicht, new() { ["type"] = "string", ["maxLength"] = max });
        if (Waarde(veld, JsonValueKind.String, verplicht, "Dit is een tekst.") is not { } waarde) return null;
        var tekst = Leesbaar(waarde);
        if (tekst is null || tekst.Any(teken => char.IsControl(teken) && !(regels && teken is '\n' or '\r' or '\t'))) Fout(veld, "invalid", "Deze tekst bevat tekens die niet mogen.");
        else if (tekst.Length > max) Fout(veld, "max_length", $"Ten hoogste {max} tekens.");
        else if (string.IsNullOrWhiteSpace(tekst)) Fout(veld, "blank", "Dit veld mag niet leeg zijn.");
        else return tekst.Trim();
        return null;
    }

    /// <summary>A text of which the form is checked.</summary>
    public string Verplicht(string veld, Func<string, bool> vorm, string reden)
    {
        var fouten = _fouten.Count;
        var tekst = Verplicht(veld, 255);
        if (_fouten.Count == fouten && !vorm(tekst)) Fout(veld, "invalid", reden);
        return tekst;
    }

    public T Keuze<T>(string veld) where T : struct, Enum
    {
        var fouten = _fouten.Count;
        var woord = Verplicht(veld, 40);
        Beschrijf(veld, true, Keuzeschema<T>());
        foreach (var waarde in Enum.GetValues<T>())
            if (waarde.Woord() == woord) return waarde;
        if (_fouten.Count == fouten) Fout(veld, "invalid_choice", $"Kies uit {string.Join(", ", Enum.GetValues<T>().Select(w => w.Woord()))}.");
        return default;
    }

    public int Getal(string veld, int min, int max) => OptioneelGetal(veld, min, max, verplicht: true) ?? min;

    public int? OptioneelGetal(string veld, int min, int max, bool verplicht = false)
    {
        Beschrijf(veld, verplicht, new() { ["type"] = "integer", ["minimum"] = min, ["maximum"] = max });
        if (Waarde(veld, JsonValueKind.Number, verplicht, "Dit is een getal.") is not { } waarde) return null;
        if (waarde.TryGetInt32(out var getal) && getal >= min && getal <= max) return getal;
        Fout(veld, "invalid", $"Een geheel getal van {min} tot en met {max}.");
        return null;
    }

    public bool Vlag(string veld)
    {
        _gevraagd.Add(veld);
        Beschrijf(veld, true, new() { ["type"] = "boolean" });
        if (!Aanwezig) return false;
        if (_object.TryGetProperty(veld, out var waarde) && waarde.ValueKind is JsonValueKind.True or JsonValueKind.False) return waarde.GetBoolean();
        Fout(veld, "required", "Dit veld is verplicht, en true of false.");
        return false;
    }

    /// <summary>False when it is not there.</summary>
    public bool OptioneleVlag(string veld)
    {
        Beschrijf(veld, false, new() { ["type"] = "boolean" });
        _gevraagd.Add(veld);
        return Aanwezig && _object.TryGetProperty(veld, out var waarde) && waarde.ValueKind is not JsonValueKind.Null && Vlag(veld);
    }

    public DateOnly Datum(string veld)
    {
        var fouten = _fouten.Count;
        var tekst = Verplicht(veld, 40);
        Beschrijf(veld, true, new() { ["type"] = "string", ["format"] = "date" });
        if (LeesDatum(tekst) is { } datum) return datum;
        if (_fouten.Count == fouten) Fout(veld, "invalid", "Een datum zoals 2026-07-01.");
        return default;
    }

    public DateOnly? OptioneleDatum(string veld)
    {
        if (Waarde(veld, JsonValueKind.String, false, "Dit is een tekst.") is not null) return Datum(veld);
        Beschrijf(veld, false, new() { ["type"] = "string", ["format"] = "date" });
        return null;
    }

    /// <summary>As <see cref="Deel"/>, when it is there.</summary>
    public Invoer? OptioneelDeel(string veld)
    {
        if (_velden is null && Waarde(veld, JsonValueKind.Object, false, "Dit is een object.") is null) return null;
        var deel = Deel(veld);
        _verplicht.Remove(_verplicht.FirstOrDefault(naam => naam!.GetValue<string>() == veld));
        return deel;
    }

    /// <summary>An object inside this one; its fields are named with their path.</summary>
    public Invoer Deel(string veld)
    {
        var deel = new Invoer(Waarde(veld, JsonValueKind.Object, true, "Dit is een object.") ?? default, $"{_pad}{veld}.", _fouten);
        _delen.Add(deel);
        if (_velden is not null)
        {
            deel._velden = [];
            Beschrijf(veld, true, []);
        }

        return deel;
    }

    /// <summary>Objects in a list; their fields are named with their path and position.</summary>
    public IReadOnlyList<T> Delen<T>(string veld, int max, Func<Invoer, T> lees)
    {
        if (_velden is not null) _velden[veld] = new JsonObject { ["type"] = "array", ["maxItems"] = max, ["items"] = Beschrijf(deel => lees(deel)) };
        if (Waarde(veld, JsonValueKind.Array, false, "Dit is een lijst.") is not { } lijst) return [];
        if (lijst.GetArrayLength() > max)
        {
            Fout(veld, "max_length", $"Ten hoogste {max}.");
            return [];
        }

        var delen = lijst.EnumerateArray().Select((waarde, i) => new Invoer(waarde.ValueKind == JsonValueKind.Object ? waarde : default, $"{_pad}{veld}.{i}.", _fouten)).ToList();
        foreach (var deel in delen.Where(deel => !deel.Aanwezig)) Fout($"{deel._pad[_pad.Length..^1]}", "invalid", "Dit is een object.");
        _delen.AddRange(delen);
        return [.. delen.Select(lees)];
    }

    public Guid? OptioneleSleutel(string veld)
    {
        Beschrijf(veld, false, new() { ["type"] = "string", ["format"] = "uuid" });
        if (Waarde(veld, JsonValueKind.String, false, "Dit is een tekst.") is not { } waarde) return null;
        if (waarde.TryGetGuid(out var id)) return id;
        Fout(veld, "invalid", "Dit is geen UUID.");
        return null;
    }

    public T? OptioneleKeuze<T>(string veld) where T : struct, Enum =>
        Waarde(veld, JsonValueKind.String, false, "Dit is een tekst.") is null ? Zonder<T>(veld) : Keuze<T>(veld);

    /// <summary>Whether a mistake was found in one of these fields.</summary>
    public bool Genoemd(params ReadOnlySpan<string> velden)
    {
        foreach (var veld in velden)
            if (_fouten.Exists(fout => fout.Name == _pad + veld)) return true;
        return false;
    }

    public void Fout(string veld, string code, string reden) => _fouten.Add(new(_pad + veld, code, reden));

    /// <exception cref="ProbleemException">400 with every mistake.</exception>
    public void Klaar()
    {
        if (_velden is not null) return;
        VerzamelOnbekende();
        if (_fouten.Count > 0) throw Weigering.Ongeldig(_fouten);
    }

    internal static DateOnly? LeesDatum(string tekst) =>
        DateOnly.TryParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var datum) && datum >= Begin && datum <= Einde ? datum : null;

    private T? Zonder<T>(string veld) where T : struct, Enum
    {
        Beschrijf(veld, false, Keuzeschema<T>());
        return null;
    }

    private static JsonObject Keuzeschema<T>() where T : struct, Enum =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. Enum.GetValues<T>().Select(w => JsonValue.Create(w.Woord()))]) };

    private void Beschrijf(string veld, bool verplicht, JsonObject schema)
    {
        if (_velden is null) return;
        if (verplicht && !_velden.ContainsKey(veld)) _verplicht.Add(veld);
        _velden[veld] = schema;
    }

    private JsonObject Schema()
    {
        foreach (var deel in _delen) _velden![deel._pad[_pad.Length..^1]] = deel.Schema();
        return new() { ["type"] = "object", ["properties"] = _velden, ["required"] = _verplicht, ["additionalProperties"] = false };
    }

    private void VerzamelOnbekende()
    {
        if (Aanwezig)
        {
            foreach (var veld in _object.EnumerateObject().Where(veld => !_gevraagd.Contains(veld.Name)))
                Fout(veld.Name.Length > 100 ? veld.Name[..100] : veld.Name, "onbekend", "Dit veld bestaat niet.");
        }

        _delen.ForEach(deel => deel.VerzamelOnbekende());
    }

    private JsonElement? Waarde(string veld, JsonValueKind soort, bool verplicht, string reden)
    {
        _gevraagd.Add(veld);
        if (!Aanwezig) return null;
        if (!_object.TryGetProperty(veld, out var waarde) || waarde.ValueKind == JsonValueKind.Null)
        {
            if (verplicht) Fout(veld, "required", "Dit veld is verplicht.");
            return null;
        }

        if (waarde.ValueKind == soort) return waarde;
        Fout(veld, "invalid", reden);
        return null;
    }
}
