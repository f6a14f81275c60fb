using System.Net;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Tests.Personen;
using Meent.Services.Tests.Verhuur;
using Meent.Services.Tests.Zaakgericht;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Logboek;

/// <summary>No log, no data (VNG Verwerkingenlogging, B7952): with the tables of the log broken, nothing of a person is shown or kept.</summary>
public sealed class ZonderLogTests
{
    [EngineTheory]
    public async Task A_person_is_not_shown(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        object vraag = new { type = "RaadpleegMetBurgerservicenummer", burgerservicenummer = new[] { Proefregister.Fenna }, fields = new[] { "naam" } };
        Assert.Contains("Dijkgraaf", (await register.Vraag(200, vraag)).GetRawText(), StringComparison.Ordinal);
        await Breek(await register.Store());

        using var antwoord = await register.Node.Stuur(HttpMethod.Post, Diensten.Personen, "/personen", vraag, doel: register.Node.Doel(Proefregister.Alles));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, antwoord.StatusCode);
        Assert.DoesNotContain("Dijkgraaf", await antwoord.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [EngineTheory]
    public async Task A_registration_is_neither_shown_nor_made(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        var nummer = await node.Registreer();
        await Breek(node.Store);

        using var lezen = await node.Stuur(HttpMethod.Get, $"/registraties/{nummer}");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, lezen.StatusCode);
        Assert.DoesNotContain(Testregister.Woonruimte, await lezen.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await node.Post(503, "/registraties", Verhuurnode.Aanvraag(bsn: "999970021", woonruimte: "9901010000000004"));
        Assert.Equal(1, await node.Store.Read(session => session.One("SELECT COUNT(*) FROM verhuur_registraties", row => row.Long(0))));
    }

    [EngineTheory]
    public async Task The_role_of_a_person_is_neither_shown_nor_kept(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var zaak = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak("Z-1")));
        object rol = new { zaak, roltype = node.Roltype, roltoelichting = "x", betrokkeneType = "natuurlijk_persoon", betrokkeneIdentificatie = new { inpBsn = Proefregister.Fenna } };
        var url = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/rollen", rol));
        await Breek(await node.Node.Store());

        var pad = $"/rollen/{Zaaknode.Id(url)}";
        using var lezen = await node.Node.Stuur(HttpMethod.Get, Diensten.Zaken, pad, null, Herkomst.Buiten);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, lezen.StatusCode);
        Assert.DoesNotContain(Proefregister.Fenna, await lezen.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var lijst = await node.Node.Stuur(HttpMethod.Get, Diensten.Zaken, $"/rollen?zaak={Uri.EscapeDataString(zaak)}", null, Herkomst.Buiten);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, lijst.StatusCode);
        using var weg = await node.Node.Stuur(HttpMethod.Delete, Diensten.Zaken, pad, null, Herkomst.Buiten);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, weg.StatusCode);
        Assert.Equal(1, await (await node.Node.Store()).Read(session => session.One("SELECT COUNT(*) FROM zaakgericht_rollen", row => row.Long(0))));
    }

    private static async Task Breek(Store store) => await store.Write(session => session.Execute("ALTER TABLE logboek_ongezegeld RENAME TO logboek_kapot"));
}
