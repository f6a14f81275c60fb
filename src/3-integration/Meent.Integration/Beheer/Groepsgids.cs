using Meent.Integration.Manager;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Beheer;

/// <summary>What the Directory knows of the Group, asked for by an organisation; and making itself known there.</summary>
internal sealed class Groepsgids(ManagerClient client, Peeradressen peers, IOptions<FscOptions> options)
{
    public async Task<IResult> Vraag(HttpContext http, string pad) =>
        Results.Text(await Vraag(http.Organisatie(), pad + http.Request.QueryString, http.RequestAborted), "application/json");

    public Task<string> Vraag(Organisatie organisatie, string pad, CancellationToken stop) =>
        client.Haal(organisatie, options.Value.Directory, peers.Directory, pad, stop);

    public Task Kondig(Organisatie organisatie, CancellationToken stop) =>
        client.Stuur(organisatie, options.Value.Directory, HttpMethod.Put, peers.Directory, "/announce", (string?)null, stop);
}
