using System.Net.Http.Headers;
using System.Text.Json;
using Meent.Services.Brk;
using Meent.Services.Brk.Demo;
using Meent.Services.HaalCentraal;
using Meent.Services.Logboek;
using Meent.Services.Tests.Logboek;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Brk;

/// <summary>BRK bevragen at the source, with the parcels of the demo.</summary>
internal static class Brknode
{
    public const string Huis = "/kadastraalonroerendezaken/990101000170000";

    public static async Task<Proefnode> Open(Engine engine, TijdelijkeMap map)
    {
        var node = await Proefnode.Start(engine, map, services => services.AddBrk().AddLogboek(), routes => routes.MapBrk());
        await node.MetDoel(BrkApi.Activiteit, [.. BrkDemo.Verstrekken.Gegevens]);
        await BrkDemo.Vul(await node.Store());
        return node;
    }

    public static async Task MetDoel(this Proefnode node, string naam, params IReadOnlyList<string> gegevens) => await (await node.Store()).Write(session => Register.Voeg(
        session, new Versie(Guid.CreateVersion7(), 1, node.Doel(naam), DateTimeOffset.UnixEpoch, null, DateTimeOffset.UnixEpoch, new Activiteit { Naam = naam, Doel = "Proef.", Grondslag = Grondslag.PubliekeTaak, Gegevens = gegevens })));

    public static Task<JsonElement> Haal(this Proefnode node, int status, string pad, string? doel = BrkApi.Activiteit) =>
        node.Vraag(status, HttpMethod.Get, Diensten.Brk, pad, doel: doel is null ? null : node.Doel(doel), headers: ZonderCrs);

    public static Task<JsonElement> MetBsn(this Proefnode node, int status, object body, string doel = BrkApi.Activiteit) =>
        node.Vraag(status, HttpMethod.Post, Diensten.Brk, "/kadastraalonroerendezaken", body, doel: node.Doel(doel), headers: ZonderCrs);

    // The node asks for another system unless told.
    private static void ZonderCrs(HttpRequestHeaders headers) => headers.Remove(Headers.AcceptCrs);

    public static IEnumerable<JsonElement> Lijst(this JsonElement antwoord, string naam) => antwoord.GetProperty("_embedded").GetProperty(naam).EnumerateArray();

    public static IEnumerable<string> Nummers(this JsonElement antwoord, string naam) => antwoord.Lijst(naam).Select(een => een.GetProperty("identificatie").GetString()!);

    /// <summary>Of how many persons there are records, by type.</summary>
    public static async Task<string> Vastgelegd(this Proefnode node) => string.Join(", ", (await (await node.Store()).Read(session => session.Logregels("betrokkene_type", rij => rij.Text(0)))).Order(StringComparer.Ordinal));

    public static string Tekst(JsonElement json) => JsonSerializer.Serialize(json, Regelvorm.Json);
}
