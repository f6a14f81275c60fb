using System.Globalization;
using System.Text.Json.Nodes;

namespace Meent.Interaction.Tests.Hulp;

/// <summary>Plays the Zaken and Catalogi APIs for the pages of employees, with just enough memory to handle a zaak.</summary>
internal sealed class Zaakland
{
    public const string Vergunning = "EVENEMENTENVERGUNNING";
    public const string Bezwaar = "BEZWAAR";
    public const string Avg = "AVG-VERZOEK";
    public const string Basis = "http://localhost/duinwaarde";

    private readonly List<JsonObject> _zaken = [];

    /// <summary>What searches asked for, newest last.</summary>
    public List<JsonObject> Zoekvragen { get; } = [];

    /// <summary>What was written: method, path and body, with the explanation for the audit trail.</summary>
    public List<(string Wat, JsonObject Inhoud, string Toelichting)> Geschreven { get; } = [];

    /// <summary>Whether the catalogue has the zaaktype of what residents ask about their data.</summary>
    public bool MetAvg { get; set; }

    /// <summary>Begin of the request that is not answered.</summary>
    public string? Stuk { get; set; }

    /// <summary>The query of each search.</summary>
    public List<string> Zoekadressen { get; } = [];

    /// <summary>Field, code and reason with which the next write is refused.</summary>
    public (string Veld, string Code, string Reden)? Weiger { get; set; }

    public Guid Maak(string omschrijving, DateOnly start, string status = "Ontvangen", string zaaktype = Vergunning, string vertrouwelijkheid = "zaakvertrouwelijk", DateOnly? uiterlijk = null)
    {
        var id = Guid.CreateVersion7();
        _zaken.Add(new JsonObject
        {
            ["url"] = $"{Basis}/zaken/api/v1/zaken/{id}",
            ["uuid"] = $"{id}",
            ["identificatie"] = $"ZAAK-{_zaken.Count + 1}",
            ["bronorganisatie"] = "990000011",
            ["omschrijving"] = omschrijving,
            ["toelichting"] = "",
            ["zaaktype"] = Type(zaaktype),
            ["registratiedatum"] = Dag(start),
            ["startdatum"] = Dag(start),
            ["einddatum"] = null,
            ["uiterlijkeEinddatumAfdoening"] = uiterlijk is { } dag ? Dag(dag) : null,
            ["vertrouwelijkheidaanduiding"] = vertrouwelijkheid,
            ["verlenging"] = new JsonObject { ["reden"] = "", ["duur"] = "P0D" },
            ["opschorting"] = new JsonObject { ["indicatie"] = false, ["reden"] = "" },
            ["status"] = $"{Basis}/zaken/api/v1/statussen/1",
            ["resultaat"] = null,
            ["_expand"] = new JsonObject
            {
                ["zaaktype"] = Zaaktype(zaaktype),
                ["status"] = new JsonObject
                {
                    ["url"] = $"{Basis}/zaken/api/v1/statussen/1",
                    ["statustype"] = Statustype(status, zaaktype)["url"]!.DeepClone(),
                    ["datumStatusGezet"] = "2026-07-01T10:00:00Z",
                    ["statustoelichting"] = "",
                    ["_expand"] = new JsonObject { ["statustype"] = Statustype(status, zaaktype) },
                },
                ["resultaat"] = new JsonObject(),
                ["rollen"] = new JsonArray(Rol("initiator", "natuurlijk_persoon", new() { ["inpBsn"] = "999970008", ["geslachtsnaam"] = "Dijkgraaf" })),
            },
        });
        return id;
    }

    public JsonObject Zaak(Guid id) => _zaken.First(z => (string?)z["uuid"] == $"{id}");

