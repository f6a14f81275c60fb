using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Meent.Integration.Certificaten;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Integration.Tests.Fsc;

/// <summary>What the pages of an administrator ask of the integration layer; in a landscape of its own, because a certificate is replaced in it.</summary>
public sealed class BeheerTests(Proeftuin proeftuin) : KetenGesprek(proeftuin), IClassFixture<Proeftuin>
{
    [Fact]
    public async Task Contracts_are_found_by_state_sort_party_and_service()
    {
        var (geldig, _) = await Sluit(Proeftuin.Duinwaarde, Zaken("gevonden"));
        var voorstel = (await Voorstel(Proeftuin.Duinwaarde, Zaken("open"))).GetProperty("content_hash").GetString()!;
        var weg = (await Voorstel(Proeftuin.Duinwaarde, Zaken("weg"))).GetProperty("content_hash").GetString()!;
        using (await Beheer(Proeftuin.Duinwaarde, HttpMethod.Put, $"contracten/{weg}/revoke")) { }

        foreach (var (staat, hash) in new[] { ("VALID", geldig), ("PROPOSED", voorstel), ("REVOKED", weg) })
        {
            var gevonden = await Zoek($"state=CONTRACT_STATE_{staat}&limit=1000");
            Assert.Contains(hash, gevonden.Select(Hash));
            Assert.All(gevonden, c => Assert.Equal($"CONTRACT_STATE_{staat}", c.GetProperty("state").GetString()));
        }

        // What SQL says of the state is what the signatures say.
        var alle = await Zoek("limit=1000");
        foreach (var groep in alle.GroupBy(c => c.GetProperty("state").GetString()))
            Assert.Equal(groep.Select(Hash), (await Zoek($"state={groep.Key}&limit=1000")).Select(Hash));
        Assert.All(await Zoek("service_name=zaken"), c => Assert.Equal("zaken", c.GetProperty("grants")[0].GetProperty("service_name").GetString()));
        Assert.Empty(await Zoek($"peer_id={Proeftuin.Lindewoude.Oin}"));
        Assert.Empty(await Zoek("grant_type=GRANT_TYPE_SERVICE_PUBLICATION&service_name=zaken"));
        foreach (var fout in new[] { "state=VALID", "grant_type=x" })
        {
            using var antwoord = await Bronnen.Stuur(HttpMethod.Get, Namens(Proeftuin.Duinwaarde), Diensten.Fsc, $"contracten?{fout}");
            Assert.Equal(HttpStatusCode.BadRequest, antwoord.StatusCode);
        }

        var handtekening = (await Contract(Proeftuin.Duinwaarde, geldig)).GetProperty("signed").EnumerateArray().Single(h => h.GetProperty("peer_id").GetString() == Proeftuin.Basis.Oin);
        Assert.True(handtekening.GetProperty("counts").GetBoolean());
        Assert.InRange(handtekening.GetProperty("signed_at").GetInt64(), DateTimeOffset.UtcNow.AddMinutes(-5).ToUnixTimeSeconds(), DateTimeOffset.UtcNow.AddMinutes(1).ToUnixTimeSeconds());
    }

    [Fact]
    public async Task A_test_call_shows_the_status_and_the_transaction_and_nothing_of_the_answer()
    {
        var (contract, grant) = await Sluit(Proeftuin.Duinwaarde, Zaken("proef"));
        using var antwoord = await Stuur(HttpMethod.Post, "proefaanroepen", new { grant_hash = grant, pad = "/y?z=1" });
        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        Assert.DoesNotContain("herkomst", tekst, StringComparison.OrdinalIgnoreCase);
        var uitkomst = JsonElement.Parse(tekst);
        Assert.Equal((200, JsonValueKind.Null), (uitkomst.GetProperty("status").GetInt32(), uitkomst.GetProperty("error_code").ValueKind));
        var record = await Transactie(Proeftuin.Duinwaarde, uitkomst.GetProperty("transaction_id").GetString()!);
        Assert.Equal(grant, record.GetProperty("grant_hash").GetString());
        using var acties = await Beheer(Proeftuin.Duinwaarde, HttpMethod.Get, "acties?actie=proefaanroep");
        Assert.Equal(contract, (await acties.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("acties")[0].GetProperty("content_hash").GetString());

        using (await Beheer(Proeftuin.Duinwaarde, HttpMethod.Put, $"contracten/{contract}/revoke")) { }
        await Wacht(async () =>
        {
            using var dicht = await Stuur(HttpMethod.Post, "proefaanroepen", new { grant_hash = grant });
            return dicht.StatusCode == HttpStatusCode.Conflict;
        });
    }

    [Theory]
    [InlineData("/../personen")]
    [InlineData("/%2e%2e/personen")]
    [InlineData("/..\\personen")]
    [InlineData("x")]
    public async Task A_test_call_goes_nowhere_but_through_the_Outway(string pad)
    {
        var (_, grant) = await Sluit(Proeftuin.Duinwaarde, Zaken($"pad {Convert.ToHexString(Encoding.UTF8.GetBytes(pad))}"));
        var bereikt = Tuin.Bereikt;
        using var antwoord = await Stuur(HttpMethod.Post, "proefaanroepen", new { grant_hash = grant, pad });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, antwoord.StatusCode);
        Assert.Equal(bereikt, Tuin.Bereikt);
    }

