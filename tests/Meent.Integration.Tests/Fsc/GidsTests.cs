using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Meent.Integration.Gids;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Integration.Tests.Fsc;

/// <summary>The Directory as anybody sees it, with whether providers answer; in a landscape of its own, because of what is listed.</summary>
public sealed class GidsTests(Proeftuin proeftuin) : KetenGesprek(proeftuin), IClassFixture<Proeftuin>
{
    [Fact]
    public async Task Services_and_participants_are_searched_and_show_whether_the_provider_answers()
    {
        Assert.Equal(JsonValueKind.Null, Assert.Single(await Diensten("service_name=personen")).GetProperty("health").ValueKind);
        var peiler = Tuin.Services.GetRequiredService<Peiler>();
        await peiler.Kijk(Proeftuin.Federatie, CancellationToken.None);
        var dienst = Assert.Single(await Diensten("zoek=PERSON"));
        Assert.True(dienst.GetProperty("health").GetProperty("reachable").GetBoolean());
        Assert.Equal("personen", dienst.GetProperty("data").GetProperty("name").GetString());
        Assert.Single(await Diensten($"zoek=basisregistraties&peer_id={Proeftuin.Basis.Oin}&service_name=personen"));
        Assert.Empty(await Diensten("zoek=bestaat-niet"));
        var deelnemer = Assert.Single(await Lijst(Proeftuin.Federatie, "gids/deelnemers?zoek=stichting", "peers"));
        Assert.True(deelnemer.GetProperty("services").GetInt32() > 0);

        // Another address than its own Manager's: whoever answers there is not that Peer.
        await using var vreemd = await Tegenpartij.Start(Tuin, oin: "00000001990000081000");
        var store = await Tuin.Services.GetRequiredService<Data.Opslag.Stores>().Get(Proeftuin.Federatie);
        await store.Write(s => s.Execute("UPDATE integratie_peers SET adres = $2 WHERE id = $1", Proeftuin.Basis.Oin, vreemd.Adres));
        await peiler.Kijk(Proeftuin.Federatie, CancellationToken.None);
        var weg = Assert.Single(await Diensten("service_name=personen")).GetProperty("health");
        Assert.False(weg.GetProperty("reachable").GetBoolean());
        Assert.Equal(JsonValueKind.String, weg.GetProperty("reached_at").ValueKind);
        Assert.Empty(await Diensten("service_name=personen&bereikbaar=true"));
    }

    [Theory]
    [InlineData("gids/diensten")]
    [InlineData("gids/deelnemers")]
    public async Task Only_the_Directory_has_a_list_for_anybody(string pad)
    {
        using var antwoord = await Bronnen.Stuur(HttpMethod.Get, Namens(Proeftuin.Duinwaarde), Standards.Koppelvlak.Diensten.Fsc, pad);
        Assert.Equal(HttpStatusCode.NotFound, antwoord.StatusCode);
    }

    private Task<List<JsonElement>> Diensten(string vraag) => Lijst(Proeftuin.Federatie, $"gids/diensten?{vraag}", "services");

    private async Task<List<JsonElement>> Lijst(Organisatie organisatie, string pad, string lid)
    {
        using var antwoord = await Beheer(organisatie, HttpMethod.Get, pad);
        return [.. (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty(lid).EnumerateArray()];
    }
}
