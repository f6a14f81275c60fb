using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Data.Tests.Logboek;

public sealed class VeldgebruikTests
{
    private const string Ander = "urn:nld:oin:00000001990000023000:verwerkingsactiviteit:proef";
    private static readonly string Toezicht = Regels.Nieuw().Activiteit;
    private static readonly DateTimeOffset Dag = Veldgebruik.Dag(Regels.Moment);

    [EngineTheory]
    public async Task Questions_and_persons_are_counted_by_purpose_and_field_once_each(Engine engine)
    {
        await using var proef = await TestStore.Create(engine);
        await Schrijf(proef, Regel("personen:naam personen:geboorte", "1 personen:geslacht"), Regel("personen:naam personen:geboorte", ""), Regel("personen:naam personen:geboorte", "") with { Begin = Regels.Moment.AddDays(-1) });
        await Schrijf(proef, Regel("personen:naam", "1"));
        await Schrijf(proef, Regel("personen:naam", "1", Ander));

        Assert.Equal(
            [
                (Toezicht, "personen:geboorte", 1, 3, Dag), (Toezicht, "personen:geslacht", 1, 0, Dag), (Toezicht, "personen:naam", 2, 4, Dag),
                (Ander, "personen:naam", 1, 1, Dag),
            ],
            await Lees(proef, Dag.AddDays(-1)));
        Assert.Equal((1, 2), (await Lees(proef, Dag)).Where(een => een.Veld == "personen:geboorte").Select(een => (een.Gevraagd, een.Verstrekt)).Single());
        Assert.Equal(Dag.AddDays(-1), await proef.Store.Read(Veldgebruik.Sinds));
    }

    [EngineTheory]
    public async Task What_an_application_wrote_of_its_own_question_does_not_count_beside_what_the_source_told(Engine engine)
    {
        await using var proef = await TestStore.Create(engine);
        await Schrijf(proef, Regels.Nieuw(), Regels.Nieuw() with { Attributen = null }, Regels.Nieuw() with { Attributen = """{"meent.gegevens":"personen:naam \u0022meent.vraag\u0022"}""" });
        Assert.Empty(await Lees(proef, DateTimeOffset.UnixEpoch));
        Assert.Null(await proef.Store.Read(Veldgebruik.Sinds));
    }

    [EngineTheory]
    public async Task Days_are_kept_a_month_longer_than_they_are_shown(Engine engine)
    {
        await using var proef = await TestStore.Create(engine);
        await Schrijf(proef, Regel("personen:naam", "1"));
        await Ruim(proef, 121);
        Assert.Single(await Lees(proef, Dag));
        await Ruim(proef, 122);
        Assert.Empty(await Lees(proef, DateTimeOffset.UnixEpoch));
        Assert.Equal(Dag, await proef.Store.Read(Veldgebruik.Sinds));
    }

    private static Logregel Regel(string gegevens, string vraag, string? doel = null) => Regels.Nieuw() with
    {
        Attributen = $$"""{"meent.gegevens":"{{gegevens}}","meent.vraag":"{{vraag}}"{{(doel is null ? "" : $",\"meent.foreign_operation.processing_activity_id\":\"{doel}\"")}}}""",
    };

    private static async Task Schrijf(TestStore proef, params Logregel[] regels)
    {
        await proef.Store.Write(session => session.Logboek(regels));
        while (await proef.Services.GetRequiredService<Zegels>().Verzegel(proef.Store) > 0)
        {
            // Until none waits.
        }
    }

    private static async Task Ruim(TestStore proef, int dagen) =>
        await new Zegels(proef.Services.GetRequiredService<Sleutelkluis>(), new OpslagOptions(), new Stilstaand(Regels.Moment.AddDays(dagen))).Ruim(proef.Store);

    private static async Task<List<(string Activiteit, string Veld, long Gevraagd, long Verstrekt, DateTimeOffset Laatste)>> Lees(TestStore proef, DateTimeOffset van) =>
        [.. (await proef.Store.Read(session => Veldgebruik.Lees(session, van))).Select(een => (een.Activiteit, een.Veld, een.Gevraagd, een.Verstrekt, een.Laatste)).OrderBy(een => een.Activiteit == Ander).ThenBy(een => een.Veld, StringComparer.Ordinal)];

    private sealed class Stilstaand(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
