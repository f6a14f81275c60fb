using Meent.Services.Verhuur.Meldingen;
using Meent.Services.Verhuur.Regels;
using Meent.Services.Verhuur.Registraties;
using Meent.Standards.Problemen;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Verhuur;

public sealed class MeldenTests
{
    [EngineTheory]
    public async Task Of_two_hosts_who_report_twenty_nights_at_once_exactly_one_passes(Engine engine)
    {
        await using var register = await Testregister.Open(engine);
        var fenna = await register.Registreer(Testregister.Fenna);
        var milan = await register.Registreer(Testregister.Milan);

        var uitkomsten = await Task.WhenAll(Poging(() => register.Meld(fenna, "2026-07-01", 20)), Poging(() => register.Meld(milan, "2026-08-01", 20)));

        Assert.Equal(["nachtenOverschreden", "ok"], uitkomsten.Order());
        Assert.Equal(20, await register.Geteld());
    }

    [EngineTheory]
    public async Task Fifty_reports_of_one_night_at_once_never_pass_the_maximum(Engine engine)
    {
        await using var register = await Testregister.Open(engine);
        var hosts = new[] { await register.Registreer(Testregister.Fenna), await register.Registreer(Testregister.Milan) };

        var uitkomsten = await Task.WhenAll(Enumerable.Range(0, 50).Select(i =>
            Poging(() => register.Meld(hosts[i % 2], $"2026-{7 + (i / 25):00}-{1 + (i % 25):00}", 1))));

        Assert.Equal(30, uitkomsten.Count(uitkomst => uitkomst == "ok"));
        Assert.Equal(20, uitkomsten.Count(uitkomst => uitkomst == "nachtenOverschreden"));
        Assert.Equal(30, await register.Geteld());
    }

