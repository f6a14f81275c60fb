using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Gids;

/// <summary>The Directory of a group for anybody: which services there are, of whom, and who takes part. Only at the organisation that is the Directory.</summary>
internal sealed class GidsPaginas(Integratiebron bron)
{
    private const int Grootte = 50;

    public static void Map(Paginabouwer paginas)
    {
        var gids = paginas.Van<GidsPaginas>();
        gids.Get("/gids", Eis.Openbaar, p => p.Diensten);
        gids.Get("/gids/deelnemers", Eis.Openbaar, p => p.Deelnemers);
        gids.Get("/gids/diensten/{oin}/{naam}", Eis.Openbaar, p => p.Dienst);
    }

    private async Task<IResult> Diensten(Verzoek verzoek)
    {
        var vraag = Vraag.Van(verzoek, "zoek", "bereikbaar");
        return await bron.Openbaar(verzoek, vraag.Query(
            Grootte, ("zoek", vraag["zoek"]), ("bereikbaar", vraag["bereikbaar"] == "ja" ? "true" : null), ("sort_order", "SORT_ORDER_ASCENDING"))) is { } blad
            ? verzoek.Toon<GidsScherm>(new Gidsmodel(vraag, blad))
            : verzoek.NietGevonden();
    }

    private async Task<IResult> Deelnemers(Verzoek verzoek)
    {
        var vraag = Vraag.Van(verzoek, "zoek");
        return await bron.OpenbareDeelnemers(verzoek, vraag.Query(Grootte, ("zoek", vraag["zoek"]), ("sort_order", "SORT_ORDER_ASCENDING"))) is { } blad
            ? verzoek.Toon<GidsDeelnemersScherm>(new Gidsdeelnemersmodel(vraag, blad))
            : verzoek.NietGevonden();
    }

    private async Task<IResult> Dienst(Verzoek verzoek)
    {
        var gevonden = await bron.Openbaar(verzoek, $"peer_id={Uri.EscapeDataString(verzoek.Route("oin")!)}&service_name={Uri.EscapeDataString(verzoek.Route("naam")!)}");
        return gevonden is { Services.Count: > 0 } ? verzoek.Toon<GidsDienstScherm>(gevonden) : verzoek.NietGevonden();
    }
}

internal sealed record Gidsmodel(Vraag Vraag, Gidsdiensten Blad);

internal sealed record Gidsdeelnemersmodel(Vraag Vraag, Gidsdeelnemers Blad);
