using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Pijplijn.Uitvouwen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Pijplijn.Lijsten;

/// <summary>GET of a list.</summary>
internal static class Lijst
{
    public static async Task Behandel(HttpContext http, Resource resource, Dienstverlening diensten)
    {
        var aanroep = await diensten.Aanroepen.Van(http);
        var bereik = aanroep.Eis(resource.ScopeLezen, resource);
        Crs.Controleer(http, resource);
        var inQuery = Vraag.Parameters(http.Request.Query);
        var parameters = diensten.Verzegeling.Open(inQuery, resource, aanroep.Organisatie);
        var vraag = Vraag.Lees(parameters, resource, resource.Filters, [aanroep.Organisatie.Basis]);
        if (Adressering.Ouder(http, resource) is { } ouder) vraag = vraag.Met($"t.{resource.Nest!.Kolom} = $?", ouder);
        if (Peildatum.Lees(parameters) is { } dag) aanroep = aanroep with { Dag = dag };
        var keuze = parameters.TryGetValue("expand", out var paden) ? Keuze.VanPaden(paden, resource) : null;
        await Pagina.Beantwoord(http, new Bladvraag(resource, aanroep, bereik, vraag, keuze, diensten.Verzegeling.Sluit(parameters, resource)), diensten);
    }
}
