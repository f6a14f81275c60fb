using System.Text.Json.Nodes;

namespace Meent.Services.Zaakgericht.Catalogi.Beheer;

/// <summary>The names of the types in a file, by which they relate to each other here; another system writes URLs.</summary>
internal sealed class Bestandsnamen(Archief archief)
{
    private readonly Dictionary<Guid, string> _informatieobjecttypen = Van(archief[Soort.Informatieobjecttype], "omschrijving");
    private readonly Dictionary<Guid, string> _besluittypen = Van(archief[Soort.Besluittype], "omschrijving");
    private readonly Dictionary<Guid, string> _zaaktypen = Van(archief[Soort.Zaaktype], "identificatie");
    private readonly List<string> _onbekend = [];

    /// <summary>Relations to what is not in the file.</summary>
    public IReadOnlyList<string> Onbekend => _onbekend;

    /// <summary>Puts names for the relations of an object, those that an own export wrote or those behind its URLs.</summary>
    public void Vervang(Soort soort, JsonObject een)
    {
        if (een[Archief.Relaties] is JsonObject eigen)
        {
            foreach (var (lid, waarde) in eigen) een[lid] = waarde?.DeepClone();
            return;
        }

        Lijst(een, "besluittypen", _besluittypen);
        Lijst(een, "deelzaaktypen", _zaaktypen);
        // Of a zaaktype and of a besluittype's catalogus they only show.
        if (soort != Soort.Zaaktype) Lijst(een, "informatieobjecttypen", _informatieobjecttypen);
        if (een["informatieobjecttype"] is JsonValue type) een["informatieobjecttype"] = Naam((string)type!, _informatieobjecttypen) ?? (string)type!;
        foreach (var relatie in (een["gerelateerdeZaaktypen"] as JsonArray ?? []).OfType<JsonObject>())
            relatie["zaaktype"] = IdVan((string?)relatie["zaaktype"]) is { } id && _zaaktypen.TryGetValue(id, out var naam) ? naam : (string?)relatie["zaaktype"];
    }

    public static Guid? IdVan(string? url) => url is not null && Guid.TryParseExact(url[(url.LastIndexOf('/') + 1)..], "D", out var id) ? id : null;

    private void Lijst(JsonObject een, string veld, Dictionary<Guid, string> namen)
    {
        if (een[veld] is not JsonArray urls) return;
        een[veld] = new JsonArray([.. urls.Select(url => (string?)url).OfType<string>().Select(url => Naam(url, namen)).OfType<string>().Distinct().Select(naam => JsonValue.Create(naam))]);
    }

    private string? Naam(string url, Dictionary<Guid, string> namen)
    {
        if (IdVan(url) is not { } id) return url;
        if (namen.TryGetValue(id, out var naam)) return naam;
        _onbekend.Add(url);
        return null;
    }

    private static Dictionary<Guid, string> Van(IReadOnlyList<JsonObject> typen, string veld)
    {
        var namen = new Dictionary<Guid, string>();
        foreach (var type in typen)
        {
            if (IdVan((string?)type["url"]) is { } id) namen[id] = (string?)type[veld] ?? "";
        }

        return namen;
    }
}
