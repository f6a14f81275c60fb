using Meent.Data.Opslag;
using Meent.Integration.Afrekening;
using Meent.Integration.Auditlog;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Gids;
using Meent.Integration.Inway;
using Meent.Integration.Manager;
using Meent.Integration.Poort;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Integration.Beheer;

/// <summary>Administration of the own Manager: make contracts, sign and end them, and see where they stand at whom.</summary>
internal static class BeheerEndpoints
{
    private const int GrootsteVerzoek = 12 * 1024 * 1024;

    public static void MapBeheer(this IEndpointRouteBuilder endpoints)
    {
        var fsc = endpoints.MapGroup(Diensten.Pad(Diensten.Fsc)).AddEndpointFilter<BeheerFilter>();
        fsc.MapGet("/contracten", Lijst).WithName("contract_list");
        fsc.MapPost("/contracten", Maak).WithName("contract_create");
        fsc.MapGet("/contracten/{hash}", Toon).WithName("contract_read");
        foreach (var soort in Enum.GetValues<HandtekeningSoort>())
        {
            fsc.MapPut($"/contracten/{{hash}}/{Handtekening.Naam(soort)}", async (HttpContext http, string hash, ContractDienst dienst, ContractLezer lezer) =>
            {
                var dossier = await dienst.Teken(http.Organisatie(), hash, soort, http.Opdrachtgever(), alsHetMag: false, http.RequestAborted);
                return Results.Json(await lezer.Lees(dossier, http.Organisatie()));
            }).WithName($"contract_{Handtekening.Naam(soort)}");
        }

        fsc.MapPost("/contracten/{hash}/bezorgingen/{peer}", Opnieuw).WithName("bezorging_create");
        fsc.MapGet("/bezorgingen", Standen).WithName("peerstand_list");
        fsc.MapPost("/bezorgingen/{peer}", AllesOpnieuw).WithName("peerstand_update");
        fsc.MapPut("/aankondiging", Kondig).WithName("aankondiging_update");
        fsc.MapGet("/groep", Groepsleden.Groep).WithName("groep_read");
        fsc.MapGet("/deelnemers", Groepsleden.Bekend).WithName("deelnemer_list");
        fsc.MapGet("/deelnemers/{peer}", Groepsleden.Een).WithName("deelnemer_read");
        fsc.MapGet("/peers", (HttpContext http, Groepsgids gids) => gids.Vraag(http, "/peers")).WithName("peer_list");
        fsc.MapGet("/diensten", (HttpContext http, Groepsgids gids) => gids.Vraag(http, "/services")).WithName("dienst_list");
        fsc.MapGet("/verbindingen", Verbindingen).WithName("verbinding_list");
        fsc.MapGet("/certificaten", Certificaatlijst.Toon).WithName("certificaat_list");
        fsc.MapCertificaataanvraag();
        fsc.MapGids();
        fsc.MapGet("/aanbod", Aanbod).WithName("aanbod_list");
        fsc.MapGet("/transacties", TransactieLijst.Toon).WithName("transactie_list");
        fsc.MapAfrekening();
        fsc.MapGet("/beslissingen", Beslissinglijst.Toon).WithName("beslissing_list");
        fsc.MapGet("/beslissingen/{trace}/{span}", Beslissinglijst.Een).WithName("beslissing_read");
        fsc.MapGet("/weigeringen", Beslissinglijst.Weigeringen).WithName("weigering_list");
        fsc.MapGet("/regelsets/{versie}", Beslissinglijst.Regelset).WithName("regelset_read");
        fsc.MapPost("/proefaanroepen", Proefaanroep.Doe).WithName("proefaanroep_create");
        fsc.MapGet("/acties", Actielijst.Toon).WithName("actie_list");
    }

