using System.Net;
using System.Text.Json;
using Meent.Integration.Certificaten;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Poort;
using Meent.Integration.Token;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Integration.Tests.Fsc;

/// <summary>Speaks to the Inway of the provider as the Outway of another Peer does, with tokens of any content.</summary>
public abstract class InwayGesprek(Proeftuin proeftuin)
{
    private protected Proeftuin Tuin { get; } = proeftuin;

    private protected CertificateStore Certificaten { get; } = proeftuin.Services.GetRequiredService<CertificateStore>();

    private protected Uri Adres(string pad) => new($"https://inway.basisregistraties.localhost:{Tuin.Poort}{pad}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private protected string Token(Func<TokenClaims, TokenClaims>? anders = null, Organisatie? ondertekenaar = null)
    {
        var nu = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new TokenClaims(
            "$1$3$test", "meent-proeftuin", Proeftuin.Duinwaarde.Oin, Proeftuin.Basis.Oin, Diensten.Zaken, $"https://inway.basisregistraties.localhost:{Tuin.Poort}",
            nu + 60, nu - 1, Certificaten.Van(Proeftuin.Duinwaarde).X5t, null, null, null);
        return Jws.Onderteken(Certificaten.Van(ondertekenaar ?? Proeftuin.Basis).Certificaat, (anders?.Invoke(claims) ?? claims).Json(), "JWT");
    }

    private protected async Task<HttpResponseMessage> Vraag(
        string? token, string schema = "Bearer ", Organisatie? als = null, string? transactie = "v7", string pad = "/x", Action<HttpRequestMessage>? meer = null)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Get, Adres(pad));
        if (token is not null) verzoek.Headers.TryAddWithoutValidation(Headers.FscAuthorization, schema + token);
        if (transactie is not null) verzoek.Headers.Add(Headers.FscTransactionId, transactie == "v7" ? Guid.CreateVersion7().ToString() : transactie);
        meer?.Invoke(verzoek);
        return await Tuin.Services.GetRequiredService<PeerClients>().Van(als ?? Proeftuin.Duinwaarde, Proeftuin.Basis.Oin).SendAsync(verzoek, CancellationToken.None);
    }

    private protected static async Task Geweigerd(HttpResponseMessage antwoord, HttpStatusCode status, string code)
    {
        var tekst = await antwoord.Content.ReadAsStringAsync();
        Assert.True(antwoord.StatusCode == status, $"{antwoord.StatusCode} {tekst}");
        Assert.Equal(code, antwoord.Headers.GetValues(Headers.FscErrorCode).Single());
        Assert.Equal(code, JsonElement.Parse(tekst).GetProperty("code").GetString());
        Assert.Equal("ERROR_DOMAIN_INWAY", JsonElement.Parse(tekst).GetProperty("domain").GetString());
    }
}
