using Meent.Data.Opslag;
using Meent.Integration.Auditlog;
using Meent.Integration.Manager;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Beheer;

/// <summary>What the Directory knows of the Group, asked for by an organisation; and making itself known there.</summary>
internal sealed class Groepsgids(Stores stores, ManagerClient client, Peeradressen peers, IOptions<FscOptions> options, TimeProvider klok)
{
    public async Task<IResult> Vraag(HttpContext http, string pad) =>
        Results.Text(await Vraag(http.Organisatie(), pad + http.Request.QueryString, http.RequestAborted), "application/json");

    public Task<string> Vraag(Organisatie organisatie, string pad, CancellationToken stop) =>
        client.Haal(organisatie, options.Value.Directory, peers.Directory, pad, stop);

    /// <summary>What is on record is that it was asked for: whether the Directory heard it cannot be known when the answer is lost.</summary>
    public async Task Kondig(Organisatie organisatie, Opdrachtgever wie, CancellationToken stop)
    {
        var store = await stores.Get(organisatie);
        await store.Write(sessie => ActieTabel.Schrijf(sessie, wie, Acties.Aankondigen, klok.GetUtcNow()), stop);
        await client.Stuur(organisatie, options.Value.Directory, HttpMethod.Put, peers.Directory, "/announce", (string?)null, stop);
    }
}
