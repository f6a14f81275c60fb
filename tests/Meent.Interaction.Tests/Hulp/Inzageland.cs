using System.Globalization;
using System.Text.Json.Nodes;

namespace Meent.Interaction.Tests.Hulp;

/// <summary>Plays what the logbook tells a resident: three uses, and what a test adds, in pages of so many.</summary>
internal sealed class Inzageland
{
    public const string Toezicht = "Toezicht op toeristische verhuur";
    public const string Registreren = "Toeristische verhuur registreren";

    private readonly List<JsonObject> _verwerkingen =
    [
        Verwerking("2026-07-02T08:00:00Z", Toezicht, "Nagaan of een woning volgens de regels aan toeristen verhuurd wordt.", "Publieke taak", "Huisvestingswet 2014, artikel 33", "verhuur:registraties", "a"),
        Verwerking("2026-07-01T10:00:00Z", Registreren, "Een registratienummer geven aan een woning die u aan toeristen verhuurt, en uw verhuringen bijhouden.", "Wettelijke verplichting", "Huisvestingswet 2014, artikel 23a en 23b", "personen:naam", Landgoed.Spoor),
        Verwerking("2026-07-01T10:00:00Z", Registreren, "Een registratienummer geven aan een woning die u aan toeristen verhuurt, en uw verhuringen bijhouden.", "Wettelijke verplichting", "Huisvestingswet 2014, artikel 23a en 23b", "personen:verblijfplaats", Landgoed.Spoor),
    ];

    public int PerBlad { get; set; } = 50;

    /// <summary>How many pages were asked.</summary>
    public int Bladen { get; private set; }

    /// <summary>Uses of one purpose at the request of another organisation, older than all before.</summary>
    public void Voeg(int aantal, string naam, string doel, string oin)
    {
        for (var i = 0; i < aantal; i++)
        {
            var moment = DateTimeOffset.Parse((string)_verwerkingen[^1]["tijdstip"]!, CultureInfo.InvariantCulture).AddHours(-2);
            var verwerking = Verwerking($"{moment:yyyy-MM-ddTHH:mm:ssZ}", doel, doel, "Publieke taak", "Gemeentewet", "personen:naam", $"{_verwerkingen.Count:x32}");
            verwerking["ontvanger"] = new JsonObject { ["naam"] = naam, ["oin"] = oin };
            _verwerkingen.Add(verwerking);
        }
    }

    public JsonObject Antwoord(JsonObject vraag)
    {
        Bladen++;
        var (van, tot, na) = ((string?)vraag["van"], (string?)vraag["tot"], (string?)vraag["cursor"]);
        // All moments are at an hour that is on the same day in the Netherlands.
        var passend = _verwerkingen.Where(v => Dag(v) is var dag && (van is null || string.CompareOrdinal(dag, van) >= 0) && (tot is null || string.CompareOrdinal(dag, tot) <= 0)).ToList();
        var begin = na is null ? 0 : int.Parse(na, CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["verwerkingen"] = new JsonArray([.. passend.Skip(begin).Take(PerBlad).Select(v => v.DeepClone())]),
            ["cursor"] = begin + PerBlad < passend.Count ? $"{begin + PerBlad}" : null,
        };

        static string Dag(JsonObject verwerking) => ((string)verwerking["tijdstip"]!)[..10];
    }

    private static JsonObject Verwerking(string moment, string naam, string doel, string grondslag, string artikel, string gegevens, string trace) => new()
    {
        ["tijdstip"] = moment,
        ["handeling"] = "raadplegen",
        ["organisatie"] = new JsonObject { ["naam"] = "Gemeente Duinwaarde", ["oin"] = "00000001990000011000" },
        ["doel"] = new JsonObject { ["uri"] = "urn:x:" + naam, ["naam"] = naam, ["omschrijving"] = doel, ["grondslag"] = grondslag, ["toelichtingGrondslag"] = artikel, ["bewaartermijn"] = "5 jaar" },
        ["gegevens"] = new JsonArray(gegevens),
        ["ontvanger"] = null,
        ["mislukt"] = false,
        ["traceId"] = trace,
    };
}
