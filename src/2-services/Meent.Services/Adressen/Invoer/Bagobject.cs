using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Meent.Services.Adressen.Voorkomens;
using Meent.Standards;

namespace Meent.Services.Adressen.Invoer;

/// <summary>A <c>bagObject</c> of the extract (LVBAG, v20200601) as a voorkomen.</summary>
internal static class Bagobject
{
    /// <exception cref="FormatException">It cannot be used; the message says why.</exception>
    public static Voorkomen Lees(XElement bagObject)
    {
        var xml = bagObject.Elements().FirstOrDefault() ?? throw new FormatException("leeg object");
        var type = Objecttype.Alle.FirstOrDefault(t => t.Naam.Equals(xml.Name.LocalName, StringComparison.OrdinalIgnoreCase)) ?? throw new FormatException($"onbekend soort object {xml.Name.LocalName}");
        var historie = Deel(xml, "voorkomen") is { } voorkomen ? Deel(voorkomen, "Voorkomen") : null;
        if (historie is null) throw new FormatException("voorkomen ontbreekt");
        var lv = Deel(historie, "BeschikbaarLV") ?? throw new FormatException("BeschikbaarLV ontbreekt");
        var identificatie = Moet(xml, "identificatie");
        if (!type.Patroon.IsMatch(identificatie)) throw new FormatException("identificatie is niet van dit soort object");

        var leden = new JsonObject();
        if (Objecttype.Adresseerbaar.Contains(type))
        {
            leden["heeftAlsHoofdAdres"] = Verwezen(xml, "heeftAlsHoofdadres").FirstOrDefault() ?? throw new FormatException("heeftAlsHoofdadres ontbreekt");
            if (Verwezen(xml, "heeftAlsNevenadres").ToList() is { Count: > 0 } neven) leden["heeftAlsNevenAdres"] = Lijst(neven);
            leden["type"] = xml.Name.LocalName;
        }

        leden["identificatie"] = identificatie;
        leden["domein"] = type.Domein;
        var grens = Eigen(type, xml, leden);
        leden["status"] = Moet(xml, "status");
        leden["geconstateerd"] = Moet(xml, "geconstateerd");
        leden["documentdatum"] = Dag(xml, "documentdatum") ?? throw new FormatException("documentdatum ontbreekt");
        leden["documentnummer"] = Moet(xml, "documentnummer");
        leden["voorkomen"] = Historie(historie, lv);
        Relaties(type, xml, leden);
        var klaar = new Voorkomen(type, new JsonObject { [type.Naam] = leden }, Moment(lv, "tijdstipEindRegistratieLV"), Moment(lv, "tijdstipInactiefLV") ?? Moment(lv, "tijdstipNietBagLV"), grens);
        return !type.HeeftGeometrie || klaar.HeeftVorm ? klaar : throw new FormatException("geometrie ontbreekt of is niet te lezen");
    }

    private static JsonObject? Eigen(Objecttype type, XElement xml, JsonObject leden)
    {
        switch (type.Naam)
        {
            case "woonplaats":
                leden["naam"] = Moet(xml, "naam");
                return Plaats(xml, alsVorm: false);
            case "openbareRuimte":
                leden["naam"] = Moet(xml, "naam");
                leden["type"] = Moet(xml, "type");
                leden["korteNaam"] = xml.Descendants().LastOrDefault(e => e.Name.LocalName == "verkorteNaam" && !e.HasElements)?.Value.Trim() ?? Moet(xml, "naam");
                return null;
            case "nummeraanduiding":
                leden["huisnummer"] = Getal(xml, "huisnummer");
                foreach (var lid in (string[])["huisletter", "huisnummertoevoeging", "postcode"])
                    if (Tekst(xml, lid) is { } waarde) leden[lid] = waarde;
                leden["typeAdresseerbaarObject"] = Moet(xml, "typeAdresseerbaarObject");
                return null;
            case "pand":
                leden["geometrie"] = Plaats(xml, alsVorm: true);
                leden["oorspronkelijkBouwjaar"] = Moet(xml, "oorspronkelijkBouwjaar");
                return null;
            case "verblijfsobject":
                leden["geometrie"] = Plaats(xml, alsVorm: false);
                leden["gebruiksdoelen"] = Lijst(Delen(xml, "gebruiksdoel").Select(e => e.Value.Trim()));
                leden["oppervlakte"] = Getal(xml, "oppervlakte");
                return null;
            default:
                leden["geometrie"] = Plaats(xml, alsVorm: true);
                return null;
        }
    }

