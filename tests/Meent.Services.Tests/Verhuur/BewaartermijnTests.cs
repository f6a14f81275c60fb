using Meent.Services.Verhuur.Registraties;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Verhuur;

public sealed class BewaartermijnTests
{
    [EngineTheory]
    public async Task Eighteen_months_after_withdrawal_nothing_of_the_host_is_left_and_the_number_is_known_as_invalid(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        var nummer = await node.Registreer();
        var ander = await node.Registreer(Testregister.Milan);
        await node.Post(201, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-06-02", "2026-06-04"));
        await node.Post(201, "/signalen", new { registratienummer = nummer, toelichting = "Drukte", reden = "Zaak 1" }, Verhuurnode.Toezicht);
        node.Klok.Zet("2026-06-10T00:00:00Z");
        await node.Post(200, $"/registraties/{nummer}/intrekking", null);

        node.Klok.Zet("2027-12-09T23:00:00Z");
        Assert.Equal(0, await node.Store.Write(session => session.VerwijderPersoonsgegevens(node.Klok.GetUtcNow())));
        node.Klok.Zet("2027-12-10T01:00:00Z");
        Assert.Equal(1, await node.Store.Write(session => session.VerwijderPersoonsgegevens(node.Klok.GetUtcNow())));
        Assert.Equal(0, await node.Store.Write(session => session.VerwijderPersoonsgegevens(node.Klok.GetUtcNow())));

        Assert.Equal("""{"isValid":false}""", (await node.Get(200, $"/geldigheid/{nummer}")).GetRawText());
        Assert.Equal("""{"geldig":false,"redenen":["nietActief"]}""", (await node.Post(200, "/geldigheid/_controle", new { registratienummer = nummer })).GetRawText());
        Assert.False((await node.Get(200, $"/registraties/{nummer}")).TryGetProperty("verhuurder", out _));
        Assert.Equal(0, (await node.Get(200, $"/meldingen?registratienummer={nummer}")).GetProperty("count").GetInt32());
        Assert.Equal(0, (await node.Post(200, "/registraties/_zoek", new { burgerservicenummer = Testregister.Fenna })).GetProperty("count").GetInt32());
        Assert.Equal("""{"isValid":true}""", (await node.Get(200, $"/geldigheid/{ander}")).GetRawText());
    }
}
