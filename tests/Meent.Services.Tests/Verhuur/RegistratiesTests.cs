using Meent.Services.Verhuur.Registraties;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Verhuur;

public sealed class RegistratiesTests
{
    [EngineTheory]
    public async Task The_same_host_address_and_unit_get_the_same_number_also_at_the_same_time(Engine engine)
    {
        await using var register = await Testregister.Open(engine);
        var uitkomsten = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => register.Registreer(eenheid: i % 2 == 0 ? "Zolder" : " zolder ")));
        Assert.Single(uitkomsten.Select(registratie => registratie.Registratienummer).Distinct());
        Assert.Single(uitkomsten.Select(registratie => registratie.Id).Distinct());
    }

    [EngineTheory]
    public async Task Another_host_address_or_unit_gets_another_number(Engine engine)
    {
        await using var register = await Testregister.Open(engine);
        string[] nummers =
        [
            (await register.Registreer()).Registratienummer,
            (await register.Registreer(Testregister.Milan)).Registratienummer,
            (await register.Registreer(woonruimte: "9901010000000002")).Registratienummer,
            (await register.Registreer(eenheid: "Zolder")).Registratienummer,
        ];
        Assert.Equal(4, nummers.Distinct().Count());
    }

    [EngineTheory]
    public async Task A_withdrawn_number_is_not_found_again_for_the_same_unit(Engine engine)
    {
        await using var register = await Testregister.Open(engine);
        var eerste = await register.Registreer();
        await register.Store.Write(session => session.Vervang(eerste with { Status = Registratiestatus.Ingetrokken, BeeindigdOp = register.Klok.GetUtcNow() }));
        Assert.NotEqual(eerste.Registratienummer, (await register.Registreer()).Registratienummer);
    }

    [EngineTheory]
    public async Task After_a_herindeling_old_numbers_stay_and_new_ones_bear_the_new_code(Engine engine)
    {
        await using var register = await Testregister.Open(engine);
        var oud = await register.Registreer(gemeentecode: "9901");
        var nieuw = await register.Registreer(Testregister.Milan, gemeentecode: "9903");
        Assert.StartsWith("9903", nieuw.Registratienummer);
        Assert.Equal(oud.Registratienummer, (await register.Registreer(gemeentecode: "9903")).Registratienummer);
        Assert.Equal(oud.Id, (await register.Store.Read(session => session.Registratie(Testregister.Nummer(oud))))!.Id);
    }
}
