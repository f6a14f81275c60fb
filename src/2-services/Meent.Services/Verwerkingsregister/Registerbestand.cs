using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Services.Pijplijn;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;

namespace Meent.Services.Verwerkingsregister;

/// <summary>An entry in a file.</summary>
/// <param name="Plaats">From the name of a field to where it stands in the file.</param>
internal sealed record Registerrij(Func<string, string> Plaats, Invoer Invoer);

/// <summary>
/// The whole register as a file: JSON with entries as the API takes them one by one, or CSV with a column a field, in which a list has a line for each
/// and personal data stand as <c>role: data</c>.
/// </summary>
internal static class Registerbestand
{
    private const string Lid = "verwerkingsactiviteiten";
    private const string Onder = "activiteit.";
    private static readonly string[] Kop = ["code", "beginGeldigheid", "eindeGeldigheid"];

    /// <summary>The fields of an activity by their name in JSON, in the order in which they are declared.</summary>
    private static readonly Dictionary<string, Type> Velden = typeof(Activiteit).GetProperties().Where(veld => veld.CanWrite)
        .ToDictionary(veld => JsonNamingPolicy.CamelCase.ConvertName(veld.Name), veld => veld.PropertyType, StringComparer.Ordinal);

    public static string Json(IEnumerable<Versie> versies) => new JsonObject
    {
        [Lid] = new JsonArray([.. versies.Select(versie => new JsonObject
        {
            ["code"] = Code(versie),
            ["beginGeldigheid"] = versie.Begin,
            ["eindeGeldigheid"] = versie.Einde,
            ["activiteit"] = Activiteit(versie),
        })]),
    }.ToJsonString(Bronnen.Json);

    public static string Csv(IEnumerable<Versie> versies)
    {
        var tekst = new StringBuilder(Rekenblad.Merk);
        Rekenblad.Regel(tekst, [.. Kop, .. Velden.Keys]);
        foreach (var versie in versies)
        {
            var activiteit = Activiteit(versie);
            Rekenblad.Regel(tekst, [Code(versie), Moment(versie.Begin), versie.Einde is { } einde ? Moment(einde) : "", .. Velden.Keys.Select(veld => Cel(activiteit[veld]))]);
        }

        return tekst.ToString();
    }

    /// <param name="fouten">Gets what cannot be read, with its place.</param>
    public static List<Registerrij> LeesJson(byte[] inhoud, List<OngeldigVeld> fouten)
    {
        try
        {
            using var bestand = JsonDocument.Parse(inhoud);
            if (bestand.RootElement is not { ValueKind: JsonValueKind.Object } wortel || !wortel.TryGetProperty(Lid, out var lijst) || lijst.ValueKind != JsonValueKind.Array || wortel.EnumerateObject().Count() != 1)
                throw Weiger.Ongeldig(Lid, "required", $"Verwachtte een object met alleen de lijst {Lid}.");
            return [.. lijst.EnumerateArray().Select((een, i) => Rij(een, veld => veld.Length == 0 ? $"{Lid}[{i}]" : $"{Lid}[{i}].{veld}", fouten)).OfType<Registerrij>()];
        }
        catch (JsonException fout)
        {
            throw Weiger.Ongeldig("", "invalid", string.Create(CultureInfo.InvariantCulture, $"Geen geldige JSON op regel {fout.LineNumber + 1}."));
        }
    }

    /// <param name="fouten">Gets what cannot be read, with its place.</param>
    public static List<Registerrij> LeesCsv(byte[] inhoud, List<OngeldigVeld> fouten)
    {
        try
        {
            var regels = Rekenblad.Lees(Tekst(inhoud));
            if (regels.Count == 0) throw Weiger.Ongeldig("regel 1", "required", "De eerste regel noemt de kolommen.");
            var kolommen = regels[0].Velden;
            foreach (var kolom in kolommen.Where(kolom => !Kop.Contains(kolom) && !Velden.ContainsKey(kolom)))
                fouten.Add(new($"regel {regels[0].Regel}, {kolom}", "unknown-parameter", "Deze kolom is niet bekend."));
            foreach (var kolom in kolommen.GroupBy(kolom => kolom).Where(kolom => kolom.Count() > 1))
                fouten.Add(new($"regel {regels[0].Regel}, {kolom.Key}", "duplicate", "Deze kolom staat er meer dan eens."));
            if (fouten.Count > 0) return [];
            return [.. regels.Skip(1).Select(regel => Rij(JsonSerializer.SerializeToElement(Object(kolommen, regel.Velden)), veld => Plaats(regel.Regel, veld), fouten)).OfType<Registerrij>()];
        }
        catch (FormatException fout)
        {
            throw Weiger.Ongeldig("", "invalid", fout.Message);
        }

        static string Plaats(int regel, string veld) => veld is "" or "activiteit" ? $"regel {regel}" : $"regel {regel}, {(veld.StartsWith(Onder, StringComparison.Ordinal) ? veld[Onder.Length..] : veld)}";
    }

