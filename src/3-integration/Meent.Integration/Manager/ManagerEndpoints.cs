using Meent.Data.Opslag;
using Meent.Integration.Certificaten;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Poort;
using Meent.Integration.Token;
using Meent.Integration.Transacties;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Manager;

/// <summary>The Manager towards other Peers (FSC Core 2.0.0, manager.yaml; FSC Logging 1.1.0, logging.yaml).</summary>
internal static class ManagerEndpoints
{
    private const int GrootsteContract = 12 * 1024 * 1024;

    public static void MapManager(this IEndpointRouteBuilder endpoints)
    {
        var v1 = endpoints.MapGroup("/v1");
        v1.MapPut("/announce", Announce);
        v1.MapPost("/contracts", (HttpContext http, ContractDienst dienst, IOptions<FscOptions> options) => Ontvang(http, dienst, options, null, HandtekeningSoort.Accept));
        v1.MapGet("/contracts", Contracten);
        foreach (var soort in Enum.GetValues<HandtekeningSoort>())
        {
            v1.MapPut($"/contracts/{{hash}}/{Handtekening.Naam(soort)}",
                (HttpContext http, ContractDienst dienst, IOptions<FscOptions> options, string hash) => Ontvang(http, dienst, options, hash, soort));
        }

        v1.MapPost("/token", TokenEndpoint.Geef);
        v1.MapGet("/peer", Peer);
        v1.MapGet("/peers", DirectoryEndpoints.Peers);
        v1.MapGet("/services", DirectoryEndpoints.Services);
        v1.MapGet("/.well-known/jwks.json", (HttpContext http, CertificateStore certificaten) =>
            Results.Json(Jwks.Van(certificaten.Alle(http.Organisatie())), contentType: "application/jwk-set+json"));
        v1.MapGet("/logs", LogEndpoint.Logs);
        endpoints.MapFallback(_ => throw new FscException(404, FscCodes.NotFound, "Dit adres kent de Manager niet."));
    }

    private static IResult Peer(HttpContext http, IOptions<FscOptions> options)
    {
        var lezing = options.Value.Lezing;
        var extensies = new Dictionary<string, string> { ["EXTENSION_TRANSACTION_LOGGING"] = "1.1.0" };
        if (lezing.DelegatieAlsExtensie) extensies["EXTENSION_DELEGATION"] = "1.0.0";
        return Results.Json(new { peer_id = http.Organisatie().Oin, peer_name = http.Organisatie().Naam, fsc_version = lezing.PeerVersie, enabled_extensions = extensies });
    }

    private static async Task<IResult> Announce(HttpContext http, Stores stores, TimeProvider klok)
    {
        var adres = http.ManagerAdres();
        var store = await stores.Get(http.Organisatie());
        await store.Write(sessie => PeerTabel.Onthoud(sessie, http.Beller().Peer, adres, klok.GetUtcNow()), http.RequestAborted);
        return Results.Ok();
    }

    private static async Task<IResult> Ontvang(HttpContext http, ContractDienst dienst, IOptions<FscOptions> options, string? hash, HandtekeningSoort soort)
    {
        var adres = http.ManagerAdres();
        var (contract, handtekening) = await Lees(http, options.Value.Lezing.GrantHashMetVoorvoegsel);
        if (hash is not null && hash != contract.Hash)
            throw new FscException(422, FscCodes.UrlPathHashMismatch, $"De hash in het adres is '{hash}', die van de inhoud '{contract.Hash}'.");
        await dienst.Ontvang(http.Organisatie(), http.Beller().Peer, adres, contract, soort, handtekening, http.RequestAborted);
        return Results.StatusCode(StatusCodes.Status201Created);
    }

    private static async Task<(Contract Contract, string Handtekening)> Lees(HttpContext http, bool metVoorvoegsel)
    {
        try
        {
            using var json = IJson.Parse(await Lichaam.Lees(http, GrootsteContract));
            var veld = new Veld(json.RootElement, "");
            return (Contract.Lees(veld.Lid("content").Element.Clone(), metVoorvoegsel), veld.Lid("signature").Tekst(1, 16384));
        }
        catch (FormatException fout)
        {
            throw new FscException(400, FscCodes.InvalidJson, fout.Message);
        }
    }

    private static async Task<IResult> Contracten(HttpContext http, Stores stores, ContractTabel tabel)
    {
        var store = await stores.Get(http.Organisatie());
        var beller = http.Beller().Peer.Id;
        var hashes = Bladeren.Lijst(http.Request.Query, "grant_hash");
        if (hashes.Count > 0)
        {
            // All of them: how many fit in an address is the limit.
            var gevonden = await store.Read(sessie => tabel.VanGrants(sessie, hashes), http.RequestAborted);
            return Results.Text(DossierJson.Lijst(gevonden.Where(d => d.Contract.Partijen.Contains(beller)), ""), "application/json");
        }

        var bladeren = Bladeren.Van(http.Request.Query);
        var type = http.Request.Query["grant_type"].ToString();
        if (type.Length > 0 && Grant.Van(type) is null) throw Bladeren.Fout("grant_type is onbekend");
        var na = DossierJson.Sleutel(bladeren.Na);
        var dossiers = await store.Read(
            sessie => tabel.Pagina(sessie, beller, new Contractfilter(type), na, bladeren.Oplopend, bladeren.Limit + 1), http.RequestAborted);
        var volgende = "";
        if (dossiers.Count > bladeren.Limit)
        {
            dossiers.RemoveAt(bladeren.Limit);
            volgende = Bladeren.Cursor(DossierJson.Sleutel(dossiers[^1]));
        }

        return Results.Text(DossierJson.Lijst(dossiers, volgende), "application/json");
    }
}
