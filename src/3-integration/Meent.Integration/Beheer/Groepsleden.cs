using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Manager;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Beheer;

/// <summary>The Group and its members as an organisation's own Manager knows them; one of them is asked itself.</summary>
internal static class Groepsleden
{
    public static IResult Groep(HttpContext http, Adressen adressen, IOptions<FscOptions> options) => Results.Json(new
    {
        group_id = options.Value.Groep,
        directory_peer_id = options.Value.Directory,
        peer_id = http.Organisatie().Oin,
        peer_name = http.Organisatie().Naam,
        manager_address = adressen.Adres(http.Organisatie(), Component.Manager),
        fsc_version = Contract.FscVersion,
        is_directory = http.Organisatie().Oin == options.Value.Directory,
    });

    /// <summary>Without asking the Directory: who announced itself here or negotiated.</summary>
    public static async Task<IResult> Bekend(HttpContext http, Stores stores, Adressen adressen)
    {
        var peers = await DirectoryEndpoints.Bekend(http.Organisatie(), stores, adressen);
        return Results.Json(new { peers = peers.Select(p => new { id = p.Id, name = p.Naam, manager_address = p.Adres }) });
    }

    /// <summary>What a Peer says of itself. A Manager of another version of FSC falls out of the Group without an error; here it shows.</summary>
    public static async Task<IResult> Een(HttpContext http, string peer, Peeradressen peers, ManagerClient client)
    {
        var adres = await peers.Vind(http.Organisatie(), peer, http.RequestAborted)
            ?? throw new FscException(404, FscCodes.NotFound, $"Peer '{peer}' is onbekend.");
        using var antwoord = JsonDocument.Parse(await client.Haal(http.Organisatie(), peer, adres, "/peer", http.RequestAborted));
        var versie = antwoord.RootElement is { ValueKind: JsonValueKind.Object } zelf && zelf.TryGetProperty("fsc_version", out var gegeven) ? gegeven.ToString() : "";
        return Results.Json(new { peer_id = peer, manager_address = adres, fsc_version = versie, same_version = versie == Contract.FscVersion });
    }
}
