using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Services.Pijplijn;

namespace Meent.Services.Zaakgericht.Catalogi.Beheer;

/// <summary>One kind of resource in a file with a catalogus.</summary>
/// <param name="Bestand">Name in the archive, without <c>.json</c>.</param>
/// <param name="Waar">Which rows <c>t</c> are of catalogus <c>$1</c>.</param>
internal sealed record Soort(string Bestand, Resource Resource, string Waar)
{
    private const string InCatalogus = "t.catalogus = $1";
    private const string InZaaktype = "t.zaaktype IN (SELECT z.id FROM zaakgericht_zaaktypen z WHERE z.catalogus = $1)";

    public static readonly Soort Catalogus = new("Catalogus", CatalogiResources.Catalogussen, "t.id = $1");
    public static readonly Soort Informatieobjecttype = new("InformatieObjectType", CatalogiResources.Informatieobjecttypen, InCatalogus);
    public static readonly Soort Besluittype = new("BesluitType", CatalogiResources.Besluittypen, InCatalogus);
    public static readonly Soort Zaaktype = new("ZaakType", CatalogiResources.Zaaktypen, InCatalogus);
    public static readonly Soort Statustype = new("StatusType", CatalogiResources.Statustypen, InZaaktype);

    /// <summary>The parts of a zaaktype, in the order in which they refer to each other.</summary>
    public static readonly IReadOnlyList<Soort> Delen =
    [
        Statustype, new("ZaakTypeInformatieObjectType", CatalogiResources.ZaaktypeInformatieobjecttypen, InZaaktype), new("ResultaatType", CatalogiResources.Resultaattypen, InZaaktype),
        new("RolType", CatalogiResources.Roltypen, InZaaktype), new("Eigenschap", CatalogiResources.Eigenschappen, InZaaktype),
        new("ZaakObjectType", CatalogiResources.Zaakobjecttypen, InZaaktype),
    ];

    public static readonly IReadOnlyList<Soort> Alle = [Catalogus, Informatieobjecttype, Besluittype, Zaaktype, .. Delen];
}

/// <summary>
/// A catalogus as one file: a zip with a JSON array per kind of resource, each as the API shows it. This is the form in which Open Zaak exports; what it
/// does not know (zaakobjecttypen, and <see cref="Relaties"/>) it passes over.
/// </summary>
internal sealed class Archief(IReadOnlyDictionary<string, IReadOnlyList<JsonObject>> inhoud)
{
    /// <summary>Member in which an export keeps what the API shows only in part: the names of related types.</summary>
    public const string Relaties = "_relaties";

    /// <summary>Largest content of an archive, unpacked; a catalogus of a thousand zaaktypen is a fraction of it.</summary>
    private const long MaxBytes = 256 * 1024 * 1024;

    public IReadOnlyList<JsonObject> this[Soort soort] => inhoud.GetValueOrDefault(soort.Bestand) ?? [];

    /// <exception cref="Standards.Problemen.ProbleemException">400: it is no such archive.</exception>
    public static async Task<Archief> Lees(Stream zip)
    {
        try
        {
            await using var archief = await ZipArchive.CreateAsync(zip, ZipArchiveMode.Read, leaveOpen: true, null);
            var inhoud = new Dictionary<string, IReadOnlyList<JsonObject>>();
            var over = MaxBytes;
            foreach (var soort in Soort.Alle)
            {
                if (archief.GetEntry($"{soort.Bestand}.json") is not { } deel) continue;
                var bytes = await Lees(deel, over);
                over -= bytes.Length;
                inhoud[soort.Bestand] = [.. (JsonNode.Parse(bytes.AsSpan()) as JsonArray ?? throw Ongeldig($"{soort.Bestand}.json is geen lijst.")).Select(een => een as JsonObject ?? throw Ongeldig($"{soort.Bestand}.json bevat iets anders dan objecten."))];
            }

            return inhoud.Count > 0 ? new Archief(inhoud) : throw Ongeldig($"Verwachtte in het archief {string.Join(", ", Soort.Alle.Select(s => $"{s.Bestand}.json"))}.");
        }
        catch (Exception fout) when (fout is InvalidDataException or JsonException)
        {
            throw Ongeldig("Het bestand is geen zip met JSON.");
        }
    }

    public static async Task Schrijf(Stream doel, IEnumerable<(Soort Soort, byte[] Json)> inhoud)
    {
        await using var archief = await ZipArchive.CreateAsync(doel, ZipArchiveMode.Create, leaveOpen: true, null);
        foreach (var (soort, json) in inhoud)
        {
            await using var deel = await archief.CreateEntry($"{soort.Bestand}.json").OpenAsync();
            await deel.WriteAsync(json);
        }
    }

    public static Standards.Problemen.ProbleemException Ongeldig(string reden) => Weiger.Ongeldig("bestand", "invalid", reden);

    /// <summary>What an entry says of its own size is not believed.</summary>
    private static async Task<byte[]> Lees(ZipArchiveEntry deel, long ruimte)
    {
        await using var bron = await deel.OpenAsync();
        using var bytes = new MemoryStream();
        var blok = new byte[81_920];
        int gelezen;
        while ((gelezen = await bron.ReadAsync(blok)) > 0)
        {
            if (bytes.Length + gelezen > ruimte) throw Ongeldig("Het bestand is te groot.");
            bytes.Write(blok, 0, gelezen);
        }

        return bytes.ToArray();
    }
}
