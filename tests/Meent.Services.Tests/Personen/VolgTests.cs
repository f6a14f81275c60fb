using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Data.Opslag;
using Meent.Data.Outbox;
using Meent.Services.Notificaties;
using Meent.Services.Personen;
using Meent.Services.Personen.Demo;
using Meent.Services.Personen.Invoer;
using Meent.Services.Personen.Opslag;
using Meent.Services.Personen.Volgen;
using Meent.Services.Tests.Logboek;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Personen;

/// <summary>Who follows a person hears that something happened, and needs no copy to know it.</summary>
public sealed class VolgTests : IDisposable
{
    private const string Fenna = "999970008";
    private const string Milan = "999970021";
    private const string Peer = "00000001990000023000";
    private const string Ander = "00000001990000059000";

    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    public async Task A_move_a_death_and_another_name_are_told_to_who_follows_and_to_nobody_else(Engine engine)
    {
        await using var ontvanger = await Ontvanger.Start();
        await using var doof = await Ontvanger.Start();
        await using var node = await Open(engine);
        await Abonneer(node, ontvanger, Peer);
        await Abonneer(node, doof, Ander);
        var gevolgd = await Volg(node, 201, Peer, Fenna, "verhuisd", "overleden", "naam-gewijzigd");
        // Follows somebody else.
        await Volg(node, 201, Ander, Milan, "verhuisd");

        var lijst = await Lijst(node);
        lijst["08"]![0]![0]!["1120"] = "14";
        await Lees(node, lijst);
        lijst["01"]![0]![0]!["0240"] = "Bakker";
        lijst["06"] = JsonNode.Parse("""[[{"0810":"20261101","0820":"9901","0830":"6030"}]]""");
        await Lees(node, lijst);
        await ontvanger.Wacht(() => ontvanger.Ontvangen.Count >= 3);

        Assert.Equal(["naam-gewijzigd", "overleden", "verhuisd"], ontvanger.Ontvangen.Select(bericht => bericht.GetProperty("kenmerken").GetProperty("gebeurtenis").GetString()).Order());
        Assert.All(ontvanger.Ontvangen, bericht => Assert.Equal(gevolgd.GetProperty("url").GetString(), bericht.GetProperty("hoofdObject").GetString()));
        Assert.DoesNotContain(ontvanger.Ontvangen, bericht => bericht.GetRawText().Contains(Fenna, StringComparison.Ordinal) || bericht.GetRawText().Contains("Bakker", StringComparison.Ordinal));
        Assert.Empty(doof.Ontvangen);
        // The reference says who it is, to who follows only.
        var pad = gevolgd.GetProperty("url").GetString()![(gevolgd.GetProperty("url").GetString()!.IndexOf("/volgindicaties", StringComparison.Ordinal))..];
        Assert.Equal(Fenna, (await Als(node, 200, HttpMethod.Get, Diensten.Personen, pad, null, Peer, "personen:naam")).GetProperty("burgerservicenummer").GetString());
        await Als(node, 404, HttpMethod.Get, Diensten.Personen, pad, null, Ander, "personen:naam");
    }

    [EngineTheory]
    public async Task What_did_not_happen_or_was_not_asked_is_not_told(Engine engine)
    {
        await using var node = await Open(engine);
        await Volg(node, 201, Peer, Fenna, "overleden");
        var lijst = await Lijst(node);
        await Lees(node, lijst);
        lijst["08"]![0]![0]!["1120"] = "14";
        lijst["07"]![0]![0]!["8010"] = "0099";
        await Lees(node, lijst);
        Assert.Empty(await Uit(node));

        var url = (await Volg(node, 201, Peer, Fenna, "verhuisd")).GetProperty("url").GetString()!;
        await Als(node, 204, HttpMethod.Delete, Diensten.Personen, url[url.IndexOf("/volgindicaties", StringComparison.Ordinal)..], null, Peer, "personen:verblijfplaats");
        lijst["08"]![0]![0]!["1120"] = "16";
        await Lees(node, lijst);
        Assert.Empty(await Uit(node));
    }

    [EngineTheory]
    public async Task A_purpose_that_may_not_read_a_field_may_not_follow_it(Engine engine)
    {
        await using var node = await Open(engine);
        var vraag = new { burgerservicenummer = Fenna, gebeurtenissen = (string[])["verhuisd", "overleden"] };
        var fout = await Als(node, 403, HttpMethod.Post, Diensten.Personen, "/volgindicaties", vraag, Peer, "personen:verblijfplaats");
        Assert.Contains("personen:overlijden", fout.GetProperty("detail").GetString(), StringComparison.Ordinal);
        await Als(node, 403, HttpMethod.Post, Diensten.Personen, "/volgindicaties", vraag, Peer);
        fout = await Als(node, 400, HttpMethod.Post, Diensten.Personen, "/volgindicaties", new { burgerservicenummer = "123456789", gebeurtenissen = (string[])["geslaagd"], tot = "2020-01-01" }, Peer, "personen:*");
        Assert.Equal(["burgerservicenummer", "gebeurtenissen", "tot"], fout.GetProperty("invalidParams").EnumerateArray().Select(veld => veld.GetProperty("name").GetString()));
        await Als(node, 404, HttpMethod.Post, Diensten.Personen, "/volgindicaties", new { burgerservicenummer = "999999990", gebeurtenissen = (string[])["verhuisd"] }, Peer, "personen:*");
        Assert.Empty(await (await node.Store()).Read(session => session.Logregels("naam", row => row.Text(0))));
    }