    [EngineTheory]
    public async Task Reports_over_new_year_at_once_pass_the_maximum_of_neither_year(Engine engine)
    {
        await using var register = await Testregister.Open(engine);
        var hosts = new[] { await register.Registreer(Testregister.Fenna), await register.Registreer(Testregister.Milan) };
        await register.Meld(hosts[0], "2026-07-01", 25);
        await register.Meld(hosts[1], "2027-07-01", 25);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            Poging(() => register.Meld(hosts[i % 2], $"2026-12-{22 + (i % 10):00}", 2 + i))));

        Assert.InRange(await register.Geteld(2026), 25, 30);
        Assert.InRange(await register.Geteld(2027), 25, 30);
    }

    [EngineTheory]
    public async Task The_same_report_twice_is_one_report(Engine engine)
    {
        await using var register = await Testregister.Open(engine);
        var fenna = await register.Registreer();
        var uitkomsten = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => register.Meld(fenna, "2026-07-01", 5)));

        Assert.Single(uitkomsten, uitkomst => uitkomst.Gewijzigd);
        Assert.Single(uitkomsten.Select(uitkomst => uitkomst.Melding.Id).Distinct());
        Assert.All(uitkomsten, uitkomst => Assert.Equal(25, Assert.Single(uitkomst.Telling).Over));
    }

    [EngineTheory]
    public async Task An_overlapping_report_for_the_same_dwelling_is_refused_whoever_makes_it(Engine engine)
    {
        await using var register = await Testregister.Open(engine);
        await register.Meld(await register.Registreer(Testregister.Fenna), "2026-07-01", 5);
        var milan = await register.Registreer(Testregister.Milan);

        Assert.Equal("overlapt", await Poging(() => register.Meld(milan, "2026-07-05", 2)));
        Assert.Equal("ok", await Poging(() => register.Meld(milan, "2026-07-06", 2)));
    }

    [EngineTheory]
    public async Task Two_rooms_may_be_let_on_the_same_night_and_it_counts_once(Engine engine)
    {
        await using var register = await Testregister.Open(engine);
        var zolder = await register.Registreer(deel: Deel.Gedeelte, eenheid: "Zolder");
        var tuinkamer = await register.Registreer(deel: Deel.Gedeelte, eenheid: "Tuinkamer");
        await register.Meld(zolder, "2026-07-01", 5);

        Assert.Equal(23, Assert.Single((await register.Meld(tuinkamer, "2026-07-04", 4)).Telling).Over);
        Assert.Equal(7, await register.Geteld());
        Assert.Equal("overlapt", await Poging(() => register.Meld(zolder, "2026-07-05", 1)));
    }

    [EngineTheory]
    public async Task The_whole_dwelling_cannot_be_let_beside_a_room_of_it(Engine engine)
    {
        await using var register = await Testregister.Open(engine);
        await register.Meld(await register.Registreer(deel: Deel.Gedeelte, eenheid: "Zolder"), "2026-07-01", 5);
        var geheel = await register.Registreer(Testregister.Milan);
        Assert.Equal("overlapt", await Poging(() => register.Meld(geheel, "2026-07-02", 1)));
    }

    [EngineTheory]
    public async Task Cancelling_before_arrival_gives_all_nights_back_and_the_stay_can_be_reported_again(Engine engine)
    {
        await using var register = await Testregister.Open(engine);
        var fenna = await register.Registreer();
        var melding = (await register.Meld(fenna, "2026-07-01", 30)).Melding;
        Assert.Equal("nachtenOverschreden", await Poging(() => register.Meld(fenna, "2026-09-01", 1)));

        Assert.Equal(30, Assert.Single((await register.Annuleer(melding)).Telling).Over);
        Assert.False((await register.Annuleer(melding)).Gewijzigd);
        Assert.Equal(0, await register.Geteld());

        var opnieuw = (await register.Meld(fenna, "2026-07-01", 30)).Melding;
        Assert.NotEqual(melding.Id, opnieuw.Id);
        Assert.Equal("geannuleerd", await Poging(() => register.Wijzig(melding, "2026-08-01", 1)));
    }

    [EngineTheory]
    public async Task After_arrival_only_the_municipality_cancels_and_the_nights_that_are_over_stay(Engine engine)
    {
        await using var register = await Testregister.Open(engine);
        var melding = (await register.Meld(await register.Registreer(), "2026-07-01", 10)).Melding;
        register.Klok.Zet("2026-07-03T22:30:00Z"); // half an hour into the fourth, in Amsterdam

        Assert.Equal("begonnen", await Poging(() => register.Annuleer(melding, "niet gekomen")));
        Assert.Equal("invalid", await Poging(() => register.Annuleer(melding, medewerker: true)));
        await register.Annuleer(melding, "niet gekomen", medewerker: true);
        Assert.Equal(3, await register.Geteld());
    }

    [EngineTheory]
    public async Task A_change_is_judged_as_a_new_report_without_its_own_nights(Engine engine)
    {
        await using var register = await Testregister.Open(engine);
        var fenna = await register.Registreer();
        var melding = (await register.Meld(fenna, "2026-07-01", 20)).Melding;
        await register.Meld(fenna, "2026-09-01", 5);

        Assert.Equal(0, Assert.Single((await register.Wijzig(melding, "2026-07-02", 25)).Telling).Over);
        Assert.Equal("nachtenOverschreden", await Poging(() => register.Wijzig(melding, "2026-07-02", 26)));
        Assert.Equal("overlapt", await Poging(() => register.Wijzig(melding, "2026-08-30", 3)));
        Assert.Equal(30, await register.Geteld());

        var kleiner = await register.Wijzig(melding, "2026-07-02", 1);
        Assert.Equal(24, Assert.Single(kleiner.Telling).Over);
        Assert.False((await register.Wijzig(melding, "2026-07-02", 1)).Gewijzigd);
    }

    [EngineTheory]
    public async Task A_stay_is_reported_before_local_midnight_of_the_day_of_arrival(Engine engine)
    {
        await using var register = await Testregister.Open(engine);
        var fenna = await register.Registreer();
        register.Klok.Zet("2026-07-01T21:59:59Z");
        Assert.Equal("begonnen", await Poging(() => register.Meld(fenna, "2026-07-01", 1)));
        var melding = (await register.Meld(fenna, "2026-07-02", 1)).Melding;
        register.Klok.Zet("2026-07-01T22:00:00Z");
        Assert.Equal("begonnen", await Poging(() => register.Meld(fenna, "2026-07-02", 2)));
        Assert.Equal("begonnen", await Poging(() => register.Wijzig(melding, "2026-07-05", 1)));
    }

    [EngineTheory]
    public async Task The_strictest_of_rules_and_registration_sets_the_number_of_guests(Engine engine)
    {
        await using var register = await Testregister.Open(engine);
        var fenna = await register.Registreer();
        await register.Store.Write(session => session.Voeg(RegelboekTests.Versie(0, "2026-08-01", 30, maxPersonen: 2)));
        await register.Store.Write(session => session.Voeg(RegelboekTests.Versie(0, "2026-10-01", 30, maxPersonen: 12)));

        Assert.Equal("ok", await Poging(() => register.Meld(fenna, "2026-07-01", 1, gasten: 4)));
        Assert.Equal("teVeelGasten", await Poging(() => register.Meld(fenna, "2026-08-01", 1, gasten: 3)));
        Assert.Equal("teVeelGasten", await Poging(() => register.Meld(fenna, "2026-07-31", 2, gasten: 3)));
        Assert.Equal("teVeelGasten", await Poging(() => register.Meld(fenna, "2026-10-01", 1, gasten: 5)));
    }

    [EngineTheory]
    public async Task A_stay_before_there_are_rules_cannot_be_reported(Engine engine)
    {
        await using var register = await Testregister.Open(engine);
        register.Klok.Zet("2023-06-01T10:00:00Z");
        var fenna = await register.Registreer();
        Assert.Equal("geenMeldplicht", await Poging(() => register.Meld(fenna, "2023-12-30", 4)));
    }

    private static async Task<string> Poging(Func<Task<Meldresultaat>> poging)
    {
        try
        {
            await poging();
            return "ok";
        }
        catch (ProbleemException e)
        {
            return e.Probleem.Code;
        }
    }
}
