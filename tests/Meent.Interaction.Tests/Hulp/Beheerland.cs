using System.Text.Json.Nodes;

namespace Meent.Interaction.Tests.Hulp;

/// <summary>Plays the APIs of a functional administrator: one program with one autorisatie, one subscription.</summary>
internal sealed class Beheerland
{
    public const string Id = "0199f1f0-0000-7000-8000-0000000000b1";

    private const string Basis = Zaakland.Basis;

    public static readonly string Versie = $"{Basis}/catalogi/api/v1/zaaktypen/{Zaakland.Vergunning}";
    public static readonly string Catalogus = $"{Basis}/catalogi/api/v1/catalogussen/1";

    public JsonObject Applicatie { get; } = new()
    {
        ["url"] = $"{Basis}/autorisaties/api/v1/applicaties/{Id}",
        ["clientIds"] = new JsonArray("balie"),
        ["label"] = "Balie",
        ["heeftAlleAutorisaties"] = false,
        ["autorisaties"] = new JsonArray(new JsonObject { ["component"] = "ztc", ["scopes"] = new JsonArray("catalogi.lezen") }),
    };

    public JsonObject Abonnement { get; } = new()
    {
        ["url"] = $"{Basis}/notificaties/api/v1/abonnement/{Id}",
        ["callbackUrl"] = "https://balie.example/berichten",
        ["auth"] = "Bearer dit-is-geheim",
        ["kanalen"] = new JsonArray(new JsonObject { ["naam"] = "zaken", ["filters"] = new JsonObject { ["bronorganisatie"] = "990000011" } }),
    };

    /// <summary>What was written, with the version that it was to hold for.</summary>
    public List<(string Wat, string IfMatch, JsonObject Inhoud)> Geschreven { get; } = [];

    /// <summary>Null when it is not for these APIs.</summary>
    public JsonNode? Antwoord(string wat, string ifMatch, JsonObject inhoud)
    {
        if (wat.Split(' ')[1].Split('/')[0] is not ("autorisaties" or "rechten" or "notificaties" or "catalogi")) return null;
        if (!wat.StartsWith("GET ", StringComparison.Ordinal))
        {
            Geschreven.Add((wat, ifMatch, (JsonObject)inhoud.DeepClone()));
            return new JsonObject { ["url"] = (string)Applicatie["url"]! };
        }

        return wat switch
        {
            "GET autorisaties/applicaties" => Blad(Applicatie),
            $"GET autorisaties/applicaties/{Id}" => Applicatie.DeepClone(),
            "GET rechten/rechten" => Blad(),
            "GET notificaties/abonnement" => new JsonArray(Abonnement.DeepClone()),
            "GET notificaties/kanaal" => new JsonArray(Kanaal("zaken", "bronorganisatie", "zaaktype"), Kanaal("autorisaties")),
            "GET catalogi/informatieobjecttypen" or "GET catalogi/besluittypen" => Blad(),
            "GET catalogi/catalogussen" => Blad(new JsonObject { ["url"] = Catalogus, ["domein"] = "EVENE", ["rsin"] = "990000011", ["naam"] = "Evenementen" }),
            _ => null,
        };
    }

    private static JsonObject Kanaal(string naam, params string[] filters) => new() { ["naam"] = naam, ["filters"] = new JsonArray([.. filters.Select(f => JsonValue.Create(f))]) };

    private static JsonObject Blad(params JsonObject[] rijen) => new() { ["count"] = rijen.Length, ["next"] = null, ["results"] = new JsonArray([.. rijen.Select(r => r.DeepClone())]) };
}
