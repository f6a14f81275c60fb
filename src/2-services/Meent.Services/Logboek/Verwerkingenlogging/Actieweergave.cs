using System.Text.Json.Nodes;
using Meent.Data.Logboek;
using Meent.Services.Logboek.Lezen;
using Meent.Services.Verwerkingsregister;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;
using Meent.Standards.Organisaties;

namespace Meent.Services.Logboek.Verwerkingenlogging;

/// <summary>
/// A record as the action that it is in this standard. One that came in by this API has all its fields along (<see cref="Sleutel"/>); of others they are found
/// in the record and the register.
/// </summary>
internal sealed class Actieweergave(Doelen doelen, Duiding duiding, TimeProvider klok)
{
    public const string Sleutel = "meent.verwerkingsactie";

    /// <summary>Not for the person concerned.</summary>
    private static readonly string[] Intern = ["systeem", "gebruiker", "gegevensbron"];

    public async ValueTask<Actiebeeld> Van(Organisatie organisatie, BewaardeLogregel bewaard, string? objectId = null)
    {
        var regel = bewaard.Regel;
        var attributen = regel.Attributen is null ? [] : JsonNode.Parse(regel.Attributen)!.AsObject();
        var vertrouwelijkheid = await duiding.Vertrouwelijkheid(organisatie, regel, klok.GetUtcNow());
        var velden = attributen[Sleutel] is JsonObject eigen ? eigen.DeepClone().AsObject() : await Afgeleid(organisatie, regel, attributen);
        velden.Remove("object", out var over);
        velden["actieId"] ??= Regelnummers.Uuid(bewaard.Nummer).ToString();
        velden["vertrouwelijkheid"] = vertrouwelijkheid;
        velden["url"] = $"{organisatie.Basis}{Diensten.Pad(Diensten.Verwerkingsacties)}/verwerkingsacties/{velden["actieId"]}";
        return new Actiebeeld(velden, Object(organisatie, bewaard, over as JsonObject, attributen, objectId), vertrouwelijkheid);
    }

    public static JsonObject Beperkt(Actiebeeld beeld)
    {
        var beperkt = beeld.Actie.DeepClone().AsObject();
        foreach (var veld in Intern) beperkt.Remove(veld);
        return beperkt;
    }

    private async ValueTask<JsonObject> Afgeleid(Organisatie organisatie, Logregel regel, JsonObject attributen)
    {
        var versie = await doelen.VindVersie(organisatie, regel.Activiteit, regel.Begin);
        var velden = new JsonObject
        {
            ["actieNaam"] = regel.Naam,
            ["verwerkingId"] = Guid.ParseExact(regel.Spoor.Trace.ToHexString(), "N").ToString(),
            ["verwerkingsactiviteitUrl"] = regel.Activiteit,
            ["bewaartermijn"] = regel.Bewaartermijn,
            ["tijdstip"] = regel.Begin.Lokaal().ToString("O"),
            // A record is written when its action ends.
            ["tijdstipRegistratie"] = regel.Einde.Lokaal().ToString("O"),
        };
        if (versie is not null) velden["verwerkingsactiviteitId"] = versie.Id.ToString();
        if (regel.Systeem is { } systeem && JsonNode.Parse(systeem)?["service.name"] is { } naam) velden["systeem"] = naam.ToString();
        if (regel.Aanroeper is { } aanroeper)
        {
            var oin = aanroeper.StartsWith("urn:nld:oin:", StringComparison.Ordinal);
            (velden["soortAfnemerId"], velden["afnemerId"]) = (oin ? "OIN" : "URI", oin ? aanroeper["urn:nld:oin:".Length..] : aanroeper);
        }

        if (attributen[LogboekAttributen.DoelAanroeper] is { } doel) velden["verwerkingsactiviteitUrlAfnemer"] = doel.ToString();
        return velden;
    }

    /// <param name="objectId">What was asked by; without it the pseudonym, as there is no way back from that.</param>
    private static JsonObject? Object(Organisatie organisatie, BewaardeLogregel bewaard, JsonObject? eigen, JsonObject attributen, string? objectId)
    {
        if (bewaard.Regel.Betrokkene is not { } betrokkene) return null;
        var id = Regelnummers.Uuid(bewaard.Nummer);
        var veld = eigen?.DeepClone().AsObject() ?? new JsonObject
        {
            ["verwerkteSoortenGegevens"] = new JsonArray([.. (attributen[LogboekAttributen.Gegevens]?.ToString() ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(soort => new JsonObject { ["soortGegeven"] = soort })]),
        };
        veld["url"] = $"{organisatie.Basis}{Diensten.Pad(Diensten.VerwerkteObjecten)}/verwerkte-objecten/{id}";
        veld["verwerktObjectId"] = id.ToString();
        veld["objecttype"] = VerwerktObject.Persoon;
        veld["soortObjectId"] = betrokkene.Type;
        veld["objectId"] = objectId ?? betrokkene.Tekst;
        return veld;
    }
}

/// <param name="Actie">All but its objects.</param>
/// <param name="Object">The person; null for a record about nobody.</param>
internal sealed record Actiebeeld(JsonObject Actie, JsonObject? Object, string Vertrouwelijkheid)
{
    /// <summary>The action with its objects.</summary>
    public JsonObject Met(IEnumerable<JsonObject?> objecten)
    {
        var json = Actie.DeepClone().AsObject();
        json["verwerkteObjecten"] = new JsonArray([.. objecten.OfType<JsonObject>().Select(o => o.DeepClone())]);
        return json;
    }
}
