using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Meent.Testing;

namespace Meent.Tests.Invoer;

/// <summary>What a program may send by mistake or on purpose: each is answered in the standard's form, and nothing is kept of it.</summary>
public sealed class SlechteInvoerTests(Draaiend draaiend) : IClassFixture<Draaiend>, IDisposable
{
    private const string Zaken = "zaken/api/v1/zaken";

    private readonly Gebruiker _gebruiker = new(draaiend.Meent);

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"tekst\"")]
    [InlineData("{\"verhuurder\":{\"burgerservicenummer\":\"999970008\"},}")]
    public async Task Malformed_json_is_refused(string json) => (await _gebruiker.PostTekst(Gebruiker.Register, json)).IsProbleem(400, "invalid");

    [Fact]
    public async Task Malformed_json_is_refused_in_the_zgw_code() => (await _gebruiker.PostTekst(Zaken, "{")).IsProbleem(400, "parse_error");

    [Fact]
    public async Task A_control_character_in_a_text_is_refused_by_field()
    {
        (await _gebruiker.Post(Zaken, new { bronorganisatie = "990000011", omschrijving = "a\u0000b" })).IsProbleem(400, "invalid", "omschrijving");
        (await _gebruiker.Post(Gebruiker.Register, Gebruiker.Aanvraag("tuin\u0007huis"))).IsProbleem(400, "invalid", "eenheidsnaam");
    }

    [Fact]
    public async Task A_wrong_bsn_is_refused_by_field_and_not_repeated()
    {
        var antwoord = await _gebruiker.Post(Gebruiker.Register, Gebruiker.Aanvraag("bsn", bsn: "999970009"));

        antwoord.IsProbleem(400, "invalid", "verhuurder.burgerservicenummer");
        Assert.DoesNotContain("999970009", antwoord.Tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("999970009", draaiend.Meent.Uitvoer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_query_parameter_is_refused()
    {
        (await _gebruiker.Get(Gebruiker.Register + "?kleur=rood")).IsProbleem(400, "invalid", "kleur");
        (await _gebruiker.Get(Zaken + "?kleur=rood")).IsProbleem(400, "invalid");
    }

    [Theory]
    [InlineData(Gebruiker.Register)]
    [InlineData(Zaken)]
    public async Task An_oversized_body_is_refused(string pad) =>
        (await _gebruiker.PostTekst(pad, $"{{\"omschrijving\":\"{new string('a', 20_000_000)}\"}}")).IsProbleem(413, "request-entity-too-large");

    [Theory]
    [InlineData(Gebruiker.Register)]
    [InlineData(Zaken)]
    public async Task An_expired_token_is_refused(string pad) =>
        (await _gebruiker.Get(pad, draaiend.Meent.Authorization("duinwaarde", DateTimeOffset.UtcNow.AddHours(-2)))).IsProbleem(403, "not_authenticated");

    [Theory]
    [InlineData(Gebruiker.Register)]
    [InlineData(Zaken)]
    public async Task A_token_of_another_organisations_client_is_refused(string pad) =>
        (await _gebruiker.Get(pad, draaiend.Meent.Authorization("lindewoude", DateTimeOffset.UtcNow))).IsProbleem(403, "not_authenticated");

    [Fact]
    public async Task A_forged_token_is_refused() =>
        (await _gebruiker.Get(Zaken, "Bearer " + MeentProces.Jwt("meent-intern", new string('x', 32), DateTimeOffset.UtcNow))).IsProbleem(403, "not_authenticated");

    [Fact]
    public async Task Personal_data_without_a_purpose_is_refused() =>
        (await _gebruiker.Post(Gebruiker.Register, Gebruiker.Aanvraag("doelloos"), doel: null)).IsProbleem(403, "doelbindingOntbreekt");

    [Fact]
    public async Task A_purpose_that_the_register_does_not_have_is_refused() =>
        Assert.Equal(403, (await _gebruiker.Post(Gebruiker.Register, Gebruiker.Aanvraag("doel"), doel: "urn:nld:oin:00000001990000011000:verwerkingsactiviteit:nieuwsgierigheid")).Status);

    [Fact]
    public async Task The_same_report_twice_counts_once()
    {
        var nummer = await _gebruiker.Registreer("tweemaal");
        var jaar = DateTime.UtcNow.Year + 1;
        var verblijf = new { registratienummer = nummer, aankomst = $"{jaar}-03-01", vertrek = $"{jaar}-03-04", gasten = 2 };
        Assert.Equal(201, (await _gebruiker.Post(Gebruiker.Meldingen, verblijf)).Status);

        var nogmaals = await _gebruiker.Post(Gebruiker.Meldingen, verblijf);

        var lijst = await _gebruiker.Get($"{Gebruiker.Meldingen}?registratienummer={nummer}");
        Assert.Equal(1, lijst.Json.GetProperty("count").GetInt32());
        Assert.Equal(200, nogmaals.Status);
    }

    [Fact]
    public async Task A_certificate_that_the_group_does_not_trust_gets_no_connection()
    {
        using var sleutel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var aanvraag = new CertificateRequest("CN=vreemd.example,serialNumber=00000001990000011000", sleutel, HashAlgorithmName.SHA256);
        using var vreemd = aanvraag.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var handler = new SocketsHttpHandler
        {
            SslOptions = new()
            {
                ClientCertificates = [vreemd],
                RemoteCertificateValidationCallback = (_, _, _, _) => true,
                TargetHost = "inway.basisregistraties.localhost",
            },
        };
        using var client = new HttpClient(handler);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri($"https://localhost:{draaiend.Meent.FscPoort}/personen/personen")));
    }

    [Fact]
    public async Task Nothing_of_what_was_refused_was_kept_and_nothing_was_a_fault_of_ours()
    {
        var antwoord = await _gebruiker.Post(Gebruiker.Register, new { onbekend = 1 });

        antwoord.IsProbleem(400, "invalid", "onbekend");
        Assert.DoesNotContain("fail: Meent.Problemen", draaiend.Meent.Uitvoer, StringComparison.Ordinal);
    }

    public void Dispose() => _gebruiker.Dispose();
}
