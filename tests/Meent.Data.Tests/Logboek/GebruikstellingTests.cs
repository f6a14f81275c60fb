using System.Diagnostics;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Standards.Logboek;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Data.Tests.Logboek;

public sealed class GebruikstellingTests
{
    private const string Ander = "urn:nld:oin:00000001990000023000";
    private static readonly DateTimeOffset Nu = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset November = Logtabel.Maand(Regels.Moment);

    [EngineTheory]
    public async Task Use_is_counted_by_month_activity_and_organisation_over_all_classes(Engine engine)
    {
        await using var proef = await TestStore.Create(engine);
        var (fenna, milan) = (Wie(1), Wie(2));
        await Schrijf(proef, Regels.Nieuw(fenna), Regels.Nieuw(fenna) with { Bewaartermijn = "P1Y" }, Regels.Nieuw(milan) with { Status = Logstatus.Error }, Regels.Nieuw());
        await Schrijf(proef, Regels.Nieuw(milan) with { Aanroeper = Ander }, Regels.Nieuw(milan) with { Begin = Regels.Moment.AddMonths(-1) });

        Assert.Equal([(November.AddMonths(-1), null, 1, 0, 1), (November, null, 4, 1, 2), (November, Ander, 1, 0, 1)], await Geteld(proef));

        // It is not read again until something changes, and then the figures are new.
        await proef.Store.Write(session => session.Execute("UPDATE logboek_gebruik SET aantal = 99 WHERE aanroeper <> ''"));
        Assert.Contains((November, Ander, 99, 0, 1), await Geteld(proef));
        await Schrijf(proef, Regels.Nieuw(Wie(3)));
        Assert.Equal([(November, null, 5, 1, 3), (November, Ander, 1, 0, 1)], (await Geteld(proef))[1..]);
    }

    [EngineTheory]
    public async Task What_has_lapsed_and_what_was_kept_long_enough_is_no_longer_counted(Engine engine)
    {
        await using var proef = await TestStore.Create(engine);
        await Schrijf(proef, Regels.Nieuw(Wie(1)) with { Bewaartermijn = "P1Y" }, Regels.Nieuw(Wie(2)));
        var (id, regel) = (Guid.CreateVersion7(), Regels.Nieuw(Wie(3)));
        await proef.Store.Write(session => session.BewaarActie(id, [], regel.Spoor.Trace, regel.Spoor.Span, [regel]));
        await Verzegel(proef);
        Assert.Equal((November, null, 3, 0, 3), Assert.Single(await Geteld(proef)));

        await proef.Store.Write(async session => await session.VervalActie(id, await session.Actieregels(regel.Spoor.Trace, regel.Spoor.Span), Nu));
        Assert.Equal((November, null, 2, 0, 2), Assert.Single(await Geteld(proef)));

        await new Zegels(proef.Services.GetRequiredService<Sleutelkluis>(), new OpslagOptions(), new Stilstaand(Nu.AddYears(1))).Ruim(proef.Store);
        Assert.Empty(await proef.Store.Read(session => Gebruik.Lees(session, November, Nu)));
        Assert.Equal((November, null, 1, 0, 1), Assert.Single(await Geteld(proef)));

        await new Zegels(proef.Services.GetRequiredService<Sleutelkluis>(), new OpslagOptions(), new Stilstaand(Nu.AddYears(6))).Ruim(proef.Store);
        Assert.Empty(await Geteld(proef));
        Assert.Empty(await proef.Store.Read(session => Gebruik.Maanden(session, November, Nu)));
    }

    [EngineTheory]
    public async Task A_month_that_is_too_large_to_read_now_waits_and_says_that_it_was_not_counted(Engine engine)
    {
        await using var proef = await TestStore.Create(engine);
        await Schrijf(proef, [.. Enumerable.Range(1, 11).Select(i => Regels.Nieuw(Wie((byte)i)))]);
        await Gebruikstelling.Tel(proef.Store, Nu, 10);
        Assert.Empty(await proef.Store.Read(session => Gebruik.Lees(session, November, Nu)));
        Assert.Equal([(November, null)], await proef.Store.Read(session => Gebruik.Maanden(session, November, Nu)));
        await Gebruikstelling.Tel(proef.Store, Nu, 11);
        Assert.Equal(11, Assert.Single(await proef.Store.Read(session => Gebruik.Lees(session, November, Nu))).Betrokkenen);
        Assert.Equal([(November, Nu)], await proef.Store.Read(session => Gebruik.Maanden(session, November, Nu)));
    }

    private static Pseudoniem Wie(byte nummer) => new("BSN", [.. Enumerable.Repeat(nummer, 16)]);

    private static async Task Schrijf(TestStore proef, params Logregel[] regels)
    {
        await proef.Store.Write(session => session.Logboek(regels));
        await Verzegel(proef);
    }

    private static async Task Verzegel(TestStore proef)
    {
        while (await proef.Services.GetRequiredService<Zegels>().Verzegel(proef.Store) > 0)
        {
            // Until none waits.
        }
    }

    private static async Task<List<(DateTimeOffset Maand, string? Aanroeper, long Aantal, long Mislukt, long Betrokkenen)>> Geteld(TestStore proef)
    {
        await Gebruikstelling.Tel(proef.Store, Nu, long.MaxValue);
        return [.. (await proef.Store.Read(session => Gebruik.Lees(session, DateTimeOffset.UnixEpoch, Nu))).Select(g => (g.Maand, g.Aanroeper, g.Aantal, g.Mislukt, g.Betrokkenen))];
    }

    private sealed class Stilstaand(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