    private static void Relaties(Objecttype type, XElement xml, JsonObject leden)
    {
        foreach (var relatie in type.Relaties.Where(r => !leden.ContainsKey(r.Lid)))
        {
            var doelen = Verwezen(xml, relatie.Lid).ToList();
            if (doelen.Count > 0) leden[relatie.Lid] = relatie.IsLijst ? Lijst(doelen) : doelen[0];
        }

        var moet = type.Naam switch { "openbareRuimte" => "ligtIn", "nummeraanduiding" => "ligtAan", "verblijfsobject" => "maaktDeelUitVan", _ => null };
        if (moet is not null && !leden.ContainsKey(moet)) throw new FormatException($"{moet} ontbreekt");
    }

    private static JsonObject Historie(XElement historie, XElement lv)
    {
        var leden = new JsonObject
        {
            ["tijdstipRegistratie"] = Tijdstip(historie, "tijdstipRegistratie") ?? throw new FormatException("tijdstipRegistratie ontbreekt"),
            ["versie"] = Getal(historie, "voorkomenidentificatie"),
        };
        Zet("eindRegistratie", Tijdstip(historie, "eindRegistratie"));
        Zet("beginGeldigheid", Dag(historie, "beginGeldigheid") ?? throw new FormatException("beginGeldigheid ontbreekt"));
        Zet("eindGeldigheid", Dag(historie, "eindGeldigheid"));
        Zet("tijdstipInactief", Tijdstip(historie, "tijdstipInactief"));
        Zet("tijdstipRegistratieLV", Tijdstip(lv, "tijdstipRegistratieLV") ?? throw new FormatException("tijdstipRegistratieLV ontbreekt"));
        Zet("tijdstipNietBAG", Tijdstip(lv, "tijdstipNietBagLV"));
        return leden;

        void Zet(string lid, string? waarde)
        {
            if (waarde is not null) leden[lid] = waarde;
        }
    }

    // Where the standard leaves a choice of form, the extract names the form that it is in; the API does so too.
    private static JsonObject? Plaats(XElement xml, bool alsVorm)
    {
        if (Deel(xml, "geometrie")?.Elements().FirstOrDefault() is not { } inhoud) return null;
        var gml = inhoud.Name.LocalName is "punt" or "vlak" or "multivlak" ? inhoud.Elements().First() : inhoud;
        var vorm = Gml.Lees(gml);
        return alsVorm ? vorm : new JsonObject { [gml.Name.LocalName switch { "Point" => "punt", "Polygon" => "vlak", _ => "multivlak" }] = vorm };
    }

    private static IEnumerable<XElement> Delen(XElement xml, string naam) => xml.Elements().Where(e => e.Name.LocalName == naam);

    private static XElement? Deel(XElement xml, string naam) => Delen(xml, naam).FirstOrDefault();

    private static IEnumerable<string> Verwezen(XElement xml, string naam) => Delen(xml, naam).SelectMany(e => e.Elements()).Select(e => e.Value.Trim());

    private static JsonArray Lijst(IEnumerable<string> waarden) => new([.. waarden.Select(w => JsonValue.Create(w))]);

    private static string? Tekst(XElement xml, string naam) => Deel(xml, naam)?.Value.Trim() is { Length: > 0 } tekst ? tekst : null;

    private static string Moet(XElement xml, string naam) => Tekst(xml, naam) ?? throw new FormatException($"{naam} ontbreekt");

    private static int Getal(XElement xml, string naam) =>
        int.TryParse(Moet(xml, naam), NumberStyles.None, CultureInfo.InvariantCulture, out var getal) ? getal : throw new FormatException($"{naam} is geen getal");

    private static string? Dag(XElement xml, string naam) => Tekst(xml, naam) is not { } tekst ? null
        : DateOnly.TryParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? tekst : throw new FormatException($"{naam} is geen datum");

    private static string? Tijdstip(XElement xml, string naam) => Moment(xml, naam)?.ToString("yyyy-MM-ddTHH:mm:ss.FFFZ", CultureInfo.InvariantCulture);

    // Without a zone it is the time of the Netherlands.
    private static DateTimeOffset? Moment(XElement xml, string naam) => Tekst(xml, naam) is not { } tekst ? null
        : DateTime.TryParse(tekst, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var tijd) ? (tijd.Kind == DateTimeKind.Unspecified ? tijd.VanLokaal() : tijd.ToUniversalTime())
        : throw new FormatException($"{naam} is geen tijdstip");
}
