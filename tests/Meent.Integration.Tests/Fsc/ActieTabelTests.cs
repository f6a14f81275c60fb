using Meent.Data.Logboek;
using Meent.Data.Migraties;
using Meent.Data.Opslag;
using Meent.Integration.Auditlog;
using Meent.Integration.Fsc;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Meent.Integration.Tests.Fsc;

/// <summary>Where there is a logbook, what is done in the integration layer is sealed with it, and kept as long as what employees do.</summary>
public sealed class ActieTabelTests
{
    private const string Spoor = "0af7651916cd43dd8448eb211c80319c";
    private static readonly DateTimeOffset Nu = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);

    [EngineTheory]
    public async Task What_is_done_is_a_sealed_line_and_stands_in_one_list_with_what_was_done_before(Engine engine)
    {
        await using var proef = await TestStore.Create(engine, s => s.AddBron("integratie", typeof(FscOptions).Assembly, "Meent.Integration.Migraties"));
        Assert.Contains(Diensten.Logboek, proef.Store.Organisatie.Diensten);
        using var verzegelaar = (BackgroundService)ActivatorUtilities.CreateInstance(proef.Services, typeof(Zegels).Assembly.GetType("Meent.Data.Logboek.Zegelaar")!);
        await verzegelaar.StartAsync(default);
        // As the release before it wrote them.
        await proef.Store.Write(s => s.Execute(
            "INSERT INTO integratie_acties (id, wanneer, client, gebruiker, actie, contract, peer, reden, trace) VALUES ($1, $2, 'opdrachtregel', 'root', 'contract.intrekken', 'h', NULL, 'Toen', $3)",
            Guid.CreateVersion7(Nu.AddDays(-1)), Nu.AddDays(-1), Spoor));
        await proef.Store.Write(s => ActieTabel.Schrijf(s, new("meent-intern", "n.willems", "Nodig", Spoor), Acties.Voorstellen, Nu, "h", "00000001990000035000"));
        await proef.Store.Write(s => ActieTabel.Schrijf(s, new("meent", "", "Tekenbeleid", null), Acties.Aankondigen, Nu.AddSeconds(1)));

        Assert.Equal(
            [("meent", "", "manager.aankondigen", null, null, "Tekenbeleid", null), ("meent-intern", "n.willems", "contract.voorstellen", "h", "00000001990000035000", "Nodig", Spoor),
                ("opdrachtregel", "root", "contract.intrekken", "h", null, "Toen", Spoor)],
            (await Alle(proef.Store, oplopend: false)).Select(a => (a.Client, a.Gebruiker, a.Naam, a.Contract, a.Peer, a.Reden, a.TraceId)));
        Assert.Equal(["contract.intrekken", "contract.voorstellen"], (await Alle(proef.Store, oplopend: true, contract: "h")).Select(a => a.Naam));
        // It is no use of personal data by an employee.
        Assert.Empty(await proef.Store.Read(s => s.Gebruikers(Nu.AddDays(-9), Nu.AddDays(9))));

        var zegels = proef.Services.GetRequiredService<Zegels>();
        // What waits is sealed before it stops.
        await verzegelaar.StopAsync(default);
        var controle = await zegels.Controleer(proef.Store);
        Assert.Equal((2, 0, true), (controle.Regels, controle.Ongezegeld, controle.IsOngeschonden));

        foreach (var kolom in (string[])["client", "contract", "peer"])
        {
            await proef.Store.Write(s => s.Execute($"UPDATE logboek_audit SET {kolom} = {kolom} || 'x' WHERE nummer = 1"));
            Assert.Equal(Afwijking.RegelGewijzigd, Assert.Single((await zegels.Controleer(proef.Store)).Bevindingen).Afwijking);
            await proef.Store.Write(s => s.Execute($"UPDATE logboek_audit SET {kolom} = SUBSTR({kolom}, 1, LENGTH({kolom}) - 1) WHERE nummer = 1"));
            Assert.Empty((await zegels.Controleer(proef.Store)).Bevindingen);
        }

        // The own table has the same term.
        await ActieTabel.Wis(proef.Store, Nu.AddDays(-1), default);
        Assert.Equal(3, (await Alle(proef.Store, oplopend: true)).Count);
        await ActieTabel.Wis(proef.Store, Nu, default);
        Assert.Equal(2, (await Alle(proef.Store, oplopend: true)).Count);
    }

    /// <summary>By pages of one.</summary>
    private static async Task<List<Actie>> Alle(Store store, bool oplopend, string contract = "")
    {
        var alle = new List<Actie>();
        for (List<Actie> blad; ; alle.AddRange(blad))
        {
            var na = alle.Count == 0 ? ((long, Guid)?)null : (alle[^1].Wanneer.Microseconden(), alle[^1].Id);
            blad = await store.Read(s => ActieTabel.Pagina(s, new(contract, "", "", -1, long.MaxValue, na, oplopend, 1)));
            if (blad.Count == 0) return alle;
        }
    }
}