    [Fact]
    public async Task A_Peer_says_of_itself_which_version_it_is_and_an_unknown_one_does_not_exist()
    {
        using var antwoord = await Beheer(Proeftuin.Duinwaarde, HttpMethod.Get, $"deelnemers/{Proeftuin.Basis.Oin}");
        var zelf = await antwoord.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("2.0.0", true), (zelf.GetProperty("fsc_version").GetString(), zelf.GetProperty("same_version").GetBoolean()));
        using var onbekend = await Bronnen.Stuur(HttpMethod.Get, Namens(Proeftuin.Duinwaarde), Diensten.Fsc, "deelnemers/00000009999999990000");
        Assert.Equal(HttpStatusCode.NotFound, onbekend.StatusCode);
        using var groep = await Beheer(Proeftuin.Federatie, HttpMethod.Get, "groep");
        Assert.True((await groep.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("is_directory").GetBoolean());
    }

    [Theory]
    [InlineData("""{"soort":"RSA-3072"}""", false)]
    [InlineData("{}", true)]
    public async Task A_certificate_is_asked_for_and_taken_into_use_without_a_failed_call(string vraag, bool zelfdeSleutel)
    {
        var store = Tuin.Services.GetRequiredService<CertificateStore>();
        var oud = store.Van(Proeftuin.Lindewoude);
        using (var aanvraag = await Stuur(HttpMethod.Post, "certificaataanvraag", JsonElement.Parse(vraag), Proeftuin.Lindewoude))
        {
            Assert.Equal(HttpStatusCode.Created, aanvraag.StatusCode);
            var tekst = await aanvraag.Content.ReadAsStringAsync();
            Assert.Contains("BEGIN CERTIFICATE REQUEST", tekst, StringComparison.Ordinal);
            Assert.DoesNotContain("PRIVATE", tekst, StringComparison.Ordinal);
            Assert.Equal(zelfdeSleutel, JsonElement.Parse(tekst).GetProperty("public_key_thumbprint").GetString() == oud.PublicKeyThumbprint);
        }

        foreach (var (pem, reden) in Verkeerd(store))
        {
            using var fout = await Stuur(HttpMethod.Put, "certificaataanvraag/keten", new { pem }, Proeftuin.Lindewoude);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, fout.StatusCode);
            Assert.Contains(reden, await fout.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal(oud.X5t, store.Van(Proeftuin.Lindewoude).X5t);
        }

        using (var genomen = await Stuur(HttpMethod.Post, "certificaataanvraag/proefketen", new { }, Proeftuin.Lindewoude)) Assert.Equal(HttpStatusCode.NoContent, genomen.StatusCode);
        var nieuw = store.Van(Proeftuin.Lindewoude);
        Assert.NotEqual(oud.X5t, nieuw.X5t);
        Assert.Equal(zelfdeSleutel, nieuw.PublicKeyThumbprint == oud.PublicKeyThumbprint);
        Assert.Equal(Certificaatherkomst.Aanvraag, store.Herkomst(Proeftuin.Lindewoude));
        using (var dienst = await Bronnen.Stuur(HttpMethod.Put, Namens(Proeftuin.Lindewoude), Diensten.Fsc, "aankondiging")) Assert.Equal(HttpStatusCode.NoContent, dienst.StatusCode);
        using (var weg = await Bronnen.Stuur(HttpMethod.Get, Namens(Proeftuin.Lindewoude), Diensten.Fsc, "certificaataanvraag")) Assert.Equal(HttpStatusCode.NotFound, weg.StatusCode);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(store.Aangevraagd(Proeftuin.Lindewoude)));
        // A second look finds the same certificate.
        Assert.False(store.Ververs(Proeftuin.Lindewoude));
    }

    private static IEnumerable<(string Pem, string Reden)> Verkeerd(CertificateStore store) =>
    [
        ("geen pem", "geen PEM"),
        ("-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----", "sleutel"),
        (store.Van(Proeftuin.Basis).Certificaat.ExportCertificatePem(), "hoort bij de sleutel"),
    ];

    private Task<HttpResponseMessage> Stuur(HttpMethod methode, string pad, object inhoud, Organisatie? organisatie = null) => Bronnen.Stuur(
        methode, Namens(organisatie ?? Proeftuin.Duinwaarde), Diensten.Fsc, pad, new StringContent(JsonSerializer.Serialize(inhoud), Encoding.UTF8, "application/json"));

    private async Task<List<JsonElement>> Zoek(string vraag)
    {
        using var antwoord = await Beheer(Proeftuin.Duinwaarde, HttpMethod.Get, $"contracten?{vraag}");
        return [.. (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("contracts").EnumerateArray()];
    }

    private static string Hash(JsonElement contract) => contract.GetProperty("content_hash").GetString()!;
}
