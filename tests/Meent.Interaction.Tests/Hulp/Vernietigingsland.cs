using System.Text.Json.Nodes;

namespace Meent.Interaction.Tests.Hulp;

/// <summary>Plays the API of vernietigingslijsten, with one list on it.</summary>
internal sealed class Vernietigingsland
{
    public const string Verklaring = "eyJhbGciOiJFUzI1NiJ9.e30.AA";

    public static readonly Guid Lijst = Guid.Parse("0199f1f0-0000-7000-8000-0000000000a1");

    public JsonObject Staat { get; } = new()
    {
        ["id"] = $"{Lijst}",
        ["naam"] = "Vergunningen 2026",
        ["stand"] = "concept",
        ["opsteller"] = "r.smit",
        ["opgesteld"] = "2026-07-01T10:00:00Z",
        ["toelichting"] = "",
    };

    public List<JsonObject> Regels { get; } = [];

    /// <summary>What was asked to be changed: method, path after the list, and body.</summary>
    public List<(string Wat, JsonObject Inhoud)> Geschreven { get; } = [];

    /// <summary>The queries for lines.</summary>
    public List<string> Vragen { get; } = [];

    /// <summary>Carrying out takes until the caller loses patience.</summary>
    public bool Traag { get; set; }

    public Guid Zaak(string identificatie, string stand = "voorgesteld", string reden = "")
    {
        var id = Guid.Parse($"0199f1f0-0000-7000-8000-{Regels.Count + 1:d12}");
        Regels.Add(new JsonObject
        {
            ["zaak"] = $"{id}",
            ["identificatie"] = identificatie,
            ["zaaktype"] = Zaakland.Vergunning,
            ["einddatum"] = "2020-03-01",
            ["archiefactiedatum"] = "2025-03-01",
            ["stand"] = stand,
            ["reden"] = reden,
            ["documenten"] = 0,
        });
        return id;
    }

    /// <summary>Null when it is not for this API.</summary>
    public JsonNode? Antwoord(string wat, Uri uri, JsonObject inhoud)
    {
        if (!wat.Contains(" vernietiging/", StringComparison.Ordinal)) return null;
        var (methode, pad) = (wat.Split(' ')[0], wat[(wat.IndexOf("vernietigingslijsten", StringComparison.Ordinal) + "vernietigingslijsten".Length)..].Replace($"/{Lijst}", "", StringComparison.Ordinal));
        if (methode != "GET")
        {
            Geschreven.Add(($"{methode} {pad}", (JsonObject)inhoud.DeepClone()));
            return new JsonObject { ["lijst"] = Staat.DeepClone(), ["aantal"] = Regels.Count };
        }

        if (pad == "/regels")
        {
            Vragen.Add(uri.Query);
            var query = System.Web.HttpUtility.ParseQueryString(uri.Query);
            return Blad(Regels.Where(r => query["stand"] is not { } stand || (string?)r["stand"] == stand)
                .Where(r => query["na"] is not { } na || string.CompareOrdinal((string?)r["zaak"], na) > 0).Take(int.Parse(query["pageSize"]!, null)));
        }

        if (pad.StartsWith("/regels/", StringComparison.Ordinal)) return Regels.FirstOrDefault(r => (string?)r["zaak"] == pad.Split('/')[^1])?.DeepClone();
        return pad switch
        {
            "/voortgang" => new JsonObject(((string[])["voorgesteld", "uitgezonderd", "vernietigd", "mislukt"]).Select(s => KeyValuePair.Create<string, JsonNode?>(s, Regels.Count(r => (string?)r["stand"] == s)))),
            "" => uri.AbsolutePath.EndsWith($"{Lijst}", StringComparison.Ordinal) ? Staat.DeepClone() : Blad([Staat]),
            _ => null,
        };
    }

    private static JsonObject Blad(IEnumerable<JsonObject> rijen) => new() { ["results"] = new JsonArray([.. rijen.Select(r => r.DeepClone())]) };
}
