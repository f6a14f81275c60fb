using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Meent.Integration.Certificaten;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Poort;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Integration.Manager;

/// <summary>Calls other Managers on behalf of an organisation of this node.</summary>
internal sealed class ManagerClient(PeerClients clients, CertificateStore certificaten, Adressen adressen)
{
    private const int GrootsteAntwoord = 16 * 1024 * 1024;
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<(string Peer, string X5t), X509Certificate2> _sleutels = new();

    /// <summary>Asks for something.</summary>
    /// <exception cref="ManagerWeigering">The other Manager answered with an error.</exception>
    public Task<string> Haal(Organisatie namens, string peer, string adres, string pad, CancellationToken stop) =>
        Stuur(namens, peer, HttpMethod.Get, adres, pad, (HttpContent?)null, stop);

    /// <summary>Sends JSON, or nothing.</summary>
    /// <exception cref="ManagerWeigering">The other Manager answered with an error.</exception>
    public async Task<string> Stuur(
        Organisatie namens, string peer, HttpMethod methode, string adres, string pad, string? json, CancellationToken stop)
    {
        using var inhoud = json is null ? null : new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        return await Stuur(namens, peer, methode, adres, pad, inhoud, stop);
    }

    /// <inheritdoc cref="Stuur(Organisatie, string, HttpMethod, string, string, string?, CancellationToken)"/>
    public async Task<string> Stuur(
        Organisatie namens, string peer, HttpMethod methode, string adres, string pad, HttpContent? inhoud, CancellationToken stop)
    {
        using var geduld = CancellationTokenSource.CreateLinkedTokenSource(stop);
        geduld.CancelAfter(Geduld);
        using var verzoek = new HttpRequestMessage(methode, $"{adres}/v1{pad}") { Content = inhoud };
        verzoek.Headers.TryAddWithoutValidation(Headers.FscManagerAddress, adressen.Adres(namens, Component.Manager));
        using var antwoord = await clients.Van(namens, peer).SendAsync(verzoek, geduld.Token);
        await antwoord.Content.LoadIntoBufferAsync(GrootsteAntwoord, geduld.Token);
        var tekst = await antwoord.Content.ReadAsStringAsync(geduld.Token);
        return antwoord.IsSuccessStatusCode ? tekst : throw ManagerWeigering.Van(antwoord.StatusCode, tekst);
    }

    /// <summary>The certificate with which a Peer signed: in the key set of its Manager, under the Group's anchor, and of that Peer itself.</summary>
    /// <exception cref="FscException">It is not there, or not to be trusted.</exception>
    public async Task<X509Certificate2> Sleutel(Organisatie namens, string peer, string adres, string x5t, CancellationToken stop)
    {
        if (_sleutels.TryGetValue((peer, x5t), out var bekend) && certificaten.Vertrouwen.Van(bekend, null)) return bekend;
        try
        {
            using var document = JsonDocument.Parse(await Haal(namens, peer, adres, "/.well-known/jwks.json", stop));
            foreach (var keten in document.RootElement.GetProperty("keys").EnumerateArray().Select(Jwks.Keten).OfType<X509Certificate2Collection>())
            {
                if (Thumbprints.Certificate(keten[0]) != x5t) continue;
                if (!certificaten.Vertrouwen.Van(keten[0], keten)) throw Fout($"het certificaat '{x5t}' valt niet onder het anker van de groep");
                var houder = PeerNaam.Van(keten[0]).Id;
                if (houder != peer) throw new FscException(422, FscCodes.PeerIdSignatureMismatch, $"De handtekening is van Peer '{houder}', niet van '{peer}'.");
                _sleutels[(peer, x5t)] = keten[0];
                return keten[0];
            }
        }
        catch (Exception fout) when (fout is HttpRequestException or ManagerWeigering or JsonException or CryptographicException or KeyNotFoundException
            or InvalidOperationException or FormatException || (fout is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw Fout($"de sleutels van '{adres}' zijn niet te lezen");
        }

        throw Fout($"'{adres}' heeft geen sleutel '{x5t}'");

        static FscException Fout(string reden) => new(422, FscCodes.SignatureVerificationFailed, $"De handtekening is niet te controleren: {reden}.");
    }
}

/// <summary>Another Manager refused.</summary>
internal sealed class ManagerWeigering(HttpStatusCode status, string melding) : Exception(melding)
{
    public HttpStatusCode Status { get; } = status;

    /// <summary>Whether the same request can succeed later.</summary>
    public bool Tijdelijk => (int)Status >= 500 || Status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;

    public static ManagerWeigering Van(HttpStatusCode status, string tekst)
    {
        try
        {
            using var json = JsonDocument.Parse(tekst);
            var fout = json.RootElement;
            string? Lid(string naam) => fout.ValueKind == JsonValueKind.Object && fout.TryGetProperty(naam, out var w) ? w.ToString() : null;
            return new ManagerWeigering(status, $"{(int)status} {Lid("code") ?? Lid("error")}: {Lid("message") ?? Lid("error_description")}");
        }
        catch (JsonException)
        {
            return new ManagerWeigering(status, $"{(int)status}");
        }
    }
}
