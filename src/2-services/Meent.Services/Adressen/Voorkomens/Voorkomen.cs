using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Services.Pijplijn.Model;
using NetTopologySuite.Geometries;

namespace Meent.Services.Adressen.Voorkomens;

/// <summary>A version of an object: its JSON as the standard tells it, and what the standard knows but does not tell.</summary>
/// <param name="Body">The object under its name, and <c>inonderzoek</c> where there is such; without links.</param>
/// <param name="EindLv">When the LV learned of the end of validity.</param>
/// <param name="Inactief">When the voorkomen was taken out of the life cycle.</param>
/// <param name="Grens">Of a woonplaats, which tells its geometry only when asked.</param>
internal sealed record Voorkomen(Objecttype Type, JsonObject Body, DateTimeOffset? EindLv = null, DateTimeOffset? Inactief = null, JsonObject? Grens = null)
{
    public static readonly JsonSerializerOptions Schrijfwijze = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private JsonObject Object => Body[Type.Naam]!.AsObject();

    private JsonNode Historie => Object["voorkomen"]!;

    public string Identificatie => Tekst("identificatie")!;

    public long Versie => Historie["versie"]!.GetValue<int>();

    public long Lv => DateTimeOffset.Parse(Historie["tijdstipRegistratieLV"]!.GetValue<string>(), CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();

    public string Begin => Historie["beginGeldigheid"]!.GetValue<string>();

    public string? Eind => Historie["eindGeldigheid"]?.GetValue<string>();

    public bool IsEinde => Objecttype.IsEinde(Tekst("status")!);

    /// <summary>What it points at: the member and the identificatie.</summary>
    public IEnumerable<(string Lid, string Doel)> Verwijzingen =>
        from relatie in Type.Relaties
        from doel in Object[relatie.Lid] switch { null => [], JsonArray lijst => lijst.Select(een => een!.GetValue<string>()), { } een => [een.GetValue<string>()] }
        select (relatie.Lid, doel);

    /// <summary>The values of the columns that the type has of its own.</summary>
    public IEnumerable<object?> Eigen()
    {
        var vak = Type.HeeftGeometrie && Geometrie is { } vorm ? Vak.Van(vorm, Rijksdriehoek.Millimeter) : null;
        foreach (var kolom in Type.Eigen)
        {
            yield return kolom switch
            {
                "naam" => Tekst("naam")!.ToLowerInvariant(),
                "postcode" => Tekst("postcode"),
                "huisnummer" => Object["huisnummer"]!.GetValue<int>(),
                "huisletter" => Tekst("huisletter")?.ToLowerInvariant() ?? "",
                "toevoeging" => Tekst("huisnummertoevoeging")?.ToLowerInvariant() ?? "",
                "geometrie" => Grens?.ToJsonString(Schrijfwijze),
                "geo_x1" => vak?.X1,
                "geo_y1" => vak?.Y1,
                "geo_x2" => vak?.X2,
                "geo_y2" => vak?.Y2,
                _ => throw new InvalidOperationException(kolom),
            };
        }
    }

    /// <summary>Whether its geometry can be read.</summary>
    public bool HeeftVorm => Geometrie is not null;

    private Geometry? Geometrie => Rijksdriehoek.Lees(JsonSerializer.SerializeToElement(Grens ?? Object["geometrie"]));

    private string? Tekst(string lid) => Object[lid]?.GetValue<string>();
}
