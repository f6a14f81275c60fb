using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.RegularExpressions;
using Meent.Standards.Koppelvlak;
using Meent.Testing;

namespace Meent.Tests.Fsc;

/// <summary>A Peer that is cut off, killed, slow, out of time or not who it says: each call ends in an error of the standard, and all is well again by itself.</summary>
[Collection(GroepCollectie.Naam)]
public sealed partial class StoringTests(Groep groep) : IAsyncLifetime
{
    private const string Outway = "ERROR_DOMAIN_OUTWAY", Inway = "ERROR_DOMAIN_INWAY";

    // The standard has no codes for what its Outway cannot reach.
    private static readonly string[] Onbereikbaar = ["MEENT_INWAY_UNREACHABLE", "MEENT_TOKEN_REFUSED"];

    public Task InitializeAsync() => Gezond();

    /// <summary>Whatever went wrong in a test, it is well again in the end.</summary>
    public Task DisposeAsync() => Gezond();

    [Fact]
    public async Task A_Peer_that_is_cut_off_is_told_of_and_gets_what_was_signed_meanwhile_when_it_is_back()
    {
        groep.Relais[Groep.Beta].Knip();
        (await groep.Vraag()).IsFout(502, Outway, Onbereikbaar);
        var voorstel = await groep.Voer("meent fsc contracts propose alfa/verbinding.json -c alfa/meent.json");
        Assert.Contains("contract aan 00000001990000023000: ", voorstel, StringComparison.Ordinal);
        Assert.DoesNotContain("contract aan 00000001990000023000: bezorgd", voorstel, StringComparison.Ordinal);

        groep.Relais[Groep.Beta].Herstel();
        Assert.Equal(200, (await groep.Vraag()).Status);
        var hash = ContractHash().Match(voorstel).Value;
        await Groep.Tot(async () => (await groep.Voer("meent fsc contracts list -c beta/meent.json")).Contains(hash, StringComparison.Ordinal), "het contract bij beta");
        Assert.Contains("CONTRACT_STATE_REJECTED", await groep.Voer($"meent fsc contracts reject '{hash}' -c beta/meent.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Peer_that_is_killed_has_all_that_it_acknowledged_when_it_is_back()
    {
        var vooraf = await groep.Vraag();
        await groep.Dood(Groep.Beta);
        (await groep.Vraag()).IsFout(502, Outway, Onbereikbaar);

        await groep.Start(Groep.Beta);
        Assert.Equal(200, (await groep.Vraag()).Status);
        Assert.Contains($"{vooraf.Transactie}  DIRECTION_INCOMING", await groep.Voer("meent fsc logs -c beta/meent.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_Peer_is_waited_for_and_one_that_says_nothing_is_not()
    {
        groep.Relais[Groep.Beta].Vertraging = TimeSpan.FromMilliseconds(500);
        Assert.Equal(200, (await groep.Vraag()).Status);

        groep.Relais[Groep.Beta].HoudOp();
        (await groep.Vraag()).IsFout(502, Outway, Onbereikbaar);
        groep.Relais[Groep.Beta].Herstel();
        Assert.Equal(200, (await groep.Vraag()).Status);
    }

    [ProgrammaFact("faketime", "faketime")]
    public async Task A_Peer_whose_clock_is_ahead_or_behind_is_refused_what_it_says_of_the_future_and_goes_on_when_the_clock_is_right()
    {
        // Ahead: its contracts are of the future (FSC Core 4.2.1).
        var voorstel = await groep.Voer($"{Klok("+3h")} meent fsc contracts propose beta/publicatie.json -c beta/meent.json");
        Assert.Contains("422 MEENT_INVALID_CONTRACT", voorstel, StringComparison.Ordinal);
        Assert.Contains("created_at", voorstel, StringComparison.Ordinal);

        // The token of before has ended there; a new one it judges by the same clock as it gave it.
        await groep.Dood(Groep.Beta);
        await groep.Start(Groep.Beta, Klok("+3h"));
        (await groep.Vraag()).IsFout(401, Inway, "ERROR_CODE_ACCESS_TOKEN_EXPIRED");
        Assert.Equal(200, (await groep.Vraag()).Status);

        // Behind: the certificates of the others are not good yet.
        await groep.Dood(Groep.Beta);
        await groep.Start(Groep.Beta, Klok("-2d"));
        (await groep.Vraag()).IsFout(502, Outway, Onbereikbaar);

        await groep.Dood(Groep.Beta);
        await groep.Start(Groep.Beta);
        // A token that is kept of when it was ahead is not good yet, and is forgotten when that is said.
        await Groep.Tot(groep.Gaat, "een verzoek met de goede tijd");
        Assert.Contains("aan 00000001990000047000: bezorgd", await groep.Voer("meent fsc contracts propose beta/publicatie.json -c beta/meent.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_an_expired_certificate_no_connection_is_made_and_with_a_new_one_it_is_without_a_restart()
    {
        var goed = await File.ReadAllTextAsync(groep.Bestand(Groep.Alfa, "fsc.pem"));
        try
        {
            await groep.Dood(Groep.Alfa);
            await File.WriteAllTextAsync(groep.Bestand(Groep.Alfa, "fsc.pem"), Certificaat(Groep.Alfa, tot: DateTimeOffset.UtcNow.AddMinutes(-1)));
            await groep.Start(Groep.Alfa);
            (await groep.Vraag()).IsFout(502, Outway, Onbereikbaar);

            // Under the same key, as from a certificate authority: the contracts stay good.
            await File.WriteAllTextAsync(groep.Bestand(Groep.Alfa, "fsc.pem"), goed = Certificaat(Groep.Alfa, tot: DateTimeOffset.UtcNow.AddDays(90)));
            await Groep.Tot(groep.Gaat, "een verzoek met het nieuwe certificaat");
        }
        finally
        {
            await File.WriteAllTextAsync(groep.Bestand(Groep.Alfa, "fsc.pem"), goed);
        }
    }

    [Fact]
    public async Task A_token_in_the_hands_of_another_is_worth_nothing()
    {
        using var alfa = Client(Groep.Alfa);
        using var gids = Client(Groep.Gids);
        var grant = Grant().Match(await groep.Voer("meent fsc contracts show \"$VERBINDING\" -c alfa/meent.json")).Value;
        using var formulier = new FormUrlEncodedContent(new Dictionary<string, string>
        { ["grant_type"] = "client_credentials", ["scope"] = grant, ["client_id"] = "00000001990000011000" });
        using var antwoord = await alfa.PostAsync(new Uri(groep.Adres("manager", Groep.Beta), "v1/token"), formulier);
        using var json = JsonDocument.Parse(await antwoord.Content.ReadAsStringAsync());
        var token = json.RootElement.GetProperty("access_token").GetString()!;

        Assert.Equal(200, (await Bel(alfa, token)).Status);
        (await Bel(gids, token)).IsFout(401, Inway, "ERROR_CODE_ACCESS_TOKEN_INVALID");
        (await Bel(alfa, token[..^4] + "AAAA")).IsFout(401, Inway, "ERROR_CODE_ACCESS_TOKEN_INVALID");
        (await Bel(alfa, null)).IsFout(401, Inway, "ERROR_CODE_ACCESS_TOKEN_MISSING");
        Assert.Equal(200, (await Bel(alfa, token)).Status);
    }

    private async Task Gezond()
    {
        foreach (var relais in groep.Relais.Values) relais.Herstel();
        await groep.Voer("for organisatie in gids alfa beta; do kill -0 $(cat $organisatie/pid) 2>/dev/null || start $organisatie; done");
        await Groep.Tot(groep.Gaat, "een geslaagd verzoek");
    }

    private async Task<Antwoord> Bel(HttpClient als, string? token)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Get, new Uri(groep.Adres("inway", Groep.Beta), "zaken"));
        if (token is not null) verzoek.Headers.TryAddWithoutValidation(Headers.FscAuthorization, "Bearer " + token);
        verzoek.Headers.Add(Headers.FscTransactionId, Guid.CreateVersion7().ToString());
        verzoek.Headers.Add(Headers.AcceptCrs, Headers.Wgs84);
        verzoek.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var antwoord = await als.SendAsync(verzoek);
        return await Antwoord.Van(antwoord);
    }

    private HttpClient Client(string organisatie) =>
        Peerclient.Met(X509Certificate2.CreateFromPemFile(groep.Bestand(organisatie, "fsc.pem"), groep.Bestand(organisatie, "fsc.key")));

    /// <summary>Variables with which a program sees another time; waiting goes on as fast.</summary>
    private static string Klok(string verschil) => $"LD_PRELOAD=$(faketime -f '{verschil}' printenv LD_PRELOAD) FAKETIME='{verschil}' FAKETIME_DONT_FAKE_MONOTONIC=1";

    /// <summary>The same name and key again, in another time.</summary>
    private string Certificaat(string organisatie, DateTimeOffset tot)
    {
        using var oud = X509CertificateLoader.LoadCertificateFromFile(groep.Bestand(organisatie, "fsc.pem"));
        using var anker = X509Certificate2.CreateFromPemFile(groep.Bestand("anker", "anker.pem"), groep.Bestand("anker", "anker.key"));
        var verzoek = new CertificateRequest(oud.SubjectName, oud.PublicKey, HashAlgorithmName.SHA256);
        foreach (var extensie in oud.Extensions) verzoek.CertificateExtensions.Add(extensie);
        var nieuw = verzoek.Create(
            anker.SubjectName, X509SignatureGenerator.CreateForECDsa(anker.GetECDsaPrivateKey()!), DateTimeOffset.UtcNow.AddDays(-1), tot, RandomNumberGenerator.GetBytes(12));
        return nieuw.ExportCertificatePem();
    }

    [GeneratedRegex(@"\$1\$1\$[A-Za-z0-9_-]{86}")]
    private static partial Regex ContractHash();

    [GeneratedRegex(@"\$1\$3\$[A-Za-z0-9_-]{86}")]
    private static partial Regex Grant();
}
