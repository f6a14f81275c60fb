using System.Text.Json.Nodes;

namespace Meent.Interaction.Tests.Hulp;

/// <summary>Plays the signals of the logbook: one signal, about k.osman.</summary>
internal sealed class Signaalland
{
    public const string Id = "0199f1f0-0000-7000-8000-0000000000c1";

    private readonly JsonArray _vragen = [];

    /// <summary>Whether the organisation looks for them.</summary>
    public bool Aan { get; set; } = true;

    /// <summary>Null when it is not for this API.</summary>
    public JsonNode? Antwoord(string wat, string gebruiker, JsonObject inhoud)
    {
        switch (wat)
        {
            case "GET logboek/signaalregels":
                return new JsonObject { ["aan"] = Aan, ["veelPersonen"] = 20, ["keerCollegas"] = 3, ["collegas"] = 3, ["van"] = "07:00:00", ["tot"] = "20:00:00", ["buitenWerktijd"] = 5, ["zonderZaak"] = 10 };
            case "GET logboek/signalen" when Aan:
                return new JsonObject { ["signalen"] = new JsonArray(Signaal()) };
            case "GET logboek/signalen/over-mij":
                return new JsonObject { ["signalen"] = IsBekend && gebruiker == "k.osman" ? new JsonArray(Signaal()) : [] };
            case $"GET logboek/signalen/{Id}":
                return Signaal();
            case $"POST logboek/signalen/{Id}/heridentificatie":
                _vragen.Insert(0, new JsonObject { ["vrager"] = gebruiker, ["reden"] = inhoud["reden"]!.DeepClone(), ["gevraagd"] = "2026-07-02T08:00:00Z" });
                return Signaal();
            case $"POST logboek/signalen/{Id}/heridentificatie/besluit":
                var vraag = _vragen[0]!.AsObject();
                (vraag["beslisser"], vraag["toegestaan"], vraag["toelichting"], vraag["besloten"]) = (gebruiker, inhoud["akkoord"]!.DeepClone(), inhoud["toelichting"]!.DeepClone(), "2026-07-03T08:00:00Z");
                return Signaal();
            default:
                return null;
        }
    }

    private bool IsBekend => _vragen.Any(vraag => (bool?)vraag!["toegestaan"] == true);

    private JsonObject Signaal() => new()
    {
        ["id"] = Id,
        ["dag"] = "2026-07-01",
        ["regel"] = "veel-personen",
        ["pseudoniem"] = "3f2a9c01",
        ["activiteit"] = "urn:nld:oin:1:verwerkingsactiviteit:toezicht",
        ["personen"] = 64,
        ["grens"] = 30,
        ["medewerker"] = IsBekend ? "k.osman" : null,
        ["heridentificaties"] = _vragen.DeepClone(),
    };
}