    [SharedEngineTheory]
    public async Task A_new_file_tells_what_differs(Engine engine)
    {
        await using var node = await Open(engine);
        var (testset, gewijzigd) = (Omgeving.Shared("data", "brp", "20220502_Testset_persoonslijsten_proefomgeving_GBA-V.csv"), _map.Bestand("persoonslijsten.csv"));
        await Importeer(node, testset);
        await Volg(node, 201, Peer, "999993653", "naam-gewijzigd", "verhuisd");
        await File.WriteAllTextAsync(gewijzigd, (await File.ReadAllTextAsync(testset)).Replace("999993653;Suzanne;", "999993653;Susanna;", StringComparison.Ordinal));
        await Importeer(node, gewijzigd);
        Assert.Equal(["naam-gewijzigd"], (await Uit(node)).Select(een => een.Kenmerken![Volgtabel.Gebeurtenis]));
    }

    public void Dispose() => _map.Dispose();

    private async Task<Proefnode> Open(Engine engine)
    {
        var node = await Proefnode.Start(engine, _map, services => services.AddVerwerkingsregister().AddPersonen().AddNotificaties(), routes =>
        {
            routes.MapPersonen();
            routes.MapNotificaties();
        });
        await PersonenDemo.Vul(await node.Store());
        return node;
    }

    private static async Task Importeer(Proefnode node, string bestand) =>
        await node.Services.GetServices<IBeheertaak>().OfType<ImportBrp>().Single().Voer(new Beheeropdracht(node.Organisatie, bestand, new Progress<Voortgang>(), _ => { }), default);

    private static async Task<JsonObject> Lijst(Proefnode node) =>
        JsonNode.Parse((await (await node.Store()).Read(session => session.Vind([Fenna], null)))[0].Body)!.AsObject();

    private static async Task Lees(Proefnode node, JsonObject lijst) => await (await node.Store()).Write(session =>
        session.ZetEnVertel([Persoonsrij.Van(Encoding.UTF8.GetBytes(lijst.ToJsonString()))!], TimeProvider.System.GetUtcNow()));

    private static async Task<List<Gebeurtenis>> Uit(Proefnode node) => await (await node.Store()).Read(session => session.All(
        "SELECT kenmerken, hoofdobject, aanmaakdatum FROM outbox_gebeurtenissen WHERE kanaal = 'personen'",
        row => new Gebeurtenis("personen", row.Text(1), 1, "", "", "", row.Instant(2), JsonSerializer.Deserialize<Dictionary<string, string>>(row.Text(0)))));

    private static Task<JsonElement> Volg(Proefnode node, int status, string oin, string bsn, params string[] gebeurtenissen) =>
        Als(node, status, HttpMethod.Post, Diensten.Personen, "/volgindicaties", new { burgerservicenummer = bsn, gebeurtenissen }, oin, "personen:*");

    private static Task<JsonElement> Abonneer(Proefnode node, Ontvanger ontvanger, string oin) => Als(
        node, 201, HttpMethod.Post, Diensten.Notificaties, "/abonnement", new { callbackUrl = ontvanger.Url, auth = Ontvanger.Auth, kanalen = (object[])[new { naam = "personen", filters = new { } }] }, oin, "notificaties:*");

    private static Task<JsonElement> Als(Proefnode node, int status, HttpMethod methode, string dienst, string pad, object? inhoud, string oin, params string[] gegevens) => node.Vraag(
        status, methode, dienst, pad, inhoud, Herkomst.Inway, headers: headers => Token(headers, oin, gegevens));

    private static void Token(HttpRequestHeaders headers, string oin, string[] gegevens)
    {
        var claims = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["sub"] = oin,
            ["prp"] = new Dictionary<string, object>
            {
                ["doelbinding.doelen"] = gegevens.Length == 0 ? Array.Empty<object>() : [new { id = $"urn:nld:oin:{oin}:verwerkingsactiviteit:proef", omschrijving = "Proef", gegevens }],
            },
        });
        headers.Add(Headers.FscAuthorization, $"Bearer {Base64Url.EncodeToString(Encoding.UTF8.GetBytes("{}"))}.{Base64Url.EncodeToString(claims)}.x");
    }
}
