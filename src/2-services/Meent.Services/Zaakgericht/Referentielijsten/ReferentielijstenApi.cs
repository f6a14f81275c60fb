using System.Globalization;
using System.Text;
using Meent.Data.Modellen.Referentielijsten;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Pijplijn.Model;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Zaakgericht.Referentielijsten;

/// <summary>Referentielijsten API 0.6.0: the selectielijst and other lists, for everyone, read only.</summary>
internal static class ReferentielijstenApi
{
    private const int Grootte = 100;
    private static readonly string[] Procestype = ["procesType", "proces_type"];

    public static void MapReferentielijsten(this IEndpointRouteBuilder routes)
    {
        Map<CommunicatieKanaal>(routes, kaal: false);
        Map<ProcesType>(routes, kaal: true, Parameter.Tekst("jaar", "Uitgave van de selectielijst."));
        Map<Resultaat>(routes, kaal: false, [.. Procestype.Select(naam => Parameter.Tekst(naam, "URL van het procestype."))]);
        Map<ResultaattypeOmschrijvingGeneriek>(routes, kaal: true);
    }

    /// <param name="kaal">A bare array, as the standard has it; else pages.</param>
    private static void Map<T>(IEndpointRouteBuilder routes, bool kaal, params Parameter[] parameters)
    {
        var lijst = Lijst.Voor<T>();
        var groep = routes.MapGroup(lijst.Pad).WithTags(lijst.Naam).AllowAnonymous();
        var alle = kaal ? parameters : [.. parameters, Parameter.Getal("page", "Nummer van de bladzijde.", 1, 1_000_000)];
        groep.MapGet("", (HttpContext http, Stores stores) => Toon(http, stores, lijst, kaal, [.. alle.Select(p => p.Naam)])).WithName($"referentielijst_{lijst.Enkel}_list").Vraagt(alle);
        groep.MapGet("/{uuid}", (HttpContext http, Stores stores) => Een(http, stores, lijst)).WithName($"referentielijst_{lijst.Enkel}_retrieve");
    }

    private static async Task Een(HttpContext http, Stores stores, Lijst lijst)
    {
        Query.Alleen(http.Request, []);
        var gevonden = (await Lees(http, stores)).Vind(lijst, Adressering.Id(http)) ?? throw Weiger.NietGevonden();
        using var buffer = new Buffer();
        buffer.Kopieer(gevonden.Body, Encoding.UTF8.GetBytes(http.Organisatie().Basis));
        await Antwoord.Json(http, buffer, StatusCodes.Status200OK);
    }

    private static async Task Toon(HttpContext http, Stores stores, Lijst lijst, bool kaal, IReadOnlyCollection<string> parameters)
    {
        Query.Alleen(http.Request, parameters);
        var voorwaarde = Voorwaarde(http, lijst);
        var gevonden = (await Lees(http, stores)).Van(lijst).Where(voorwaarde).ToList();
        using var buffer = new Buffer();
        if (kaal) Schrijf(buffer, gevonden, http);
        else Bladzijde(buffer, gevonden, http, lijst);
        await Antwoord.Json(http, buffer, StatusCodes.Status200OK);
    }

    private static void Bladzijde(Buffer buffer, List<Referentie> gevonden, HttpContext http, Lijst lijst)
    {
        var pagina = http.Request.Query.TryGetValue("page", out var tekst) ? Getal(tekst!) is > 0 and var p ? p : throw Weiger.NietGevonden() : 1;
        var over = (pagina - 1L) * Grootte;
        if (pagina > 1 && over >= gevonden.Count) throw Weiger.NietGevonden();
        buffer.Schrijf(string.Create(CultureInfo.InvariantCulture, $"{{\"count\":{gevonden.Count},\"next\":{Link(pagina + 1, over + Grootte < gevonden.Count)},\"previous\":{Link(pagina - 1, pagina > 1)},\"results\":"));
        Schrijf(buffer, gevonden.Skip((int)over).Take(Grootte), http);
        buffer.Schrijf("}"u8);

        string Link(int nummer, bool bestaat)
        {
            if (!bestaat) return "null";
            var overig = string.Concat(http.Request.Query.Where(q => q.Key != "page").Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value.ToString())}&"));
            return string.Create(CultureInfo.InvariantCulture, $"\"{http.Organisatie().Basis}{lijst.Pad}?{overig}page={nummer}\"");
        }
    }

    private static void Schrijf(Buffer buffer, IEnumerable<Referentie> rijen, HttpContext http)
    {
        var basis = Encoding.UTF8.GetBytes(http.Organisatie().Basis);
        var eerste = true;
        buffer.Schrijf("["u8);
        foreach (var rij in rijen)
        {
            if (!eerste) buffer.Schrijf(","u8);
            eerste = false;
            buffer.Kopieer(rij.Body, basis);
        }

        buffer.Schrijf("]"u8);
    }

    private static Func<Referentie, bool> Voorwaarde(HttpContext http, Lijst lijst)
    {
        if (lijst.Type == typeof(ProcesType) && http.Request.Query.TryGetValue("jaar", out var jaar))
            return Getal(jaar!) is { } getal ? r => ((ProcesType)r.Model).Jaar == getal : throw Weiger.Ongeldig("jaar", "invalid", "Een geldig getal is verplicht.");
        if (lijst.Type != typeof(Resultaat) || Procestype.FirstOrDefault(http.Request.Query.ContainsKey) is not { } naam) return static _ => true;
        var url = http.Request.Query[naam].ToString();
        if (!Uri.IsWellFormedUriString(url, UriKind.Absolute)) throw Weiger.Ongeldig(naam, "invalid", "Voer een geldige URL in.");
        var procestype = Lijsten.Adres(EigenUrls.Bewaar(url, [http.Organisatie().Basis]))?.Id;
        return r => procestype is not null && Lijsten.Adres(((Resultaat)r.Model).ProcesType)?.Id == procestype;
    }

    private static int? Getal(string tekst) => int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var getal) ? getal : null;

    private static async Task<Lijsten> Lees(HttpContext http, Stores stores)
    {
        http.Response.Headers["API-version"] = "0.6.0";
        return await (await stores.Get(http.Organisatie())).Read(Lijsten.Lees, http.RequestAborted);
    }
}
