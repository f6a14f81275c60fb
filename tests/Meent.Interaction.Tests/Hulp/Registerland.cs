using System.Text.Json.Nodes;

namespace Meent.Interaction.Tests.Hulp;

/// <summary>Plays the register of processing activities, with one that was changed once and one that is confidential.</summary>
internal sealed class Registerland
{
    public const string Id = "0199f1f0-0000-7000-8000-0000000000c1";

    private const string Uri = "urn:nld:oin:00000001990000011000:verwerkingsactiviteit:";

    /// <summary>Of the first, the last version first.</summary>
    public List<JsonObject> Versies { get; } =
    [
        Versie(Id, "toezicht", 2, "2026-01-01T00:00:00Z", "Nagaan of iedereen <b>zich</b> aan de regels houdt."),
        Versie(Id, "toezicht", 1, "2025-01-01T00:00:00Z", "Nagaan of de regels gevolgd worden.", einde: "2026-01-01T00:00:00Z"),
    ];

    public JsonObject Geheim { get; } = Versie("0199f1f0-0000-7000-8000-0000000000c2", "onderzoek", 1, "2025-01-01T00:00:00Z", "Onderzoek doen.", vertrouwelijkheid: "vertrouwelijk");

    /// <summary>What was written, with the reason that went along.</summary>
    public List<(string Wat, string Reden, JsonObject Inhoud)> Geschreven { get; } = [];

    /// <summary>Null when it is not for this API.</summary>
    public JsonNode? Antwoord(string wat, Uri uri, string reden, JsonObject inhoud)
    {
        const string dienst = " verwerkingsregister/";
        if (!wat.Contains(dienst, StringComparison.Ordinal)) return null;
        if (!wat.StartsWith("GET ", StringComparison.Ordinal))
        {
            Geschreven.Add((wat.Replace(dienst, " ", StringComparison.Ordinal), reden, (JsonObject)inhoud.DeepClone()));
            return wat.EndsWith("/import", StringComparison.Ordinal) ? new JsonObject { ["opgenomen"] = 3, ["gewijzigd"] = 2, ["ongewijzigd"] = 1 } : Versies[0].DeepClone();
        }

        if (wat.EndsWith("/versies", StringComparison.Ordinal)) return new JsonArray([.. (wat.Contains(Id, StringComparison.Ordinal) ? Versies : [Geheim]).Select(v => v.DeepClone())]);
        var query = System.Web.HttpUtility.ParseQueryString(uri.Query);
        var alle = new[] { query["moment"] is null ? Versies[0] : Versies[1], Geheim }.Where(v => query["uri"] is not { } een || (string?)v["uri"] == een)
            .Where(v => query["openbaar"] != "true" || (string?)v["vertrouwelijkheid"] != "vertrouwelijk")
            .Where(v => ((string?)v["naam"])!.Contains(query["zoek"] ?? "", StringComparison.OrdinalIgnoreCase));
        return new JsonObject { ["count"] = 0, ["next"] = null, ["results"] = new JsonArray(uri.Query.Length == 0 ? [] : [.. alle.Select(v => v.DeepClone())]) };
    }

    private static JsonObject Versie(string id, string code, int nummer, string begin, string doel, string? einde = null, string vertrouwelijkheid = "normaal") => new()
    {
        ["id"] = id,
        ["uri"] = Uri + code,
        ["versie"] = nummer,
        ["beginGeldigheid"] = begin,
        ["eindeGeldigheid"] = einde,
        ["tijdstipRegistratie"] = begin,
        ["verantwoordelijkeOrganisatie"] = "00000001990000011000",
        ["naam"] = code == "toezicht" ? "Toezicht houden" : "Onderzoek",
        ["doel"] = doel,
        ["grondslag"] = "Publieke taak",
        ["toelichtingGrondslag"] = "Huisvestingswet 2014, artikel 33",
        ["wetten"] = new JsonArray("https://wetten.overheid.nl/BWBR0035303"),
        ["categorie"] = "Wonen",
        ["verwerktePersoonsgegevens"] = new JsonArray(new JsonObject { ["rolBetrokkene"] = "verhuurder", ["naam"] = "adres" }),
        ["bewaartermijnLog"] = "P7Y",
        ["gegevens"] = new JsonArray("verhuur:*", "personen:naam"),
        ["vertrouwelijkheid"] = vertrouwelijkheid,
    };
}
