using System.Text;
using Meent.Testing;

namespace Meent.Tests.Invoer;

/// <summary>A standard may put a BSN in a query: it is answered, and stands afterwards in no file, table or line of output, whichever way it came.</summary>
public sealed class BsnInQueryTests(Draaiend draaiend) : IClassFixture<Draaiend>
{
    // Passes the eleven test, and belongs to nobody in the demo landscape.
    private const string Bsn = "999999953";

    [Fact]
    public async Task Nothing_that_the_node_keeps_or_prints_has_the_number()
    {
        using var client = draaiend.Meent.Client("duinwaarde");
        client.DefaultRequestHeaders.Add("Accept-Crs", "EPSG:4326");
        const string persoon = $"objecttype=persoon&soortObjectId=BSN&objectId={Bsn}";
        foreach (var (status, pad) in new[]
        {
            (200, $"verwerkingsacties/api/v1/verwerkingsacties?{persoon}"),
            (200, $"verwerkteobjecten/api/v1/verwerkte-objecten?{persoon}&beginDatum=2026-01-01&eindDatum=2027-01-01"),
            (400, $"verwerkteobjecten/api/v1/verwerkte-objecten?{persoon}&kleur=rood"),
            (404, $"verwerkteobjecten/api/v1/bestaat-niet?{persoon}"),
            (200, $"zaken/api/v1/zaken?rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn={Bsn}"),
            (200, $"klantinteracties/api/v1/partijen?partijIdentificator__objectId={Bsn}"),
        })
        {
            using var antwoord = await client.GetAsync(new Uri(pad, UriKind.Relative));
            var tekst = await antwoord.Content.ReadAsStringAsync();
            Assert.True((int)antwoord.StatusCode == status, $"{pad.Split('?')[0]}: {(int)antwoord.StatusCode} {tekst}");
            Assert.DoesNotContain(Bsn, tekst, StringComparison.Ordinal);
        }

        // Through the own Outway and the Inway of another organisation, with the transaction log and the decisions of both.
        await Tot(() => OverFsc(client));
        // What is written in the background is written by then.
        await draaiend.Meent.Stop();
        Assert.DoesNotContain(Bsn, draaiend.Meent.Uitvoer, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(draaiend.Meent.Data, "*", SearchOption.AllDirectories), Heeft);
    }

    private static async Task<bool> OverFsc(HttpClient client)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Get, new Uri($"outway/bestaat-niet?objectId={Bsn}", UriKind.Relative));
        verzoek.Headers.Add("Meent-Dienst", "personen");
        verzoek.Headers.Add("VerwerkingsactiviteitUrl", "urn:nld:oin:00000001990000011000:verwerkingsactiviteit:mijn-gegevens-inzien");
        using var antwoord = await client.SendAsync(verzoek);
        // Of the service itself, not of an Outway or Inway on the way.
        return (int)antwoord.StatusCode == 404 && !antwoord.Headers.Contains("Fsc-Error-Code");
    }

    /// <summary>The contracts of the demo are concluded after the start.</summary>
    private static async Task Tot(Func<Task<bool>> gelukt)
    {
        for (var i = 0; i < 600 && !await gelukt(); i++) await Task.Delay(100);
        Assert.True(await gelukt());
    }

    private static bool Heeft(string bestand) => File.ReadAllBytes(bestand).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Bsn)) >= 0;
}