    /// <summary>Null when it is not for these APIs.</summary>
    public JsonNode? Antwoord(string wat, Uri uri, JsonObject inhoud, string toelichting)
    {
        var delen = wat.Split(' ', '/');
        if (delen[0] is "POST" or "PATCH" or "PUT" && delen[1] == "zaken" && delen[^1] != "_zoek")
        {
            Geschreven.Add((wat, (JsonObject)inhoud.DeepClone(), toelichting));
            if (delen[0] == "PATCH") foreach (var (naam, waarde) in inhoud) Zaak(Guid.Parse(delen[^1]))[naam] = waarde?.DeepClone();
            if (wat == "POST zaken/zaken") return new JsonObject { ["url"] = $"{Basis}/zaken/api/v1/zaken/{Maak((string)inhoud["omschrijving"]!, DateOnly.Parse((string)inhoud["startdatum"]!, CultureInfo.InvariantCulture), zaaktype: ((string)inhoud["zaaktype"]!).Split('/')[^1])}" };
            return new JsonObject { ["url"] = $"{Basis}/nieuw" };
        }

        return wat switch
        {
            "POST zaken/zaken/_zoek" or "POST zaken/werklijst/_zoek" => Zoek(uri, inhoud),
            "GET zaken/statussen" => Blad([]),
            "GET catalogi/zaaktypen" => Blad([.. Typen.Select(Zaaktype)]),
            "GET catalogi/statustypen" => Blad([.. Typen.Where(z => !uri.Query.Contains("zaaktype=", StringComparison.Ordinal) || uri.Query.EndsWith(z, StringComparison.Ordinal) || uri.Query.Contains(z + "&", StringComparison.Ordinal)).SelectMany(z => new[] { "Ontvangen", "In behandeling", "Afgehandeld" }.Select(s => Statustype(s, z)))]),
            "GET catalogi/resultaattypen" => Blad([new JsonObject { ["url"] = $"{Basis}/resultaattypen/1", ["omschrijving"] = "Verleend" }]),
            "GET catalogi/informatieobjecttypen/1" => new JsonObject { ["url"] = $"{Basis}/informatieobjecttypen/1", ["omschrijving"] = "Situatietekening", ["vertrouwelijkheidaanduiding"] = "zaakvertrouwelijk" },
            "POST documenten/enkelvoudiginformatieobjecten" => new JsonObject { ["url"] = $"{Basis}/documenten/1", ["lock"] = "slot", ["bestandsdelen"] = new JsonArray(new JsonObject { ["url"] = $"{Basis}/bestandsdelen/1", ["volgnummer"] = 1, ["omvang"] = 3 }) },
            _ when delen[1] == "documenten" && delen[0] != "GET" => new JsonObject(),
            "GET catalogi/roltypen" => Blad([new JsonObject { ["url"] = $"{Basis}/roltypen/1", ["omschrijving"] = "Behandelaar", ["omschrijvingGeneriek"] = "behandelaar" }, .. MetAvg ? new[] { new JsonObject { ["url"] = $"{Basis}/roltypen/2", ["omschrijving"] = "Aanvrager", ["omschrijvingGeneriek"] = "initiator" } } : []]),
            _ when wat.EndsWith("/audittrail", StringComparison.Ordinal) => new JsonArray(new JsonObject
            {
                ["uuid"] = $"{Guid.NewGuid()}",
                ["gebruikersId"] = "s.bakker",
                ["actie"] = "partial_update",
                ["resource"] = "zaak",
                ["toelichting"] = "De aanvrager belde",
                ["aanmaakdatum"] = "2026-07-02T08:00:00Z",
                ["wijzigingen"] = new JsonObject { ["oud"] = new JsonObject { ["omschrijving"] = "a" }, ["nieuw"] = new JsonObject { ["omschrijving"] = "b" } },
            }),
            _ when wat.StartsWith("GET zaken/zaken/", StringComparison.Ordinal) => _zaken.FirstOrDefault(z => (string?)z["uuid"] == delen[^1])?.DeepClone(),
            _ => null,
        };
    }

