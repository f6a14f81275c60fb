using System.Net.Http.Json;
using System.Text.Json;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Tests.Verantwoording;

/// <summary>Outway and Inway of the demo landscape that ask the decision point of their own organisation, on the same node: its register of processing activities decides.</summary>
public sealed class BeslispuntTests : IDisposable
{
    private const string Fenna = "999970008";
    private const string Duinwaarde = "00000001990000011000";
    private const string Basis = "00000001990000035000";
    private const string Sleutel = "0123456789abcdef0123456789abcdef";

    private static readonly string Inzien = Uri(Duinwaarde, "mijn-gegevens-inzien");
    private static readonly string Verstrekken = Uri(Basis, "personen-verstrekken");

    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    public async Task The_register_of_each_side_decides_and_both_sides_of_each_question_are_on_record(Engine engine)
    {
        await using var node = await Start(engine);
        Assert.Equal((200, ""), await Vraag(node));

        var (poort, punt) = await Laatste(node, "basisregistraties");
        Assert.True(Antwoord(punt).GetProperty("decision").GetBoolean());
        Assert.Equal(Inzien, Antwoord(punt).GetProperty("context").GetProperty("purpose").GetString());
        // The record of the decision point hangs below that of the Inway, and is about the same transaction.
        Assert.Equal((Tekst(poort, "trace_id"), Tekst(poort, "span_id")), (Tekst(punt, "trace_id"), Tekst(punt, "parent_span_id")));
        Assert.Equal(Attribuut(poort, "adl.fsc.transaction_id").GetString(), Attribuut(punt, "adl.fsc.transaction_id").GetString());
        Assert.Equal(1, Attribuut(punt, "adl.core.policies").GetProperty("verwerkingsregister").GetProperty(Verstrekken).GetInt32());
        // The purpose of the consumer is told as what it is, and not as an entry of the own register.
        Assert.False(Vraag(punt).GetProperty("action").TryGetProperty("properties", out _));
        Assert.True(JsonElement.DeepEquals(Antwoord(poort), Antwoord(punt)));

        (poort, punt) = await Laatste(node, "duinwaarde");
        Assert.Equal(Inzien, Vraag(punt).GetProperty("action").GetProperty("properties").GetProperty("processing_activity_id").GetString());
        Assert.Equal(Inzien, Assert.Single(Attribuut(punt, "adl.core.policies").GetProperty("verwerkingsregister").EnumerateObject()).Name);
        Assert.Equal(Tekst(poort, "span_id"), Tekst(punt, "parent_span_id"));

        // Known, but not given the scope.
        using (var client = new HttpClient())
        using (var verzoek = new HttpRequestMessage(HttpMethod.Post, $"{node.Services.GetRequiredService<OrganisatieLijst>().Vind("duinwaarde")!.Basis}/access/v1/evaluation") { Content = JsonContent.Create(new { }) })
        {
            verzoek.Headers.Add("Authorization", $"Bearer {Sleutel}2");
            Assert.Equal(403, (int)(await client.SendAsync(verzoek)).StatusCode);
        }

        // What the register of the provider has no activity for any more does not leave it, although the contract lasts.
        await Beeindig(node, "basisregistraties", Basis, Verstrekken);
        Assert.Equal((403, "MEENT_ACCESS_DENIED"), await Vraag(node));
        (poort, punt) = await Laatste(node, "basisregistraties");
        Assert.Equal(["personen:*"], Ontbreekt(punt));
        Assert.Equal(["personen:*"], Ontbreekt(poort));
        Assert.Equal("doelbindingOnbekend", Assert.Single(Antwoord(punt).GetProperty("context").GetProperty("reason_admin").EnumerateObject()).Name);
        Assert.Equal("Unset", Tekst(punt, "status"));
        Assert.All((JsonElement[])[poort, punt], record => Assert.DoesNotContain(Fenna, record.GetRawText(), StringComparison.Ordinal));
    }

    public void Dispose() => _map.Dispose();

