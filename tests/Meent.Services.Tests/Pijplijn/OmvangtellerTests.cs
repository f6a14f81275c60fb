using Meent.Services.EigenApi;
using Meent.Services.Tests.Verhuur;
using Meent.Services.Tests.Zaakgericht;
using Meent.Services.Tests.Zaakgericht.Documenten;
using Meent.Services.Verhuur.Registraties;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Landschap;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Pijplijn;

/// <summary>What solutions are settled by, and that the standard APIs come to the same.</summary>
public sealed class OmvangtellerTests
{
    [EngineTheory]
    public async Task Active_zaken_are_those_that_the_API_finds_on_that_day(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        foreach (var dag in new[] { "2026-05-01", "2026-05-31", "2026-06-01" })
        {
            await node.Maak(Diensten.Zaken, "/zaken", new
            {
                bronorganisatie = "990000011",
                verantwoordelijkeOrganisatie = "990000011",
                zaaktype = node.Zaaktype,
                startdatum = dag,
                registratiedatum = dag,
            });
        }

        await (await node.Node.Store()).Write(s => s.Execute("UPDATE zaakgericht_zaken SET einde = '2026-06-10' WHERE registratiedatum = '2026-05-01'"));
        var teller = Teller(node, "actieve zaken");
        foreach (var (dag, aantal) in new[] { ("2026-04-30", 0), ("2026-05-31", 2), ("2026-06-09", 3), ("2026-06-10", 2) })
        {
            var peildag = DateOnly.ParseExact(dag, "yyyy-MM-dd", null);
            Assert.Equal(aantal, await teller.Tel(node.Node.Organisatie, peildag, default));
            // As the explanation says that the municipality counts it.
            var zelf = 0;
            foreach (var einde in new[] { "einddatum__isnull=true", $"einddatum__gt={dag}" })
                zelf += (await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"/zaken?registratiedatum__lt={peildag.AddDays(1):yyyy-MM-dd}&{einde}")).GetProperty("count").GetInt32();
            Assert.Equal(aantal, zelf);
        }
    }

    [EngineTheory]
    public async Task Documents_are_measured_with_all_their_versions_and_the_database_as_it_says(Engine engine)
    {
        await using var node = await Documentnode.Start(engine, deelomvang: 1000);
        var url = Zaaknode.Url(await node.Maak(Documentnode.MetInhoud("vijftien tekens")));
        await node.Maak(Documentnode.MetInhoud("tien tekens"[..10]));
        await node.Wijzig(url, new { titel = "Anders" });
        Assert.Equal(15 + 15 + 10, await Teller(node.Zaken, "bytes in documenten").Tel(node.Zaken.Node.Organisatie, default, default));
        Assert.InRange(await Teller(node.Zaken, "bytes in de database").Tel(node.Zaken.Node.Organisatie, default, default), 100_000, 1_000_000_000);
    }

    [EngineTheory]
    public async Task Registrations_count_from_the_day_they_are_made_until_the_day_they_end(Engine engine)
    {
        await using var register = await Testregister.Open(engine);
        foreach (var (bsn, gemaakt, beeindigd) in new[] { (Testregister.Fenna, "2026-05-31T21:59:00Z", "2026-06-15T10:00:00Z"), (Testregister.Milan, "2026-05-31T22:00:00Z", null) })
        {
            var (registratie, _) = await register.Store.Write(s => s.Voeg(Testregister.Aanvraag(bsn) with { AangemaaktOp = DateTimeOffset.Parse(gemaakt, null) }, "9901"));
            if (beeindigd is not null)
                await register.Store.Write(s => s.Vervang(registratie with { Status = Registratiestatus.Ingetrokken, BeeindigdOp = DateTimeOffset.Parse(beeindigd, null) }));
        }

        foreach (var (dag, aantal) in new[] { ("2026-05-30", 0), ("2026-05-31", 1), ("2026-06-01", 2), ("2026-06-14", 2), ("2026-06-15", 1) })
            Assert.Equal((dag, (long)aantal), (dag, await register.Store.Read(s => Registratietabel.Actief(s, DateOnly.ParseExact(dag, "yyyy-MM-dd", null)))));
    }

    [EngineTheory]
    public async Task A_host_takes_part_once_whatever_the_number_of_registrations(Engine engine)
    {
        await using var register = await Testregister.Open(engine);
        var aanvraag = Testregister.Aanvraag(Testregister.Fenna) with { AangemaaktOp = DateTimeOffset.Parse("2026-05-01T12:00:00Z", null) };
        await register.Store.Write(s => s.Voeg(aanvraag, "9901"));
        var (tweede, _) = await register.Store.Write(s => s.Voeg(aanvraag with { Id = Guid.CreateVersion7(), Eenheidsnaam = "tuinhuis" }, "9901"));
        await register.Store.Write(s => s.Voeg(Testregister.Aanvraag(Testregister.Milan) with { AangemaaktOp = DateTimeOffset.Parse("2026-05-03T12:00:00Z", null) }, "9901"));
        await register.Store.Write(s => s.Vervang(tweede with { Status = Registratiestatus.Ingetrokken, BeeindigdOp = DateTimeOffset.Parse("2026-05-10T12:00:00Z", null) }));

        foreach (var (dag, aantal) in new[] { ("2026-04-30", 0), ("2026-05-01", 1), ("2026-05-03", 2), ("2026-05-10", 2) })
            Assert.Equal((dag, (long)aantal), (dag, await register.Store.Read(s => Registratietabel.Verhuurders(s, DateOnly.ParseExact(dag, "yyyy-MM-dd", null)))));
    }

    private static IOmvangteller Teller(Zaaknode node, string wat) => node.Node.Services.GetServices<IOmvangteller>().Single(t => t.Wat == wat);
}