    private static async Task<IResult> Maak(HttpContext http, ContractMaker maker, ContractDienst dienst, ContractLezer lezer)
    {
        using var json = IJson.Parse(await Lichaam.Lees(http, GrootsteVerzoek));
        var contract = maker.Maak(http.Organisatie(), new Veld(json.RootElement, ""));
        var dossier = await dienst.Maak(http.Organisatie(), contract, http.Opdrachtgever(), http.RequestAborted);
        return Results.Json(await lezer.Lees(dossier, http.Organisatie()), statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> Lijst(HttpContext http, Stores stores, ContractTabel tabel, ContractLezer lezer, TimeProvider klok)
    {
        var organisatie = http.Organisatie();
        var bladeren = Bladeren.Van(http.Request.Query);
        var store = await stores.Get(organisatie);
        var na = DossierJson.Sleutel(bladeren.Na);
        var filter = Filter(http.Request.Query, klok.GetUtcNow());
        var dossiers = await store.Read(
            sessie => tabel.Pagina(sessie, organisatie.Oin, filter, na, bladeren.Oplopend, bladeren.Limit + 1), http.RequestAborted);
        var (blad, pagination) = bladeren.Snijd(dossiers, DossierJson.Sleutel);
        var contracten = new List<object>();
        foreach (var dossier in blad) contracten.Add(await lezer.Lees(dossier, organisatie));
        return Results.Json(new { contracts = contracten, pagination });
    }

    private static Contractfilter Filter(IQueryCollection query, DateTimeOffset nu)
    {
        string? staat = query["state"];
        var type = query["grant_type"].ToString();
        if (type.Length > 0 && Grant.Van(type) is null) throw Bladeren.Fout("grant_type is onbekend");
        return new Contractfilter(
            type, staat is { Length: > 0 } ? ContractStaten.Van(staat) ?? throw Bladeren.Fout("state is onbekend") : null,
            query["peer_id"], query["service_name"], nu);
    }

    private static async Task<IResult> Toon(HttpContext http, string hash, Stores stores, ContractTabel tabel, ContractLezer lezer)
    {
        var store = await stores.Get(http.Organisatie());
        var dossier = await store.Read(sessie => tabel.Vind(sessie, hash), http.RequestAborted)
            ?? throw new FscException(404, FscCodes.NotFound, "Dit contract is hier niet bekend.");
        return Results.Json(await lezer.Lees(dossier, http.Organisatie()));
    }

    private static async Task<IResult> Opnieuw(HttpContext http, string hash, string peer, Stores stores, ContractTabel tabel, Bezorgbel bel, ContractLezer lezer, TimeProvider klok)
    {
        var store = await stores.Get(http.Organisatie());
        var dossier = await store.Write(async sessie =>
        {
            foreach (var bezorging in (await BezorgTabel.Van(sessie, hash)).Where(b => b.Peer == peer))
                await BezorgTabel.Plan(sessie, hash, peer, bezorging.Soort, klok.GetUtcNow());
            var gevonden = await tabel.Vind(sessie, hash);
            if (gevonden is not null) await ActieTabel.Schrijf(sessie, http.Opdrachtgever(), Acties.Bezorgen, klok.GetUtcNow(), hash, peer);
            return gevonden;
        }, http.RequestAborted) ?? throw new FscException(404, FscCodes.NotFound, "Dit contract is hier niet bekend.");
        bel.Luid(http.Organisatie());
        return Results.Json(await lezer.Lees(dossier, http.Organisatie()), statusCode: StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> Standen(HttpContext http, Stores stores)
    {
        var store = await stores.Get(http.Organisatie());
        var standen = await store.Read(BezorgTabel.Standen, http.RequestAborted);
        return Results.Json(new
        {
            peers = standen.Select(s => new
            {
                peer_id = s.Peer,
                peer_name = s.Naam,
                manager_address = s.Adres,
                seen_at = s.Gezien,
                delivered = s.Bezorgd,
                open = s.Open,
                refused = s.Geweigerd,
                last_delivered_at = s.Laatst,
                next_attempt_at = s.Volgende,
                error = s.Fout,
            }),
        });
    }

    private static async Task<IResult> AllesOpnieuw(HttpContext http, string peer, Stores stores, Bezorgbel bel, TimeProvider klok)
    {
        var store = await stores.Get(http.Organisatie());
        var aantal = await store.Write(async sessie =>
        {
            await ActieTabel.Schrijf(sessie, http.Opdrachtgever(), Acties.AllesBezorgen, klok.GetUtcNow(), peer: peer);
            return await BezorgTabel.Opnieuw(sessie, peer, klok.GetUtcNow());
        }, http.RequestAborted);
        bel.Luid(http.Organisatie());
        return Results.Json(new { deliveries = aantal }, statusCode: StatusCodes.Status202Accepted);
    }

    /// <summary>The connections that the own Outway may use now.</summary>
    private static async Task<IResult> Verbindingen(HttpContext http, Contractwijzer contracten)
    {
        string? dienst = http.Request.Query["dienst"];
        var lijst = (await contracten.Lijst(http.Organisatie())).Where(v => dienst is null || v.Grant.ServiceName == dienst)
            .Select(v => new { dienst = v.Grant.ServiceName, aanbieder = v.Grant.ServicePeer, doelen = v.Doelen, grant = v.Grant.Hash }).ToList();
        return Results.Json(new { verbindingen = lijst });
    }

    /// <summary>What the organisation can offer: services of its own; and those of other programs behind the Inway, with which of their addresses could be reached lately.</summary>
    private static IResult Aanbod(HttpContext http, Dienstenaanbod aanbod) => Results.Json(new
    {
        eigen = http.Organisatie().Diensten.Where(http.Organisatie().Biedt).Order(StringComparer.Ordinal),
        diensten = aanbod.Elders(http.Organisatie()).Select(e => new
        {
            dienst = e.Dienst,
            adressen = e.Opstroom.Stand().Select(s => new { adres = s.Adres, bereikbaar = s.Bereikbaar }),
        }),
    });

    private static async Task<IResult> Kondig(HttpContext http, Groepsgids gids)
    {
        await gids.Kondig(http.Organisatie(), http.Opdrachtgever(), http.RequestAborted);
        return Results.NoContent();
    }
}
