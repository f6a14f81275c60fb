using Meent.Data.Inhoud;
using Meent.Data.Migraties;
using Meent.Data.Opslag;
using Meent.Standards.Organisaties;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Data.Tests.Inhoud;

public sealed class OpruimerTests
{
    private readonly Klok _klok = new();

    [EngineTheory]
    public async Task Content_that_no_row_names_goes_after_seven_days_and_what_a_row_names_stays(Engine engine)
    {
        await using var proef = await Maak(engine);
        var (opslag, organisatie) = (proef.Services.GetRequiredService<Inhoudopslag>(), proef.Organisatie);
        var (wees, genoemd, bevestigd) = (Proefinhoud.Bytes(10), Proefinhoud.Bytes(11), Proefinhoud.Bytes(12));
        var weesNaam = await opslag.Bewaar(organisatie, wees, bevestig: false);
        // The process died between the commit and the confirmation.
        var genoemdNaam = await opslag.Bewaar(organisatie, genoemd, bevestig: false);
        var bevestigdNaam = await opslag.Bewaar(organisatie, bevestigd);
        await Noem(proef.Store, genoemdNaam);

        _klok.Nu += TimeSpan.FromDays(6.9);
        Assert.Equal(0, await RuimOp(proef));
        _klok.Nu += TimeSpan.FromDays(0.2);
        Assert.Equal(1, await RuimOp(proef));

        Assert.Null(await opslag.Open(organisatie, weesNaam, default));
        Assert.Equal(genoemd, await opslag.Lees(organisatie, genoemdNaam));
        Assert.Equal(bevestigd, await opslag.Lees(organisatie, bevestigdNaam));
        Assert.Equal(2, Proefinhoud.Bestanden(Wortel(proef)).Count());
    }

    [EngineTheory]
    public async Task What_lost_its_row_goes_seven_days_after_that_unless_it_was_sent_again(Engine engine)
    {
        await using var proef = await Maak(engine);
        var (opslag, organisatie) = (proef.Services.GetRequiredService<Inhoudopslag>(), proef.Organisatie);
        var (weg, terug) = (Proefinhoud.Bytes(10), Proefinhoud.Bytes(11));
        var (wegNaam, terugNaam) = (await opslag.Bewaar(organisatie, weg), await opslag.Bewaar(organisatie, terug));
        await Noem(proef.Store, wegNaam);
        await Noem(proef.Store, terugNaam);
        _klok.Nu += TimeSpan.FromDays(100);
        foreach (var naam in new[] { wegNaam, terugNaam })
        {
            await proef.Store.Write(session =>
            {
                opslag.Verlaat(session, naam);
                return session.Execute("DELETE FROM proef_ouders WHERE naam = $1", naam);
            });
        }

        _klok.Nu += TimeSpan.FromDays(6);
        Assert.Equal(0, await RuimOp(proef));
        await opslag.Bewaar(organisatie, terug, bevestig: false);
        _klok.Nu += TimeSpan.FromDays(2);
        Assert.Equal(1, await RuimOp(proef));
        Assert.Null(await opslag.Open(organisatie, wegNaam, default));
        Assert.Equal(terug, await opslag.Lees(organisatie, terugNaam));
    }

    [EngineTheory]
    public async Task A_deletion_that_was_rolled_back_takes_nothing_away(Engine engine)
    {
        await using var proef = await Maak(engine);
        var opslag = proef.Services.GetRequiredService<Inhoudopslag>();
        var naam = await opslag.Bewaar(proef.Organisatie, Proefinhoud.Bytes(10));
        await Noem(proef.Store, naam);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await proef.Store.Write<int>(session =>
        {
            opslag.Verlaat(session, naam);
            throw new InvalidOperationException();
        }));
        _klok.Nu += TimeSpan.FromDays(8);

        Assert.Equal(0, await RuimOp(proef));
        Assert.NotEmpty(await opslag.Lees(proef.Organisatie, naam));
    }

    [EngineTheory]
    public async Task What_a_killed_process_left_half_written_goes_after_a_day(Engine engine)
    {
        await using var proef = await Maak(engine);
        var map = Directory.CreateDirectory(Path.Combine(Wortel(proef), "tijdelijk"));
        var bestand = Path.Combine(map.FullName, "half");
        await File.WriteAllTextAsync(bestand, "half");
        File.SetLastWriteTimeUtc(bestand, _klok.Nu.UtcDateTime);

        _klok.Nu += TimeSpan.FromHours(23);
        await RuimOp(proef);
        Assert.True(File.Exists(bestand));
        _klok.Nu += TimeSpan.FromHours(2);
        await RuimOp(proef);
        Assert.False(File.Exists(bestand));
    }

    [EngineTheory]
    public async Task What_is_destroyed_goes_at_once_unless_a_row_names_it_or_somebody_is_sending_it(Engine engine)
    {
        await using var proef = await Maak(engine);
        var (opslag, opruimer, organisatie) = (proef.Services.GetRequiredService<Inhoudopslag>(), proef.Services.GetRequiredService<Opruimer>(), proef.Organisatie);
        var (weg, samen, komt) = (Proefinhoud.Bytes(10), Proefinhoud.Bytes(11), Proefinhoud.Bytes(12));
        var namen = new List<string>();
        foreach (var bytes in new[] { weg, samen, komt }) namen.Add(await opslag.Bewaar(organisatie, bytes));
        // Two send the same at once, and one of them is ready.
        await using (var ontvangst = opslag.Ontvang(organisatie))
        {
            await ontvangst.Schrijf(komt, default);
            await ontvangst.Bewaar(default);
            await opslag.Bewaar(organisatie, komt);
            await Noem(proef.Store, namen[1]);
            await proef.Store.Write(session =>
            {
                foreach (var naam in namen) opslag.Verlaat(session, naam);
                return ValueTask.FromResult(0);
            });

            bool[] gewist = [await Wis(0), await Wis(1), await Wis(2)];
            Assert.Equal([true, false, false], gewist);
            ontvangst.Bevestig();
        }

        Assert.Null(await opslag.Open(organisatie, namen[0], default));
        Assert.Equal(samen, await opslag.Lees(organisatie, namen[1]));
        Assert.Equal(komt, await opslag.Lees(organisatie, namen[2]));
        Assert.False(await opruimer.Wis(organisatie, namen[0], default));

        Task<bool> Wis(int nummer) => opruimer.Wis(organisatie, namen[nummer], default);
    }

    private Task<TestStore> Maak(Engine engine) => TestStore.Create(engine, services => services
        .AddSingleton<TimeProvider>(_klok).AddSingleton(new OrganisatieLijst([TestStore.TestOrganisatie()]))
        .AddBron("proef", typeof(OpruimerTests).Assembly, "Meent.Data.Tests.Reservekopie.Migraties").AddInhoudverwijzing("proef", "proef_ouders", "naam"));

    private static string Wortel(TestStore proef) => Path.Combine(proef.Services.GetRequiredService<OpslagOptions>().Map, proef.Organisatie.Slug, "inhoud");

    private static Task<int> RuimOp(TestStore proef) => proef.Services.GetRequiredService<Opruimer>().RuimOp(proef.Organisatie, Inhoudopslag.Bedenktijd, default);

    private static async Task Noem(Store store, string naam) =>
        await store.Write(session => session.Execute("INSERT INTO proef_ouders (id, naam, tal) VALUES ($1, $2, 1)", Guid.CreateVersion7(), naam));
}
