using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Data.Modellen.Objecten;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Standards.Problemen;

namespace Meent.Services.Objecten.Records;

/// <summary>What a client sends for an object.</summary>
/// <param name="Type">The objecttype; null when a PATCH leaves it out.</param>
/// <param name="Record">The members of the record that were sent.</param>
internal sealed record Objectinvoer(Guid? Type, JsonElement Record)
{
    private const int LangsteType = 1000;
    private static readonly JsonElement Leeg = JsonSerializer.SerializeToElement(new object());

    /// <summary>The type that a body names, before anything else is looked at: who may not write it learns nothing more.</summary>
    public static Guid? Genoemd(JsonElement json) =>
        json.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() is { Length: <= LangsteType } url ? Typeurl.Id(url) : null;

    /// <exception cref="ProbleemException">400 with every fault.</exception>
    public static Objectinvoer Lees(JsonElement json, bool deels)
    {
        Zuiver.Controleer(json, "nonFieldErrors");
        var fouten = new List<OngeldigVeld>();
        var type = LeesType(json, deels, fouten);
        var heeft = json.TryGetProperty("record", out var record);
        if (heeft) Controleer(record, deels, fouten);
        else if (!deels) fouten.Add(new OngeldigVeld("record", "required", "Dit veld is vereist."));
        return fouten.Count == 0 ? new Objectinvoer(type, heeft ? record : Leeg) : throw Weiger.Ongeldig(fouten);
    }

    private static Guid? LeesType(JsonElement json, bool deels, List<OngeldigVeld> fouten)
    {
        if (!json.TryGetProperty("type", out var type))
        {
            if (!deels) fouten.Add(new OngeldigVeld("type", "required", "Dit veld is vereist."));
            return null;
        }

        var fout = type.ValueKind switch
        {
            JsonValueKind.Null => new OngeldigVeld("type", "null", "Dit veld mag niet leeg zijn."),
            not JsonValueKind.String => new OngeldigVeld("type", "incorrect_type", "Verwachtte een URL."),
            _ when type.GetString()!.Length == 0 => new OngeldigVeld("type", "min_length", "De waarde heeft te weinig tekens."),
            _ when type.GetString()!.Length > LangsteType => new OngeldigVeld("type", "max_length", "De waarde heeft te veel tekens."),
            _ => Genoemd(json) is null ? new OngeldigVeld("type", "no_match", "Dit is geen URL van een objecttype.") : null,
        };
        if (fout is not null) fouten.Add(fout);
        return fout is null ? Genoemd(json) : null;
    }

    private static void Controleer(JsonElement record, bool deels, List<OngeldigVeld> fouten)
    {
        if (record.ValueKind == JsonValueKind.Null)
        {
            fouten.Add(new OngeldigVeld("record", "null", "Dit veld mag niet leeg zijn."));
            return;
        }

        Controle.Object(record, Beschrijving.Van(typeof(ObjectRecord))!, "record", fouten, deels);
        if (record.ValueKind != JsonValueKind.Object) return;
        if (record.TryGetProperty("data", out var data) && data.ValueKind != JsonValueKind.Object)
            fouten.Add(new OngeldigVeld("record.data", data.ValueKind == JsonValueKind.Null ? "null" : "invalid", "Verwachtte een object."));
        if (record.TryGetProperty("geometry", out var geometrie) && geometrie.ValueKind != JsonValueKind.Null && (geometrie.ValueKind != JsonValueKind.Object || GeoJson.Lees(geometrie) is null))
            fouten.Add(new OngeldigVeld("record.geometry", "invalid", "Verwachtte een GeoJSON-geometrie."));
    }
}

/// <summary>A record as it is to be kept.</summary>
internal sealed record Nieuwrecord(int TypeVersion, JsonElement Data, JsonElement? Geometry, IReadOnlyList<Reference> References, DateOnly StartAt, int? CorrectionFor)
{
    /// <summary>What a client sends as a whole.</summary>
    public static Nieuwrecord Van(JsonElement record, IReadOnlyList<string> basissen)
    {
        var gelezen = record.Deserialize<ObjectRecord>(Vorm.Json)!;
        var verwijzingen = gelezen.References.Select(r => r with { Url = EigenUrls.Bewaar(r.Url, basissen) }).ToList();
        if (verwijzingen.DistinctBy(r => r.Url).Count() < verwijzingen.Count) throw Weiger.Ongeldig("record.references", "unique", "Een verwijzing staat er meer dan eens.");
        var data = gelezen.Data ?? JsonSerializer.SerializeToElement(new object());
        // Other capitals pass the check of the members, as everywhere.
        if (data.ValueKind != JsonValueKind.Object) throw Weiger.Ongeldig("record.data", "invalid", "Verwachtte een object.");
        var geometrie = gelezen.Geometry is { ValueKind: JsonValueKind.Object } vorm ? vorm : default(JsonElement?);
        return new Nieuwrecord(gelezen.TypeVersion, data, geometrie, verwijzingen, gelezen.StartAt, gelezen.CorrectionFor);
    }

    /// <summary>The former record with what a client sends: data merged to any depth, other members replaced whole. A correction is of this record alone.</summary>
    public static Nieuwrecord Over(Vorigrecord oud, JsonElement record, string basis)
    {
        var samen = new JsonObject
        {
            ["typeVersion"] = oud.TypeVersion,
            ["data"] = JsonNode.Parse(oud.Data),
            ["geometry"] = oud.Geometry is null ? null : JsonNode.Parse(oud.Geometry),
            ["references"] = JsonSerializer.SerializeToNode(oud.References.Select(r => new { type = r.Type, url = r.Url.Replace(EigenUrls.Plek.ToString(), basis, StringComparison.Ordinal) })),
            ["startAt"] = oud.StartAt.ToString("O", null),
        };
        foreach (var lid in record.EnumerateObject().Where(lid => lid.Name != "data")) samen[lid.Name] = JsonSerializer.SerializeToNode(lid.Value);
        if (record.TryGetProperty("data", out var data)) samen["data"] = Voeg(JsonNode.Parse(oud.Data), data);
        return Van(JsonSerializer.SerializeToElement(samen), [basis]);
    }

    /// <summary>As a JSON merge patch (RFC 7396), but null is a value: Open Object keeps it, and its clients count on that.</summary>
    private static JsonNode? Voeg(JsonNode? oud, JsonElement nieuw)
    {
        if (nieuw.ValueKind != JsonValueKind.Object) return JsonSerializer.SerializeToNode(nieuw);
        var samen = oud as JsonObject ?? [];
        foreach (var lid in nieuw.EnumerateObject())
        {
            var vorige = samen[lid.Name];
            samen.Remove(lid.Name);
            samen[lid.Name] = Voeg(vorige, lid.Value);
        }

        return samen;
    }
}

/// <summary>The last record of an object, as it is kept.</summary>
internal sealed record Vorigrecord(Guid Id, int Volgnummer, int TypeVersion, string Data, string? Geometry, IReadOnlyList<Reference> References, DateOnly StartAt);