    private async Task<WebApplication> Start(Engine engine)
    {
        var basis = $"http://localhost:{MeentProces.VrijePoort()}";
        return await Landschapsnode.Start(engine, _map, [
            $"Meent:Basis={basis}", $"Meent:Luister:0={basis}",
            "Meent:Clients:2:Id=ander", "Meent:Clients:2:Organisatie=duinwaarde", $"Meent:Clients:2:Token={Sleutel}2", "Meent:Clients:2:AlleAutorisaties=false",
            .. new[] { ("duinwaarde", "Outway"), ("basisregistraties", "Inway") }.SelectMany((kant, i) => new[]
            {
                $"Meent:Clients:{i}:Id=poort", $"Meent:Clients:{i}:Organisatie={kant.Item1}", $"Meent:Clients:{i}:Token={Sleutel}{i}",
                $"Meent:Clients:{i}:AlleAutorisaties=false", $"Meent:Clients:{i}:Scopes:0=beslissingen.vragen",
                $"Meent:Fsc:Beleid:{kant.Item1}:Pdp:Adres={basis}/{kant.Item1}", $"Meent:Fsc:Beleid:{kant.Item1}:Pdp:Token={Sleutel}{i}", $"Meent:Fsc:Beleid:{kant.Item1}:Pdp:Geduld=00:00:20",
                $"Meent:Fsc:Beleid:{kant.Item1}:{(kant.Item2 == "Inway" ? "Outway" : "Inway")}=false",
            }),
        ]);
    }

    private static async Task<(int Status, string Code)> Vraag(WebApplication node)
    {
        using var inhoud = JsonContent.Create(new { type = "RaadpleegMetBurgerservicenummer", burgerservicenummer = new[] { Fenna }, fields = new[] { "naam" } });
        using var antwoord = await node.Services.GetRequiredService<Bronnen>().Stuur(HttpMethod.Post, new Namens("duinwaarde", Inzien, "burger"), Diensten.Personen, "personen", inhoud);
        return ((int)antwoord.StatusCode, string.Join(',', antwoord.Headers.TryGetValues(Headers.FscErrorCode, out var codes) ? codes : []));
    }

    /// <summary>The latest record of the door of an organisation, and of its decision point.</summary>
    private static async Task<(JsonElement Poort, JsonElement Punt)> Laatste(WebApplication node, string slug)
    {
        var poort = await node.Services.GetRequiredService<Bronnen>().Haal<JsonElement>(new Namens(slug, "urn:beheer"), Diensten.Fsc, "beslissingen");
        var regels = new List<string>();
        var taak = node.Services.GetServices<IBeheertaak>().Single(t => t.Naam == "register decisions");
        await taak.Voer(new Beheeropdracht(node.Services.GetRequiredService<OrganisatieLijst>().Vind(slug)!, null, new Progress<Voortgang>(), regels.Add), default);
        return (poort.GetProperty("records")[0], JsonElement.Parse(regels[0]));
    }

    private static async Task Beeindig(WebApplication node, string slug, string oin, string uri)
    {
        var (bronnen, beheer) = (node.Services.GetRequiredService<Bronnen>(), new Namens(slug, Uri(oin, "verwerkingsregister-bijhouden"), "p.jansen"));
        var activiteit = (await bronnen.Haal<JsonElement>(beheer, Diensten.Verwerkingsregister, $"verwerkingsactiviteiten?uri={System.Uri.EscapeDataString(uri)}")).GetProperty("results")[0];
        await bronnen.Zend<JsonElement>(HttpMethod.Put, beheer, Diensten.Verwerkingsregister, $"verwerkingsactiviteiten/{activiteit.GetProperty("id").GetString()}", new
        {
            beginGeldigheid = activiteit.GetProperty("beginGeldigheid").GetDateTimeOffset(),
            eindeGeldigheid = TimeProvider.System.GetUtcNow(),
            activiteit = new { naam = "Verstrekken", doel = "Voorbij.", grondslag = "Publieke taak", gegevens = (string[])["personen:*"] },
        });
    }

    private static string Uri(string oin, string code) => $"urn:nld:oin:{oin}:verwerkingsactiviteit:{code}";

    private static JsonElement Vraag(JsonElement record) => record.GetProperty("body").GetProperty("adl.core.request");

    private static JsonElement Antwoord(JsonElement record) => record.GetProperty("body").GetProperty("adl.core.response");

    private static JsonElement Attribuut(JsonElement record, string naam) => record.GetProperty("attributes").GetProperty(naam);

    private static string? Tekst(JsonElement record, string naam) => record.GetProperty(naam).GetString();

    private static IEnumerable<string?> Ontbreekt(JsonElement record) => Antwoord(record).GetProperty("context").GetProperty("missing").EnumerateArray().Select(een => een.GetString());
}