    private static Registerrij? Rij(JsonElement een, Func<string, string> plaats, List<OngeldigVeld> fouten)
    {
        try
        {
            if (een.Deserialize<Invoer>(StrengeInvoer.Json) is { } invoer) return new(plaats, invoer);
            fouten.Add(new(plaats(""), "required", "Hier staat niets."));
        }
        catch (JsonException fout)
        {
            var veld = StrengeInvoer.Veld(fout);
            fouten.Add(veld with { Name = plaats(veld.Name) });
        }

        return null;
    }

    private static JsonObject Object(List<string> kolommen, List<string> waarden)
    {
        var (rij, activiteit) = (new JsonObject(), new JsonObject());
        for (var i = 0; i < waarden.Count; i++)
        {
            if (waarden[i].Length == 0) continue;
            // More values than columns: the extra ones get a name that no field has, and so are refused.
            var kolom = i < kolommen.Count ? kolommen[i] : string.Create(CultureInfo.InvariantCulture, $"kolom{i + 1}");
            if (kolom == "code") rij[kolom] = waarden[i];
            else if (Kop.Contains(kolom)) rij[kolom] = Moment(waarden[i]);
            else activiteit[kolom] = Waarde(waarden[i], Velden.GetValueOrDefault(kolom, typeof(string)));
        }

        // What is missing is named with its column, and not as what JSON lacks.
        foreach (var verplicht in new[] { "naam", "doel", "grondslag" }) activiteit.TryAdd(verplicht, "");
        rij["activiteit"] = activiteit;
        return rij;
    }

    private static JsonNode Waarde(string tekst, Type soort)
    {
        if (soort == typeof(IReadOnlyList<string>)) return new JsonArray([.. Regels(tekst).Select(regel => JsonValue.Create(regel))]);
        if (soort != typeof(IReadOnlyList<VerwerktPersoonsgegeven>)) return JsonValue.Create(tekst);
        return new JsonArray([.. Regels(tekst).Select(regel => regel.Split(':', 2, StringSplitOptions.TrimEntries)).Select(deel =>
            new JsonObject { ["rolBetrokkene"] = deel[0], ["naam"] = deel.Length > 1 ? deel[1] : "" })]);
    }

    private static string[] Regels(string tekst) => tekst.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Cel(JsonNode? waarde) => waarde switch
    {
        null => "",
        JsonArray lijst => string.Join('\n', lijst.Select(een => een is JsonObject gegeven ? $"{gegeven["rolBetrokkene"]}: {gegeven["naam"]}" : (string?)een)),
        _ => (string?)waarde ?? "",
    };

    private static JsonObject Activiteit(Versie versie)
    {
        var json = JsonSerializer.SerializeToNode(versie.Activiteit, Bronnen.Json)!.AsObject();
        foreach (var leeg in json.Where(lid => lid.Value is null).Select(lid => lid.Key).ToList()) json.Remove(leeg);
        return json;
    }

    private static string Code(Versie versie) => versie.Uri[(versie.Uri.LastIndexOf(':') + 1)..];

    /// <summary>A day where it is one, else the instant.</summary>
    private static string Moment(DateTimeOffset moment) =>
        moment.LokaleDag() is var dag && dag.BeginVanDag() == moment ? dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : moment.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A day, also as it is written in the Netherlands, as the instant at which it begins; what is no day is left to whoever reads the instant.</summary>
    private static string Moment(string tekst) => DateOnly.TryParseExact(tekst, ["yyyy-MM-dd", "d-M-yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag)
        ? dag.BeginVanDag().ToString("O", CultureInfo.InvariantCulture) : tekst;

    /// <summary>A spreadsheet that was not told otherwise writes the characters of Western Europe.</summary>
    private static string Tekst(byte[] inhoud)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(inhoud);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(inhoud);
        }
    }
}
