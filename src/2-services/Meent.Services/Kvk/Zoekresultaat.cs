using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Meent.Services.Kvk;

/// <summary>A page of what was found, in the form of API Zoeken 2.</summary>
internal static class Zoekresultaat
{
    /// <summary>What ended before this day has no profile anymore.</summary>
    private const string MetProfiel = "20100522";

    public static Resultaat Van(HttpContext http, Zoekvraag vraag, IReadOnlyList<Vermelding> gevonden, long totaal, string vandaag) =>
        new(vraag.Pagina, vraag.ResultatenPerPagina, totaal,
            vraag.Pagina > 1 ? Bladzijde(http, vraag.Pagina - 1) : null,
            vraag.Pagina * vraag.ResultatenPerPagina < totaal ? Bladzijde(http, vraag.Pagina + 1) : null,
            [.. gevonden.Select(vermelding => Item(vermelding, vraag, http.Organisatie(), vandaag))])
        {
            Links = new Dictionary<string, Verwijzing> { ["self"] = new(Bladzijde(http, vraag.Pagina)) },
        };

    private static ResultaatItem Item(Vermelding vermelding, Zoekvraag vraag, Organisatie organisatie, string vandaag)
    {
        var naam = vermelding.Namen.FirstOrDefault(vraag.Past);
        var actief = vermelding.Einde is null || string.CompareOrdinal(vermelding.Einde, vandaag) > 0;
        return new ResultaatItem
        {
            KvkNummer = vermelding.KvkNummer,
            Rsin = vraag.Rsin,
            Vestigingsnummer = vermelding.Vestigingsnummer,
            Naam = naam ?? vermelding.Namen[0],
            Adres = Adres(vermelding.Adressen.OrderByDescending(vraag.Past).FirstOrDefault()),
            Type = vermelding.Type,
            Actief = !vraag.OokInactief ? null : actief ? "Ja" : "Nee",
            VervallenNaam = naam is null ? vermelding.VervallenNamen.FirstOrDefault(vraag.Past) : null,
            Links = actief || string.CompareOrdinal(vermelding.Einde, MetProfiel) >= 0 ? Links(vermelding, organisatie) : null,
        };
    }

    private static Dictionary<string, Verwijzing> Links(Vermelding vermelding, Organisatie organisatie)
    {
        var basis = $"{organisatie.Basis}{Diensten.Pad(Diensten.Kvk)}/v1";
        var links = new Dictionary<string, Verwijzing> { ["basisprofiel"] = new($"{basis}/basisprofielen/{vermelding.KvkNummer}") };
        if (vermelding.Vestigingsnummer is { } nummer) links["vestigingsprofiel"] = new($"{basis}/vestigingsprofielen/{nummer}");
        return links;
    }

    private static Gevondenadres? Adres(Adres? adres)
    {
        if (adres is null) return null;
        var type = adres.IsBezoekadres ? Kvkregels.Bezoekadres : "postadres";
        return adres.StraatHuisnummer is null && adres.PostcodeWoonplaats is null
            ? new(new(type, adres.Straatnaam, adres.Huisnummer, adres.Huisletter, adres.IsBezoekadres ? null : adres.Postbusnummer, adres.Postcode, adres.Plaats), null)
            : new(null, new(type, adres.StraatHuisnummer, adres.PostcodeWoonplaats, adres.Land));
    }

    private static string Bladzijde(HttpContext http, int pagina)
    {
        var query = http.Request.Query.Where(p => !p.Key.Equals("pagina", StringComparison.OrdinalIgnoreCase)).SelectMany(p => p.Value, (p, waarde) => KeyValuePair.Create(p.Key, waarde ?? "")).ToList();
        if (pagina > 1) query.Add(KeyValuePair.Create("pagina", pagina.ToString(null, null)));
        return $"{http.Organisatie().Basis}{http.Request.Path}{new QueryBuilder(query)}";
    }
}
