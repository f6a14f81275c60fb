using System.Collections.Concurrent;
using System.Text.Json;
using Meent.Services.Pijplijn;

namespace Meent.Services.Objecten.Schemas;

/// <summary>Where something does not fit, and why; never with the value itself, which may be personal.</summary>
internal sealed record Schemafout(string Plek, string Reden);

/// <summary>
/// A JSON schema of an objecttype (drafts 4 to 2020-12; no package that reads them is to be had here). As in JSON Schema itself <c>format</c> only informs.
/// What it refers to stands in it: nothing is fetched.
/// </summary>
internal sealed class Jsonschema
{
    private const string Fout = "invalid-json-schema";
    private const string Naamloos = "http://schema.invalid/";
    private const int MeesteOnthouden = 500;
    private const int MeesteFouten = 10;

    private static readonly ConcurrentDictionary<string, Jsonschema> Gelezen = new(StringComparer.Ordinal);
    private static readonly string[] Oude = ["draft-04", "draft-05", "draft-06", "draft-07"];

    private readonly Dictionary<string, Schemaplek> _perNaam = new(StringComparer.Ordinal);

    private Jsonschema(JsonElement wortel)
    {
        var dialect = wortel.ValueKind == JsonValueKind.Object && wortel.TryGetProperty("$schema", out var soort) && soort.ValueKind == JsonValueKind.String ? soort.GetString()! : "";
        AlleenRef = Oude.Any(oud => dialect.Contains(oud, StringComparison.Ordinal));
        Wortel = new Schemaplek(wortel, Naamloos);
        _perNaam[Naamloos] = Wortel;
        Noteer(wortel, Naamloos);
        if (Eigen(wortel) is { } id) Wortel = Wortel with { Basis = Samen(Naamloos, id).Bron };
    }

    public Schemaplek Wortel { get; }

    /// <summary>Before 2019 nothing counted beside <c>$ref</c>.</summary>
    public bool AlleenRef { get; }

    public static Jsonschema Van(string tekst)
    {
        if (Gelezen.TryGetValue(tekst, out var bekend)) return bekend;
        if (Gelezen.Count >= MeesteOnthouden) Gelezen.Clear();
        return Gelezen[tekst] = new Jsonschema(JsonSerializer.Deserialize<JsonElement>(tekst));
    }

    /// <exception cref="Standards.Problemen.ProbleemException">400: it is no JSON schema.</exception>
    public static void Controleer(string tekst)
    {
        var schema = new Jsonschema(JsonSerializer.Deserialize<JsonElement>(tekst));
        if (Schemacontrole.Fouten(schema).Take(MeesteFouten).ToList() is { Count: > 0 } fouten)
            throw Weiger.Ongeldig([.. fouten.Select(fout => new Standards.Problemen.OngeldigVeld("jsonSchema", Fout, Zin(fout)))]);
    }

    /// <exception cref="Standards.Problemen.ProbleemException">400: the data does not fit.</exception>
    public void Eis(JsonElement data)
    {
        if (new Toets(this).Fouten(data).Take(MeesteFouten).ToList() is { Count: > 0 } fouten)
            throw Weiger.Ongeldig([.. fouten.Select(fout => new Standards.Problemen.OngeldigVeld("nonFieldErrors", Fout, Zin(fout)))]);
    }

    /// <summary>What a reference points at; null when that is not in this schema.</summary>
    public Schemaplek? Vind(string basis, string verwijzing)
    {
        var (bron, deel) = Samen(basis, verwijzing);
        if (deel.Length == 0 || deel[0] == '/') return _perNaam.TryGetValue(bron, out var plek) ? Loop(plek, deel) : null;
        return _perNaam.TryGetValue($"{bron}#{deel}", out var anker) ? anker : null;
    }

    /// <summary>The base of what stands in a schema: its own name, when it has one.</summary>
    public static string Basis(JsonElement vorm, string basis) => Eigen(vorm) is { } id ? Samen(basis, id).Bron : basis;

    private static string Zin(Schemafout fout) => fout.Plek.Length == 0 ? fout.Reden : $"{fout.Plek}: {fout.Reden}";

    private static string? Eigen(JsonElement vorm)
    {
        if (vorm.ValueKind != JsonValueKind.Object || !(vorm.TryGetProperty("$id", out var id) || vorm.TryGetProperty("id", out id)) || id.ValueKind != JsonValueKind.String) return null;
        return id.GetString() is { Length: > 0 } naam && naam[0] != '#' ? naam : null;
    }

    private static (string Bron, string Deel) Samen(string basis, string verwijzing)
    {
        var hek = verwijzing.IndexOf('#', StringComparison.Ordinal);
        var (voor, deel) = hek < 0 ? (verwijzing, "") : (verwijzing[..hek], Uri.UnescapeDataString(verwijzing[(hek + 1)..]));
        if (voor.Length == 0) return (basis, deel);
        return (Uri.TryCreate(basis, UriKind.Absolute, out var van) && Uri.TryCreate(van, voor, out var heel) ? heel.AbsoluteUri : voor, deel);
    }

    /// <summary>Notes everything that has a name.</summary>
    private void Noteer(JsonElement vorm, string basis)
    {
        if (vorm.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in vorm.EnumerateArray()) Noteer(item, basis);
            return;
        }

        if (vorm.ValueKind != JsonValueKind.Object) return;
        if (Eigen(vorm) is { } id && !(AlleenRef && vorm.TryGetProperty("$ref", out _)))
        {
            basis = Samen(basis, id).Bron;
            _perNaam.TryAdd(basis, new Schemaplek(vorm, basis));
        }

        foreach (var naam in (string[])["$anchor", "$id", "id"])
        {
            if (vorm.TryGetProperty(naam, out var anker) && anker.ValueKind == JsonValueKind.String && anker.GetString()! is var tekst && (naam.EndsWith("nchor", StringComparison.Ordinal) || tekst.StartsWith('#')))
                _perNaam.TryAdd($"{basis}#{tekst.TrimStart('#')}", new Schemaplek(vorm, basis));
        }

        foreach (var lid in vorm.EnumerateObject().Where(lid => lid.Name is not ("enum" or "const" or "default" or "examples"))) Noteer(lid.Value, basis);
    }

    private static Schemaplek? Loop(Schemaplek van, string wijzer)
    {
        var (vorm, basis) = van;
        foreach (var deel in wijzer.Split('/').Skip(1).Select(deel => deel.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        {
            if (vorm.ValueKind == JsonValueKind.Object && vorm.TryGetProperty(deel, out var lid)) vorm = lid;
            else if (vorm.ValueKind == JsonValueKind.Array && int.TryParse(deel, out var plek) && plek >= 0 && plek < vorm.GetArrayLength()) vorm = vorm[plek];
            else return null;
            basis = Basis(vorm, basis);
        }

        return new Schemaplek(vorm, basis);
    }
}

/// <summary>A schema in a schema.</summary>
/// <param name="Basis">What its references are relative to.</param>
internal readonly record struct Schemaplek(JsonElement Vorm, string Basis);
