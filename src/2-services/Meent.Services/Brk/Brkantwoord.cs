using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Services.Brk.Model;
using Meent.Services.HaalCentraal;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Services.Brk;

/// <summary>Resources as the standard tells them: the members that are asked, and links to what they name.</summary>
internal sealed class Brkantwoord(Organisatie organisatie)
{
    private const string Links = "_links";

    private readonly string _basis = organisatie.Basis + Diensten.Pad(Diensten.Brk);

    public JsonObject Zaak(Brkregel regel, Veldkeuze velden, Uitbreiding uitbreiding, bool metGerechtigden = true)
    {
        var zaak = regel.Zaak;
        var pad = Zaakpad(zaak.Identificatie);
        var gekozen = velden.Kies(Json(metGerechtigden ? zaak : zaak with { ZakelijkGerechtigdeIdentificaties = null }));
        var links = Zelf(pad);
        foreach (var (relatie, lid, onder) in new[]
        {
            (Brkvelden.Gerechtigden, "zakelijkGerechtigdeIdentificaties", "zakelijkgerechtigden"), (Brkvelden.Beperkingen, "privaatrechtelijkeBeperkingIdentificaties", "privaatrechtelijkebeperkingen"),
            ("hypotheken", "hypotheekIdentificaties", "hypotheken"), ("beslagen", "beslagIdentificaties", "beslagen"),
        })
            Voeg(links, relatie, Teksten(gekozen[lid]).Select(id => $"{pad}/{onder}/{id}"));
        foreach (var relatie in new[] { "isOntstaanUit", "isOvergegaanIn" }) Voeg(links, relatie, Nummers(gekozen[relatie]?["kadastraalOnroerendeZaken"]).Select(Zaakpad));
        foreach (var relatie in new[] { "bijbehorendeGrondpercelen", "bijbehorendeAppartementsrechten" }) Voeg(links, relatie, Nummers(gekozen[relatie]).Select(Zaakpad));
        Bronnen(links, gekozen);
        gekozen[Links] = links;
        var ingebed = new JsonObject();
        if (uitbreiding.Velden.TryGetValue(Brkvelden.Gerechtigden, out var wie)) ingebed[Brkvelden.Gerechtigden] = Lijst((regel.ZakelijkGerechtigden ?? []).Select(een => Gerechtigde(zaak.Identificatie, een, wie)));
        if (uitbreiding.Velden.TryGetValue(Brkvelden.Beperkingen, out var wat)) ingebed[Brkvelden.Beperkingen] = Lijst((regel.PrivaatrechtelijkeBeperkingen ?? []).Select(een => Beperking(zaak.Identificatie, een, wat)));
        if (ingebed.Count > 0) gekozen["_embedded"] = ingebed;
        return gekozen;
    }

    public JsonObject Gerechtigde(string zaak, ZakelijkGerechtigde een, Veldkeuze velden) => Onder(zaak, "zakelijkgerechtigden", een.Identificatie, een, velden, (links, gekozen) =>
    {
        VoegEen(links, "persoon", gekozen["persoon"]);
        foreach (var relatie in new[] { "betrokkenPartner", "betrokkenSamenwerkingsverband", "betrokkenGorzenEnAanwassen" }) VoegEen(links, relatie, gekozen["tenaamstelling"]?[relatie]);
    });

    public JsonObject Hypotheek(string zaak, Hypotheek een, Veldkeuze velden) =>
        Onder(zaak, "hypotheken", een.Identificatie, een, velden, (links, gekozen) => Voeg(links, "hypotheekhouders", Personen(gekozen["hypotheekhouders"])));

    public JsonObject Beslag(string zaak, Beslag een, Veldkeuze velden) =>
        Onder(zaak, "beslagen", een.Identificatie, een, velden, (links, gekozen) => Voeg(links, "beslagleggers", Personen(gekozen["beslagleggers"])));

    public JsonObject Beperking(string zaak, Aantekening een, Veldkeuze velden) => Onder(zaak, "privaatrechtelijkebeperkingen", een.Identificatie, een, velden, (_, _) => { });

    public JsonObject Publiekrechtelijk(PubliekrechtelijkeBeperking een, Veldkeuze velden)
    {
        // The standard has no path of its own for it.
        var gekozen = velden.Kies(Json(een));
        var links = new JsonObject();
        VoegEen(links, "bevoegdGezag", gekozen["bevoegdGezag"]);
        Bronnen(links, gekozen);
        gekozen[Links] = links;
        return gekozen;
    }

    public JsonObject Persoon<T>(T een, Veldkeuze velden)
        where T : Kadasterpersoon
    {
        var gekozen = velden.Kies(Json(een));
        var links = Zelf(Persoonspad(een is KadasterNatuurlijkPersoon ? Model.Persoon.Kadastermens : Model.Persoon.Kadasterorganisatie, een.Identificatie)!);
        Voeg(links, "kadastraalOnroerendeZaken", Teksten(gekozen["kadastraalOnroerendeZaakIdentificaties"]).Select(Zaakpad));
        gekozen[Links] = links;
        return gekozen;
    }