    private JsonObject Zoek(Uri uri, JsonObject inhoud)
    {
        Zoekvragen.Add((JsonObject)inhoud.DeepClone());
        Zoekadressen.Add(uri.Query);
        var query = System.Web.HttpUtility.ParseQueryString(uri.Query);
        var (grootte, bladzijde) = (int.Parse(query["pageSize"]!, CultureInfo.InvariantCulture), int.Parse(query["page"] ?? "1", CultureInfo.InvariantCulture));
        var typen = inhoud["zaaktype__in"]?.AsArray().Select(t => (string?)t).ToHashSet();
        var statussen = inhoud["status__statustype__in"]?.AsArray().Select(t => (string?)t).ToHashSet();
        var bsn = (string?)inhoud["rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"];
        var gevonden = _zaken.Where(z => bsn is null || (string?)z["_expand"]!["rollen"]![0]!["betrokkeneIdentificatie"]!["inpBsn"] == bsn).Where(z => typen is null || typen.Contains((string?)z["zaaktype"]))
            .Where(z => statussen is null || statussen.Contains((string?)z["_expand"]!["status"]!["statustype"])).OrderBy(z => (string?)z["startdatum"]).ToList();
        var blad = Blad([.. gevonden.Skip((bladzijde - 1) * grootte).Take(grootte).Select(z => (JsonObject)z.DeepClone())]);
        blad["count"] = gevonden.Count;
        if (gevonden.Count > bladzijde * grootte) blad["next"] = $"{Basis}/zaken/api/v1/zaken/_zoek?pageSize={grootte}&page={bladzijde + 1}&cursor=c{bladzijde}";
        return blad;
    }

    private IEnumerable<string> Typen => MetAvg ? [Vergunning, Bezwaar, Avg] : [Vergunning, Bezwaar];

    private static JsonObject Zaaktype(string identificatie) => new()
    {
        ["url"] = Type(identificatie),
        ["identificatie"] = identificatie,
        ["omschrijving"] = identificatie == Bezwaar ? "Bezwaar behandelen" : "Evenementenvergunning aanvragen",
        ["vertrouwelijkheidaanduiding"] = "zaakvertrouwelijk",
        ["doel"] = "x",
        ["aanleiding"] = "x",
        ["indicatieInternOfExtern"] = "extern",
        ["doorlooptijd"] = "P8W",
        ["opschortingEnAanhoudingMogelijk"] = true,
        ["verlengingMogelijk"] = true,
        ["verlengingstermijn"] = "P6W",
        ["catalogus"] = $"{Basis}/catalogi/api/v1/catalogussen/1",
        ["beginGeldigheid"] = "2024-01-01",
        ["versiedatum"] = "2024-01-01",
        ["concept"] = false,
        ["resultaattypen"] = new JsonArray($"{Basis}/resultaattypen/1"),
        ["informatieobjecttypen"] = new JsonArray($"{Basis}/informatieobjecttypen/1"),
    };

    private static JsonObject Statustype(string omschrijving, string zaaktype) => new()
    {
        ["url"] = $"{Basis}/catalogi/api/v1/statustypen/{zaaktype}-{omschrijving.Replace(' ', '-')}",
        ["omschrijving"] = omschrijving,
        ["zaaktype"] = Type(zaaktype),
        ["volgnummer"] = omschrijving switch { "Ontvangen" => 1, "In behandeling" => 2, _ => 3 },
        ["isEindstatus"] = omschrijving == "Afgehandeld",
    };

    private static JsonObject Rol(string rol, string soort, JsonObject wie) => new()
    {
        ["url"] = $"{Basis}/zaken/api/v1/rollen/1",
        ["betrokkeneType"] = soort,
        ["omschrijving"] = rol,
        ["omschrijvingGeneriek"] = rol,
        ["roltoelichting"] = "",
        ["betrokkeneIdentificatie"] = wie,
    };

    private static JsonObject Blad(IReadOnlyList<JsonObject> rijen) => new() { ["count"] = rijen.Count, ["next"] = null, ["results"] = new JsonArray([.. rijen]) };

    private static string Type(string identificatie) => $"{Basis}/catalogi/api/v1/zaaktypen/{identificatie}";

    private static string Dag(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
