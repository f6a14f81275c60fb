using System.Text.Json;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Sdep;

/// <summary>Who may what: every operation, by every client.</summary>
public sealed class RollenTests
{
    private static readonly string[] Alle = ["ca", "str", "lsa", "lma", "ama", "sta"];

    [SharedEngineTheory]
    public async Task An_operation_is_for_its_own_role_only_with_the_right_to_read_or_write(Engine engine)
    {
        await using var node = await Sdepnode.Start(engine);
        var geweest = 0;
        foreach (var (methode, pad, rol) in Operaties(node))
        {
            var schrijven = methode == "POST" || methode == "DELETE";
            foreach (var ander in Alle)
            {
                var client = ander switch { "ca" => Sdepnode.Gemeente, "str" => Sdepnode.Platform, _ => ander };
                await Is(node, methode, pad, client, ander == rol);
            }

            if (rol is "ca" or "str") await Is(node, methode, pad, schrijven ? "alleen-schrijven" : "alleen-lezen", mag: true);
            await Is(node, methode, pad, schrijven ? "alleen-lezen" : "alleen-schrijven", mag: false);
            var fout = await node.Vraag(401, new HttpMethod(methode), pad, client: null);
            Assert.Equal("authentication_error", fout.GetProperty("detail")[0].GetProperty("type").GetString());
            geweest++;
        }

        Assert.True(geweest > 40, $"{geweest}");
    }

    [EngineTheory]
    public async Task An_organisation_is_an_authority_when_its_purpose_says_so_and_never_a_platform(Engine engine)
    {
        await using var node = await Sdepnode.Start(engine);
        foreach (var (naam, gegevens) in new[] { ("eigen", (string[])["sdep:gebieden", "sdep:activiteiten"]), ("alles", ["sdep:*"]) })
        {
            await node.Store.Write(session => Register.Voeg(session, new Versie(
                Guid.CreateVersion7(), 1, node.Node.Doel(naam), DateTimeOffset.UnixEpoch, null, DateTimeOffset.UnixEpoch,
                new Activiteit { Naam = naam, Doel = naam, Grondslag = Grondslag.WettelijkeVerplichting, Gegevens = gegevens })));
        }

        Task<JsonElement> Vraag(int status, string pad, string doel) => node.Node.Vraag(status, HttpMethod.Get, Diensten.Sdep, pad, doel: node.Node.Doel(doel));
        await Vraag(200, "/ca/v1/activities", "eigen");
        await Vraag(403, "/ca/v2/platforms", "eigen");
        await Vraag(403, "/sta/v1/activities", "eigen");
        await Vraag(200, "/sta/v1/activities", "alles");
        await Vraag(403, "/str/v1/areas", "alles");
        await node.Node.Vraag(403, HttpMethod.Get, Diensten.Sdep, "/ca/v1/activities");
    }

    /// <summary>Not refused for the role; what else is wrong with an empty message does not matter.</summary>
    private static async Task Is(Sdepnode node, string methode, string pad, string client, bool mag)
    {
        using var antwoord = await node.Stuur(new HttpMethod(methode), pad, client);
        Assert.True(mag == ((int)antwoord.StatusCode is not (401 or 403)), $"{client} {methode} {pad}: {(int)antwoord.StatusCode}");
    }

    private static IEnumerable<(string Methode, string Pad, string Rol)> Operaties(Sdepnode node) => node.Node.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<Services.Sdep.Beschrijving.Bericht>() is { Open: false })
        .Select(endpoint =>
        {
            var pad = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')[Diensten.Pad(Diensten.Sdep).Length..];
            var delen = pad.Split('/');
            return (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0], pad.Replace("{areaId}", "a-1", StringComparison.Ordinal), delen[1] == "v0" ? delen[2] : delen[1]);
        });
}
