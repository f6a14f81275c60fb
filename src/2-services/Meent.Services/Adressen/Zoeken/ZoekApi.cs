using System.Text.Json;
using System.Text.RegularExpressions;
using Meent.Data.Opslag;
using Meent.Services.HaalCentraal;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Adressen.Zoeken;

/// <summary>Search as somebody types.</summary>
internal static partial class ZoekApi
{
    private static readonly HashSet<string> Bekend = new(["zoek", "page", "pageSize"], StringComparer.Ordinal);

    public static void MapZoeken(this IEndpointRouteBuilder bag) => bag.MapGet("/adressen/zoek", Zoek).WithName("zoek");

    private static async Task<IResult> Zoek(HttpContext http, Bagbron bron, Stores stores)
    {
        await Bagverzoek.Begin(http, bron.Aanroepen);
        var lezer = new Parameterlezer(http.Request.Query, Bekend);
        if (!lezer.Heeft("zoek")) lezer.Fout("zoek", "required", "Parameter is verplicht.");
        var tekst = lezer.Tekst("zoek", TermPatroon()) ?? "";
        var (pagina, grootte) = Adresvraag.Pagineer(lezer);
        lezer.Klaar();
        var store = await stores.Get(http.Organisatie());
        await store.WerkBij(http.RequestAborted);
        var gevonden = await store.Read(session => session.Zoek(Zoekterm.Lees(tekst), pagina, grootte), http.RequestAborted);
        return Hal.Bladzijde(http, "zoekresultaten", [.. gevonden.Select(adres => Resultaat(adres, http.Organisatie()))], pagina, grootte);
    }

    private static string Resultaat(Adresrij rij, Organisatie organisatie)
    {
        var adres = JsonSerializer.Deserialize<Adres>(rij.Body, Bronnen.Json)!;
        var omschrijving = JsonSerializer.Serialize($"{adres.OpenbareRuimteNaam} {adres.Nummer}, {(adres.Postcode is null ? "" : adres.Postcode + " ")}{adres.WoonplaatsNaam}", Bronnen.Json);
        return $$$"""{"omschrijving":{{{omschrijving}}},"identificatie":"{{{rij.Nummeraanduiding}}}","_links":{"adres":{{{Hal.Link($"{organisatie.Basis}{Diensten.Pad(Diensten.Adressen)}/adressen?zoekresultaatIdentificatie={rij.Nummeraanduiding}")}}}}}""";
    }

    [GeneratedRegex(@"^[^\x00-\x1F\x7F]{1,255}\z")]
    private static partial Regex TermPatroon();
}
