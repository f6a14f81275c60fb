using System.Globalization;
using System.Text.Json.Nodes;
using Meent.Services.Adressen.Voorkomens;

namespace Meent.Services.Adressen.Demo;

/// <summary>The objects of the BAG under the invented addresses: a row of houses along each street, in metres of the Rijksdriehoek system.</summary>
internal static class Demoobjecten
{
    private const string Sinds = "2019-05-12";
    private const int Kavel = 20;
    private const int Huis = 10;

    public static IEnumerable<Voorkomen> Van(IReadOnlyList<Adres> adressen)
    {
        foreach (var adres in adressen.DistinctBy(a => a.WoonplaatsIdentificatie))
        {
            var (x, y) = Hoek(adres.WoonplaatsIdentificatie, 0, 0);
            yield return new Voorkomen(Objecttype.Woonplaats, Object(Objecttype.Woonplaats, adres.WoonplaatsIdentificatie, new()
            {
                ["naam"] = adres.WoonplaatsNaam,
                ["status"] = "Woonplaats aangewezen",
            }), Grens: new JsonObject { ["vlak"] = Vierkant(x - 500, y - 500, 5_000) });
        }

        foreach (var adres in adressen.DistinctBy(a => a.OpenbareRuimteIdentificatie))
        {
            yield return new Voorkomen(Objecttype.OpenbareRuimte, Object(Objecttype.OpenbareRuimte, adres.OpenbareRuimteIdentificatie, new()
            {
                ["naam"] = adres.OpenbareRuimteNaam,
                ["type"] = "Weg",
                ["status"] = "Naamgeving uitgegeven",
                ["korteNaam"] = adres.KorteNaam,
                ["ligtIn"] = adres.WoonplaatsIdentificatie,
            }));
        }

        foreach (var adres in adressen)
        {
            yield return new Voorkomen(Objecttype.Nummeraanduiding, Object(Objecttype.Nummeraanduiding, adres.NummeraanduidingIdentificatie, Nummer(adres)));
            var (x, y) = Hoek(adres.OpenbareRuimteIdentificatie, Volgnummer(adres.OpenbareRuimteIdentificatie), Volgnummer(adres.PandIdentificaties[0]));
            foreach (var pand in adres.PandIdentificaties.Where(pand => adressen.First(a => a.PandIdentificaties.Contains(pand)) == adres))
            {
                yield return new Voorkomen(Objecttype.Pand, Object(Objecttype.Pand, pand, new()
                {
                    ["geometrie"] = Vierkant(x, y, Huis),
                    ["oorspronkelijkBouwjaar"] = (1930 + (Volgnummer(pand) * 4)).ToString(CultureInfo.InvariantCulture),
                    ["status"] = "Pand in gebruik",
                }));
            }

            yield return new Voorkomen(Objecttype.Verblijfsobject, Object(Objecttype.Verblijfsobject, adres.AdresseerbaarObjectIdentificatie, new()
            {
                ["heeftAlsHoofdAdres"] = adres.NummeraanduidingIdentificatie,
                ["type"] = "Verblijfsobject",
                ["geometrie"] = new JsonObject { ["punt"] = new JsonObject { ["type"] = "Point", ["coordinates"] = new JsonArray(x + (Huis / 2), y + (Huis / 2), 0) } },
                ["gebruiksdoelen"] = new JsonArray("woonfunctie"),
                ["oppervlakte"] = 80 + Volgnummer(adres.AdresseerbaarObjectIdentificatie),
                ["status"] = "Verblijfsobject in gebruik",
                ["maaktDeelUitVan"] = new JsonArray([.. adres.PandIdentificaties.Select(pand => JsonValue.Create(pand))]),
            }));
        }
    }

    private static JsonObject Nummer(Adres adres)
    {
        var nummer = new JsonObject { ["huisnummer"] = adres.Huisnummer };
        if (adres.Huisletter is not null) nummer["huisletter"] = adres.Huisletter;
        if (adres.Huisnummertoevoeging is not null) nummer["huisnummertoevoeging"] = adres.Huisnummertoevoeging;
        nummer["postcode"] = adres.Postcode;
        nummer["typeAdresseerbaarObject"] = "Verblijfsobject";
        nummer["status"] = "Naamgeving uitgegeven";
        nummer["ligtAan"] = adres.OpenbareRuimteIdentificatie;
        return nummer;
    }

    private static JsonObject Object(Objecttype type, string identificatie, JsonObject eigen)
    {
        var leden = new JsonObject { ["identificatie"] = identificatie, ["domein"] = type.Domein };
        foreach (var (naam, waarde) in eigen) leden[naam] = waarde?.DeepClone();
        leden["geconstateerd"] = "N";
        leden["documentdatum"] = Sinds;
        leden["documentnummer"] = "DEMO-2019-12";
        leden["voorkomen"] = new JsonObject
        {
            ["tijdstipRegistratie"] = Sinds + "T10:00:00Z",
            ["versie"] = 1,
            ["beginGeldigheid"] = Sinds,
            ["tijdstipRegistratieLV"] = Sinds + "T10:05:00Z",
        };
        return new JsonObject { [type.Naam] = leden };
    }

    private static int Volgnummer(string identificatie) => int.Parse(identificatie.AsSpan(^4), CultureInfo.InvariantCulture);

    // The woonplaats by its number, a street every 100 metres, a house every 20.
    private static (int X, int Y) Hoek(string identificatie, int straat, int huis) =>
        (100_000 + (int.Parse(identificatie.AsSpan(0, 4), CultureInfo.InvariantCulture) % 10 * 8_000) + (huis * Kavel), 450_000 + (straat * 100));

    private static JsonObject Vierkant(int x, int y, int zijde) => new()
    {
        ["type"] = "Polygon",
        ["coordinates"] = new JsonArray(new JsonArray(Punt(x, y), Punt(x + zijde, y), Punt(x + zijde, y + zijde), Punt(x, y + zijde), Punt(x, y))),
    };

    private static JsonArray Punt(int x, int y) => new(x, y, 0);
}
