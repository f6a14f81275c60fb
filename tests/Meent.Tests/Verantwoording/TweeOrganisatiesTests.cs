using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;
using Meent.Testing.Engines;
using Meent.Tests.Fsc;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Tests.Verantwoording;

/// <summary>Use of data over the border of an organisation: on record at both, as one story, and for as long as the own register has a purpose for it.</summary>
[Collection(Landschapscollectie.Naam)]
public sealed class TweeOrganisatiesTests(Landschapsnode landschap)
{
    private const string Fenna = "999970008";
    private const string Duinwaarde = "urn:nld:oin:00000001990000011000";
    private const string Basisregistraties = "00000001990000035000";
    private const string Doel = Duinwaarde + ":verwerkingsactiviteit:mijn-gegevens-inzien";

    private static readonly Namens Burger = new("duinwaarde", Doel, "burger");
    private static readonly object Vraag = new { type = "RaadpleegMetBurgerservicenummer", burgerservicenummer = new[] { Fenna }, fields = new[] { "naam" } };

    [EngineTheory]
    public async Task A_record_is_followed_to_the_organisation_that_was_asked_and_both_name_each_other(Engine engine)
    {
        var diensten = await landschap.Van(engine);
        var (bronnen, logboek) = (diensten.GetRequiredService<Bronnen>(), diensten.GetRequiredService<Logschrijver>());
        using var actie = new Activity("mijn gegevens").SetIdFormat(ActivityIdFormat.W3C).Start();
        var spoor = await logboek.Schrijf(Burger, "Persoonsgegevens opgevraagd", LogboekAttributen.Bsn, Fenna, dienst: Diensten.Personen);
        await bronnen.Zend<JsonElement>(HttpMethod.Post, Burger, Diensten.Personen, "personen", Vraag);

        var vraag = new Dictionary<string, string> { ["traceId"] = spoor.Trace.ToHexString() };
        var eigen = Assert.Single(await Lees(bronnen, "processing-activities", vraag));
        Assert.Equal((Doel, "Persoonsgegevens opgevraagd"), (Attribuut(eigen, LogboekAttributen.Activiteit), eigen.GetProperty("name").GetString()));
        var leesadres = Attribuut(eigen, LogboekAttributen.Leesadres)!;
        Assert.EndsWith($"/duinwaarde{Diensten.Pad(Diensten.Logboek)}/elders/{Basisregistraties}", leesadres, StringComparison.Ordinal);

        var elders = Assert.Single(await Lees(bronnen, leesadres[(leesadres.IndexOf(Diensten.Pad(Diensten.Logboek), StringComparison.Ordinal) + Diensten.Pad(Diensten.Logboek).Length + 1)..] + "/processing-activities", vraag));
        Assert.Equal(eigen.GetProperty("traceId").GetString(), elders.GetProperty("traceId").GetString());
        Assert.NotEqual(eigen.GetProperty("spanId").GetString(), elders.GetProperty("spanId").GetString());
        Assert.NotEqual(Attribuut(eigen, LogboekAttributen.Betrokkene), Attribuut(elders, LogboekAttributen.Betrokkene));
        Assert.Equal($"urn:nld:oin:{Basisregistraties}:verwerkingsactiviteit:personen-verstrekken", Attribuut(elders, LogboekAttributen.Activiteit));
        Assert.Equal((Duinwaarde, Doel), (Attribuut(elders, LogboekAttributen.Aanroeper), Attribuut(elders, LogboekAttributen.DoelAanroeper)));
    }

    [EngineTheory]
    public async Task What_ended_in_the_own_register_goes_out_no_more_although_its_contract_lasts(Engine engine)
    {
        var bronnen = (await landschap.Van(engine)).GetRequiredService<Bronnen>();
        // Of the other municipality, so that what is asked for in the other test goes on.
        var (oin, slug) = ("urn:nld:oin:00000001990000023000", "lindewoude");
        var burger = new Namens(slug, oin + ":verwerkingsactiviteit:mijn-gegevens-inzien", "burger");
        await bronnen.Zend<JsonElement>(HttpMethod.Post, burger, Diensten.Personen, "personen", Vraag);

        var beheer = new Namens(slug, oin + ":verwerkingsactiviteit:verwerkingsregister-bijhouden", "p.jansen");
        var activiteit = (await bronnen.Haal<JsonElement>(beheer, Diensten.Verwerkingsregister, $"verwerkingsactiviteiten?uri={Uri.EscapeDataString(burger.Doel)}")).GetProperty("results")[0];
        await bronnen.Zend<JsonElement>(HttpMethod.Put, beheer, Diensten.Verwerkingsregister, $"verwerkingsactiviteiten/{activiteit.GetProperty("id").GetString()}", new
        {
            beginGeldigheid = activiteit.GetProperty("beginGeldigheid").GetDateTimeOffset(),
            eindeGeldigheid = TimeProvider.System.GetUtcNow(),
            activiteit = new { naam = "Mijn gegevens inzien", doel = "Voorbij.", grondslag = "Publieke taak", gegevens = (string[])["personen:naam"] },
        });

        // It is asked again after a while.
        var (status, code, tekst) = (0, "", "");
        await Groep.Tot(async () =>
        {
            using var inhoud = JsonContent.Create(Vraag);
            using var antwoord = await bronnen.Stuur(HttpMethod.Post, burger, Diensten.Personen, "personen", inhoud);
            (status, code, tekst) = ((int)antwoord.StatusCode, string.Join(',', antwoord.Headers.TryGetValues(Headers.FscErrorCode, out var codes) ? codes : []), await antwoord.Content.ReadAsStringAsync());
            return status != 200;
        }, "de weigering");
        Assert.Equal((403, "MEENT_PURPOSE_NOT_VALID"), (status, code));
        Assert.DoesNotContain("Dijkgraaf", tekst, StringComparison.Ordinal);
    }

    private static async Task<JsonElement[]> Lees(Bronnen bronnen, string pad, object vraag) =>
        [.. (await bronnen.Zend<JsonElement>(HttpMethod.Post, Burger, Diensten.Logboek, pad, vraag)).GetProperty("processingActivities").EnumerateArray()];

    private static string? Attribuut(JsonElement record, string naam) => record.GetProperty("attributes").TryGetProperty(naam, out var waarde) ? waarde.GetString() : null;
}
