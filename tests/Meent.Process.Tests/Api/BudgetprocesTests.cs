using System.Net.Http.Json;
using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Process.Tests.Api;

/// <summary>From an application to a participation, as a zaak.</summary>
public sealed class BudgetprocesTests
{
    [EngineTheory]
    public async Task Who_is_let_in_takes_part_under_the_zaak_of_the_application(Engine engine)
    {
        await using var wereld = await Wereld.Start(engine);
        var (instantie, taak) = await VraagAan(wereld);
        var (status, gedaan) = await wereld.Vraag(HttpMethod.Post, $"/taken/{taak}/voltooiing", new
        {
            variabelen = new { toekennen = true, begin = "2026-05-01", overeenkomstGetekendOp = "2026-04-20", machtigingGetekendOp = "2026-04-20", voorschotCent = 25_000, consulent = "l.meijer" },
        });
        Assert.Equal((200, "voltooid"), (status, gedaan.GetProperty("status").GetString()));
        var (_, einde) = await wereld.Vraag(HttpMethod.Get, $"/instanties/{instantie}");
        Assert.Equal("voltooid", einde.GetProperty("status").GetString());
        var deelnemer = Assert.Single(await Deelnemers(wereld));
        Assert.Equal((25_000, "l.meijer", "2026-05-01"), (deelnemer.GetProperty("voorschotCent").GetInt32(), deelnemer.GetProperty("consulent").GetString(), deelnemer.GetProperty("begin").GetString()));
        Assert.Contains("/zaken/api/v1/zaken/", deelnemer.GetProperty("zaak").GetString(), StringComparison.Ordinal);
        Assert.Equal("registraties 0, zaken 1, rollen 1, statussen 1, instanties 1, taken 1", await wereld.Effecten());
    }

    [EngineTheory]
    public async Task Who_is_refused_does_not_take_part_and_the_zaak_says_why(Engine engine)
    {
        await using var wereld = await Wereld.Start(engine);
        var (_, taak) = await VraagAan(wereld);
        var (status, _) = await wereld.Vraag(HttpMethod.Post, $"/taken/{taak}/voltooiing", new { variabelen = new { toekennen = false, toelichting = "Heeft een bewindvoerder." } });
        Assert.Equal(200, status);
        Assert.Empty(await Deelnemers(wereld));
        Assert.Equal("registraties 0, zaken 1, rollen 1, statussen 1, instanties 1, taken 1", await wereld.Effecten());
    }

    private static async Task<(string Instantie, string Taak)> VraagAan(Wereld wereld)
    {
        var (status, instantie) = await wereld.Vraag(HttpMethod.Post, "/instanties", new { proces = "huishoudboekje-aanvraag", variabelen = new { burgerservicenummer = Wereld.Fenna, situatie = "Ik raak het overzicht kwijt." } });
        Assert.Equal(201, status);
        return (instantie.GetProperty("id").GetString()!, instantie.GetProperty("openTaken")[0].GetString()!);
    }

    private static async Task<List<JsonElement>> Deelnemers(Wereld wereld)
    {
        using var antwoord = await wereld.Bronnen.Stuur(
            HttpMethod.Post, new Namens(Wereld.Organisatie.Slug, Wereld.Organisatie.Verwerkingsactiviteit("huishoudboekje-voeren")), Diensten.Huishoudboekje, "deelnemers/_zoek",
            JsonContent.Create(new { burgerservicenummer = Wereld.Fenna }));
        return [.. JsonElement.Parse(await antwoord.Content.ReadAsStringAsync()).GetProperty("results").EnumerateArray()];
    }
}
