using System.Text;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Adressen.Voorkomens;
using Meent.Services.HaalCentraal;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Adressen;

/// <summary>An address with what is known of the object that it is the address of, and of its panden.</summary>
internal static class UitgebreidApi
{
    private const string Pad = "adressenuitgebreid";
    private static readonly HashSet<string> Geen = [];

    public static void MapUitgebreid(this IEndpointRouteBuilder bag)
    {
        var groep = bag.MapGroup("/" + Pad).WithTags("Adres uitgebreid");
        groep.MapGet("", Zoek).WithName("zoekAdresUitgebreid");
        groep.MapGet("/{nummeraanduidingIdentificatie}", Een).WithName("bevraagAdresUitgebreidMetNumId");
    }

    private static async Task<IResult> Zoek(HttpContext http, Bagbron bron)
    {
        await Bagverzoek.Begin(http, bron.Aanroepen);
        var vraag = Adresvraag.LeesUitgebreid(http.Request.Query);
        Bagverzoek.Crs(http);
        return await bron.Lees(http, async session =>
        {
            var delen = new List<string>();
            foreach (var adres in (await session.Zoek(vraag)).Take(vraag.Paginagrootte)) delen.Add(await Maak(session, http.Organisatie(), adres, Tijdreis.Nu(bron.Klok)));
            return Hal.Lijst(http, "adressen", delen);
        });
    }

    private static async Task<IResult> Een(string nummeraanduidingIdentificatie, HttpContext http, Bagbron bron)
    {
        await Bagverzoek.Begin(http, bron.Aanroepen);
        var (lezer, patroon) = (new Parameterlezer(http.Request.Query, Geen), Objecttype.Nummeraanduiding.Patroon);
        if (!patroon.IsMatch(nummeraanduidingIdentificatie)) lezer.Fout("nummeraanduidingIdentificatie", "pattern", $"Waarde voldoet niet aan patroon {Parameterlezer.Toon(patroon)}.");
        lezer.Klaar();
        Bagverzoek.Crs(http);
        return await bron.Lees(http, async session => Hal.Antwoord(await Maak(
            session, http.Organisatie(), await session.Vind(nummeraanduidingIdentificatie) ?? throw Rfc2616Problemen.BestaatNiet("Er is geen adres met deze identificatie."), Tijdreis.Nu(bron.Klok))));
    }

    private static async ValueTask<string> Maak(Session session, Organisatie organisatie, Adresrij adres, Tijdreis reis)
    {
        using var body = JsonDocument.Parse(adres.Body);
        var identificatie = body.RootElement.GetProperty("adresseerbaarObjectIdentificatie").GetString()!;
        var erbij = new StringBuilder();
        if (Objecttype.Van(identificatie) is { } type && await session.Vind(type, identificatie, reis) is { } rij)
        {
            using var inhoud = JsonDocument.Parse(rij.Body);
            var lid = inhoud.RootElement.GetProperty(type.Naam);
            erbij.Append(",\"typeAdresseerbaarObject\":\"").Append(char.ToUpperInvariant(type.Naam[0])).Append(type.Naam, 1, type.Naam.Length - 1).Append('"');
            // Of a verblijfsobject the standard has a point or an area; of the others always an area, which goes under its name here.
            if (lid.TryGetProperty("geometrie", out var vorm)) erbij.Append(",\"adresseerbaarObjectGeometrie\":").Append(type == Objecttype.Verblijfsobject ? vorm.GetRawText() : $"{{\"vlak\":{vorm.GetRawText()}}}");
            Neem("status", "adresseerbaarObjectStatus");
            Neem("gebruiksdoelen", "gebruiksdoelen");
            Neem("oppervlakte", "oppervlakte");

            void Neem(string van, string als)
            {
                if (lid.TryGetProperty(van, out var waarde)) erbij.Append(",\"").Append(als).Append("\":").Append(waarde.GetRawText());
            }
        }

        var bouwjaren = new List<string>();
        foreach (var pand in body.RootElement.GetProperty("pandIdentificaties").EnumerateArray())
        {
            if (await session.Vind(Objecttype.Pand, pand.GetString()!, reis) is not { } gevonden) continue;
            using var inhoud = JsonDocument.Parse(gevonden.Body);
            if (inhoud.RootElement.GetProperty(Objecttype.Pand.Naam).TryGetProperty("oorspronkelijkBouwjaar", out var jaar)) bouwjaren.Add(jaar.GetRawText());
        }

        if (bouwjaren.Count > 0) erbij.Append(",\"oorspronkelijkBouwjaar\":[").AppendJoin(',', bouwjaren).Append(']');
        return await new Adresantwoord(session, organisatie, reis).Maak(adres, [], Pad, erbij.ToString());
    }
}
