using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Tests.Verantwoording;

/// <summary>A municipality asks whose a house is, and what company there is, at their sources over FSC, for the purpose in its contracts.</summary>
[Collection(Landschapscollectie.Naam)]
public sealed class KadasterEnHandelsregisterTests(Landschapsnode landschap)
{
    private const string Huis = "kadastraalonroerendezaken/990101000170000";

    private static readonly Namens Taxateur = new("duinwaarde", "urn:nld:oin:00000001990000011000:verwerkingsactiviteit:woz-waarden-bepalen", "k.osman");

    [EngineTheory]
    public async Task Both_are_asked_at_the_source_and_tell_what_the_contract_covers(Engine engine)
    {
        var bronnen = (await landschap.Van(engine)).GetRequiredService<Bronnen>();
        var gerechtigden = await bronnen.Haal<JsonElement>(Taxateur, Diensten.Brk, Huis + "/zakelijkgerechtigden?fields=persoon.omschrijving");
        Assert.Equal(["Fenna Dijkgraaf", "Milan Dijkgraaf"], gerechtigden.GetProperty("_embedded").GetProperty("zakelijkGerechtigden").EnumerateArray().Select(een => een.GetProperty("persoon").GetProperty("omschrijving").GetString()));
        Assert.Equal("Woonstichting De Vuurtoren", (await bronnen.Haal<JsonElement>(Taxateur, Diensten.Kvk, "v1/basisprofielen/90000013")).GetProperty("naam").GetString());

        // Of what burdens the house a valuer has no need, nor of what somebody owns elsewhere.
        using var hypotheken = await bronnen.Stuur(HttpMethod.Get, Taxateur, Diensten.Brk, Huis + "/hypotheken");
        Assert.Equal(403, (int)hypotheken.StatusCode);
        using var vraag = new StringContent("""{"burgerservicenummer":"999970008"}""", System.Text.Encoding.UTF8, "application/json");
        using var bezit = await bronnen.Stuur(HttpMethod.Post, Taxateur, Diensten.Brk, "kadastraalonroerendezaken", vraag);
        Assert.Equal(403, (int)bezit.StatusCode);
    }
}
