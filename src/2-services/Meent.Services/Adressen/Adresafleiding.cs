using System.Text.Json.Nodes;
using Meent.Data.Opslag;
using Meent.Services.Adressen.Voorkomens;

namespace Meent.Services.Adressen;

/// <summary>
/// An address is no object of the BAG but a view of several: the nummeraanduiding with its street, its place, what it is the address of and the panden
/// of that. It is derived when one of those changes, so that a search reads one row.
/// </summary>
internal static class Adresafleiding
{
    /// <summary>Makes the address of a nummeraanduiding what the objects say, or removes it when there is none any more.</summary>
    public static async ValueTask Afleiden(this Session session, string nummeraanduiding, Tijdreis reis)
    {
        if (await session.Adres(nummeraanduiding, reis with { Huidig = true }) is { } adres) await session.Zet(adres);
        else await session.Execute("DELETE FROM adressen_adressen WHERE nummeraanduiding = $1", nummeraanduiding);
    }

    private static async ValueTask<Adres?> Adres(this Session session, string identificatie, Tijdreis reis)
    {
        if (await session.Object(Objecttype.Nummeraanduiding, identificatie, reis) is not { } nummer
            || await session.Object(Objecttype.OpenbareRuimte, Tekst(nummer, "ligtAan")!, reis) is not { } straat
            || await session.Object(Objecttype.Woonplaats, Tekst(nummer, "ligtIn") ?? Tekst(straat, "ligtIn")!, reis) is not { } woonplaats
            || await session.Adresseerbaar(identificatie, reis) is not { } verblijf) return null;
        return new Adres
        {
            OpenbareRuimteNaam = Tekst(straat, "naam")!,
            KorteNaam = Tekst(straat, "korteNaam")!,
            Huisnummer = nummer["huisnummer"]!.GetValue<int>(),
            Huisletter = Tekst(nummer, "huisletter"),
            Huisnummertoevoeging = Tekst(nummer, "huisnummertoevoeging"),
            Postcode = Tekst(nummer, "postcode"),
            WoonplaatsNaam = Tekst(woonplaats, "naam")!,
            NummeraanduidingIdentificatie = identificatie,
            OpenbareRuimteIdentificatie = Tekst(straat, "identificatie")!,
            WoonplaatsIdentificatie = Tekst(woonplaats, "identificatie")!,
            AdresseerbaarObjectIdentificatie = Tekst(verblijf, "identificatie")!,
            PandIdentificaties = verblijf["maaktDeelUitVan"]?.AsArray().Select(pand => pand!.GetValue<string>()).ToList() ?? [],
            IndicatieNevenadres = Tekst(verblijf, "heeftAlsHoofdAdres") == identificatie ? null : true,
        };
    }

    private static async ValueTask<JsonObject?> Adresseerbaar(this Session session, string nummeraanduiding, Tijdreis reis)
    {
        foreach (var type in Objecttype.Adresseerbaar)
        {
            var voorwaarden = new Voorwaarden().Eis(
                "t.id IN (SELECT rij FROM adressen_verwijzingen WHERE doel = ? AND soort IN ('heeftAlsHoofdAdres', 'heeftAlsNevenAdres'))", nummeraanduiding);
            reis.Voeg(voorwaarden);
            if ((await session.Zoek(type, voorwaarden)).LastOrDefault() is { } rij) return Inhoud(rij);
        }

        return null;
    }

    private static async ValueTask<JsonObject?> Object(this Session session, Objecttype type, string identificatie, Tijdreis reis) =>
        await session.Vind(type, identificatie, reis) is { } rij ? Inhoud(rij) : null;

    private static JsonObject Inhoud(Voorkomenrij rij) => JsonNode.Parse(rij.Body)![rij.Type.Naam]!.AsObject();

    private static string? Tekst(JsonObject json, string lid) => json[lid]?.GetValue<string>();
}
