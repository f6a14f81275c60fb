using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Sdep.Bulk;
using Meent.Services.Sdep.Deelnemers;
using Meent.Services.Sdep.Fouten;
using Meent.Services.Sdep.Gebieden;
using Meent.Services.Sdep.Invoer;

namespace Meent.Services.Sdep.Activiteiten;

/// <summary>A platform reports stays: each is held against the description, its area is looked up, and what is right replaces what was reported under its id.</summary>
internal sealed class Insturen
{
    private readonly Activiteit?[] _activiteiten;

    /// <param name="metRegulation">Whether the area must be regulated for activities; the first version did not ask.</param>
    public Insturen(JsonElement[] items, Schema schema, bool metRegulation)
    {
        (Uitslag, MetRegulation) = (new Uitslag("activity", [.. items.Select(item => item.Tekst("activityId"))]), metRegulation);
        _activiteiten = new Activiteit?[items.Length];
        for (var plaats = 0; plaats < items.Length; plaats++)
        {
            (_activiteiten[plaats], var fouten) = Activiteit.Lees(items[plaats], schema);
            if (fouten.Count > 0) Uitslag.Fout(plaats, fouten);
        }
    }

    public Uitslag Uitslag { get; }

    private bool MetRegulation { get; }

    private IEnumerable<int> Open => Enumerable.Range(0, _activiteiten.Length).Where(Uitslag.IsOpen);

    /// <summary>What depends on what is kept; in the writing transaction.</summary>
    public async ValueTask Verwerk(Session session, Deelnemer deelnemer)
    {
        var platform = await session.Vergrendel(deelnemer);
        var bekend = await session.Bekend(platform, [.. Open.Where(plaats => _activiteiten[plaats]!.ActivityId is null).Select(plaats => _activiteiten[plaats]!.Vingerafdruk).Distinct()]);
        // The same file again, without ids, is the same stays again and not as many more.
        foreach (var plaats in Open) _activiteiten[plaats]!.ActivityId ??= bekend.GetValueOrDefault(_activiteiten[plaats]!.Vingerafdruk);
        Uitslag.LaatsteTelt(plaats => _activiteiten[plaats]!.ActivityId ?? _activiteiten[plaats]!.Vingerafdruk);
        var gebieden = await session.Gebieden([.. Open.Select(plaats => _activiteiten[plaats]!.AreaId).Distinct()]);
        foreach (var plaats in Open.ToList()) Toets(plaats, gebieden);
        var goed = Open.ToList();
        if (goed.Count == 0) return;
        var nu = deelnemer.Klok.GetUtcNow();
        foreach (var plaats in goed) _activiteiten[plaats]!.ActivityId ??= Guid.CreateVersion7().ToString();
        await session.Beeindig(platform, [.. goed.Select(plaats => _activiteiten[plaats]!.ActivityId!)], nu);
        foreach (var plaats in goed)
        {
            var (activiteit, gebied) = (_activiteiten[plaats]!, gebieden[_activiteiten[plaats]!.AreaId]);
            var body = activiteit.Body(gebied, platform, nu);
            await session.Voeg(activiteit, gebied, platform, body, nu);
            Uitslag.Goed(plaats, body);
        }

        await deelnemer.Leg(session, "Verhuringen ontvangen van een platform", Gegeven.Activiteiten);
    }

    private void Toets(int plaats, Dictionary<string, Gebied> gebieden)
    {
        var areaId = _activiteiten[plaats]!.AreaId;
        if (!gebieden.TryGetValue(areaId, out var gebied)) Uitslag.Fout(plaats, new Foutregel($"Area with areaId '{areaId}' not found", "not_found_error", "areaId"));
        else if (MetRegulation && !gebied.Geldt(Gebied.Activiteiten)) Uitslag.Fout(plaats, new Foutregel($"Area '{areaId}' is not regulated for activities", "regulation_error", "areaId"));
    }
}