    public JsonObject Stuk(Brkregel regel, Veldkeuze velden, Uitbreiding uitbreiding)
    {
        var gekozen = velden.Kies(Json(regel.StukMetDelen));
        var links = Zelf($"{_basis}/stukken/{regel.Stuk!.Identificatie}");
        Voeg(links, Brkvelden.Delen, Teksten(gekozen["stukdeelIdentificaties"]).Select(Stukdeelpad));
        gekozen[Links] = links;
        if (uitbreiding.Velden.TryGetValue(Brkvelden.Delen, out var delen))
            gekozen["_embedded"] = new JsonObject { [Brkvelden.Delen] = Lijst((regel.Stukdelen ?? []).Select(deel => Stukdeel(regel, deel.Identificatie, delen, Uitbreiding.Geen))) };
        return gekozen;
    }

    public JsonObject Stukdeel(Brkregel regel, string identificatie, Veldkeuze velden, Uitbreiding uitbreiding)
    {
        var gekozen = velden.Kies(Json(regel.Stukdelen!.First(deel => deel.Identificatie == identificatie)));
        var links = Zelf(Stukdeelpad(identificatie));
        links["stuk"] = Link($"{_basis}/stukken/{regel.Stuk!.Identificatie}");
        gekozen[Links] = links;
        if (uitbreiding.Velden.TryGetValue("stuk", out var stuk)) gekozen["_embedded"] = new JsonObject { ["stuk"] = Stuk(regel, stuk, Uitbreiding.Geen) };
        return gekozen;
    }

    public string Zaakpad(string identificatie) => $"{_basis}/kadastraalonroerendezaken/{identificatie}";

    public static JsonObject Link(string href) => new() { ["href"] = href };

    public static string Tekst(JsonNode json) => json.ToJsonString(Regelvorm.Json);

    private JsonObject Onder<T>(string zaak, string pad, string identificatie, T een, Veldkeuze velden, Action<JsonObject, JsonObject> voeg)
    {
        var gekozen = velden.Kies(Json(een));
        var links = Zelf($"{Zaakpad(zaak)}/{pad}/{identificatie}");
        voeg(links, gekozen);
        Bronnen(links, gekozen);
        gekozen[Links] = links;
        return gekozen;
    }

    // What it follows from, wherever in it that is named.
    private void Bronnen(JsonObject links, JsonObject gekozen)
    {
        var leden = Leden(gekozen).ToList();
        Voeg(links, "stukken", Waarden(leden, "stukIdentificaties").Select(id => $"{_basis}/stukken/{id}"));
        Voeg(links, "stukdelen", Waarden(leden, "isGebaseerdOpStukdeelIdentificatie", "isGebaseerdOpStukdeelIdentificaties", "isVermeldInStukdeelIdentificaties").Select(Stukdeelpad));
    }

    private string Stukdeelpad(string identificatie) => $"{_basis}/stukdelen/{identificatie}";

    /// <returns>Null for who is in another base registry: his number is a BSN or RSIN, and the first stands in no URL.</returns>
    private string? Persoonspad(string? type, string? identificatie) => type switch
    {
        Model.Persoon.Kadastermens => $"{_basis}/kadasternatuurlijkpersonen/{identificatie}",
        Model.Persoon.Kadasterorganisatie => $"{_basis}/kadasternietnatuurlijkpersonen/{identificatie}",
        _ => null,
    };

    private IEnumerable<string> Personen(JsonNode? personen) => personen is JsonArray rij ? rij.Select(een => Persoonspad((string?)een?["type"], (string?)een?["identificatie"])).OfType<string>() : [];

    private void VoegEen(JsonObject links, string relatie, JsonNode? persoon)
    {
        if (persoon?["identificatie"] is not null && Persoonspad((string?)persoon["type"], (string?)persoon["identificatie"]) is { } pad) links[relatie] = Link(pad);
    }

    private static void Voeg(JsonObject links, string relatie, IEnumerable<string> paden)
    {
        JsonArray lijst = [.. paden.Distinct(StringComparer.Ordinal).Select(Link)];
        if (lijst.Count > 0) links[relatie] = lijst;
    }

    private static JsonObject Zelf(string pad) => new() { ["self"] = Link(pad) };

    private static JsonArray Lijst(IEnumerable<JsonObject> delen) => [.. delen];

    private static JsonObject Json<T>(T resource) => JsonSerializer.SerializeToNode(resource, Regelvorm.Json)!.AsObject();

    private static IEnumerable<string> Teksten(JsonNode? lijst) => lijst switch
    {
        JsonArray rij => rij.Select(een => (string)een!),
        null => [],
        _ => [(string)lijst!],
    };

    private static IEnumerable<string> Nummers(JsonNode? lijst) => lijst is JsonArray rij ? rij.Select(een => (string?)een?["identificatie"]).OfType<string>() : [];

    private static IEnumerable<string> Waarden(IEnumerable<KeyValuePair<string, JsonNode?>> leden, params string[] namen) => leden.Where(lid => namen.Contains(lid.Key)).SelectMany(lid => Teksten(lid.Value));

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Leden(JsonNode? json) => json switch
    {
        JsonObject groep => groep.SelectMany(lid => Leden(lid.Value).Prepend(lid)),
        JsonArray rij => rij.SelectMany(Leden),
        _ => [],
    };
}
