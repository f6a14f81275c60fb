using System.Net.Http.Headers;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Integration.Auditlog;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Manager;
using Meent.Integration.Poort;
using Meent.Integration.Transport;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;
using Microsoft.AspNetCore.Http;

namespace Meent.Integration.Beheer;

/// <summary>
/// One GET through the own Outway, as any client makes it, to see whether a connection works. What the service answered stays there: who administers
/// connections has no business with the data that goes over them.
/// </summary>
internal sealed class Proefaanroep(MemoryTransport transport, InternClient intern, Contractwijzer contracten, ContractTabel tabel, Stores stores, TimeProvider klok) : IDisposable
{
    private const int GrootsteVerzoek = 16 * 1024;
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(30);

    private readonly HttpMessageInvoker _client = new(BronHandler.Http(transport, MemoryEndPoint.Intern));

    public static async Task<IResult> Doe(HttpContext http, Proefaanroep proef)
    {
        using var json = IJson.Parse(await Lichaam.Lees(http, GrootsteVerzoek));
        var vraag = new Veld(json.RootElement, "");
        return await proef.Doe(http, vraag.Lid("grant_hash").Tekst(), vraag.LidOfNiets("doel")?.Tekst(), vraag.LidOfNiets("pad")?.Tekst() ?? "/");
    }

    public void Dispose() => _client.Dispose();

    private async Task<IResult> Doe(HttpContext http, string grant, string? doel, string pad)
    {
        var organisatie = http.Organisatie();
        var outway = $"/{organisatie.Slug}{BronHandler.OutwayPad}";
        // Made whole first: dots in it must not lead out of the Outway.
        if (!Uri.TryCreate($"http://{organisatie.Slug}.meent{outway}{pad}", UriKind.Absolute, out var adres) || !adres.AbsolutePath.StartsWith(outway + "/", StringComparison.Ordinal))
            throw Veld.Fout("pad", "is geen pad");
        var verbinding = await contracten.OpHash(organisatie, grant)
            ?? throw new FscException(409, FscCodes.NoGrant, "Er is (nog) geen geldig contract met deze grant.");
        var store = await stores.Get(organisatie);
        await store.Write(async sessie =>
        {
            var contract = await tabel.VanGrant(sessie, grant);
            return await ActieTabel.Schrijf(sessie, http.Opdrachtgever(), Acties.Proefaanroep, klok.GetUtcNow(), contract?.Contract.Hash, verbinding.Grant.ServicePeer);
        }, http.RequestAborted);

        using var verzoek = new HttpRequestMessage(HttpMethod.Get, adres);
        verzoek.Headers.Authorization = AuthenticationHeaderValue.Parse(intern.Authorization(http.Opdrachtgever().Gebruiker));
        verzoek.Headers.TryAddWithoutValidation(Headers.FscGrantHash, grant);
        if (doel is not null) verzoek.Headers.TryAddWithoutValidation(Headers.Verwerkingsactiviteit, doel);
        using var geduld = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        geduld.CancelAfter(Geduld);
        var begin = klok.GetTimestamp();
        using var antwoord = await _client.SendAsync(verzoek, geduld.Token);
        var code = Kop(antwoord, Headers.FscErrorCode);
        return Results.Json(new
        {
            status = (int)antwoord.StatusCode,
            transaction_id = Kop(antwoord, Headers.FscTransactionId),
            error_code = code,
            // Only what a component of FSC says; never the words of the service.
            error = code is null ? null : await Melding(antwoord, geduld.Token),
            milliseconds = (long)klok.GetElapsedTime(begin).TotalMilliseconds,
        });
    }

    private static string? Kop(HttpResponseMessage antwoord, string naam) => antwoord.Headers.TryGetValues(naam, out var waarden) ? waarden.First() : null;

    private static async Task<string?> Melding(HttpResponseMessage antwoord, CancellationToken stop)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(await antwoord.Content.ReadAsStreamAsync(stop), cancellationToken: stop);
            return json.RootElement is { ValueKind: JsonValueKind.Object } fout && fout.TryGetProperty("message", out var melding) ? melding.ToString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
