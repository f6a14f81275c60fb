using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Meent.Testing.Engines;
using Datawaarden = Meent.Services.Objecten.Records.Waarden;

namespace Meent.Services.Tests.Objecten;

/// <summary>Whatever stands in data and whatever is asked: a filter finds just those objects that it describes, on both engines.</summary>
public sealed class ZoekeigenschapTests
{
    private static readonly string[] Paden = ["a", "b", "b__c", "b__d"];
    private static readonly string[] Teksten = ["", "eik", "Eik", "10", "2020-01-01", "2021-06-30", "100%", "a_b", @"c\d", "é'\"x", "true", "5e-1"];
    private static readonly double[] Getallen = [0, -1, 0.5, 10, 10.25, -1e10, 1e300];

    private static readonly Gen<(string Pad, string Operator, string Waarde)> Filters =
        from pad in Gen.Elements(Paden)
        from op in Gen.Elements("exact", "icontains", "in", "gt", "gte", "lt", "lte")
        from een in Gen.Elements(Vergelijkbaar(op))
        from ander in Gen.Elements(Vergelijkbaar(op))
        select (pad, op, op == "in" ? $"{een}|{ander}" : een);

    [EngineTheory]
    public async Task A_filter_finds_what_it_describes(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        await node.MaakType(Objectnode.Bank, "Los", new { });
        var alle = Data(60);
        for (var i = 0; i < alle.Length; i++) await node.Maak(alle[i].Append(new("nr", i)).ToDictionary(), type: Objectnode.Bank);

        Prop.ForAll(Filters.ToArbitrary(), filter => Klopt(filter).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(120));

        async Task<bool> Klopt((string Pad, string Operator, string Waarde) filter)
        {
            var gevonden = await node.Lees($"/objects?pageSize=500&ordering=record__data__nr&fields=record__data__nr&data_attr={Uri.EscapeDataString($"{filter.Pad}__{filter.Operator}__{filter.Waarde}")}");
            var nummers = gevonden.GetProperty("results").EnumerateArray().Select(o => o.GetProperty("record").GetProperty("data").GetProperty("nr").GetInt32());
            var verwacht = Enumerable.Range(0, alle.Length).Where(i => Beschrijft(filter, Op(alle[i], filter.Pad)));
            Assert.Equal(verwacht, nummers);
            return true;
        }
    }

    [Fact]
    public void Numbers_keep_their_order()
    {
        double[] getallen = [double.MinValue, -1e10, -1, -double.Epsilon, 0, double.Epsilon, 0.5, 1, 1e10, double.MaxValue];

        Assert.Equal(getallen.Select(g => Datawaarden.Orde(g)), getallen.Select(g => Datawaarden.Orde(g)).Order());
        Assert.Equal(Datawaarden.Orde(0), Datawaarden.Orde(-0.0));
        Assert.Null(Datawaarden.Orde(double.NaN));
    }

    /// <summary>Values of every kind at every path, and paths that lead nowhere.</summary>
    private static Dictionary<string, object?>[] Data(int aantal)
    {
        object?[] waarden = [.. Teksten, .. Getallen, true, false, null];
        var toeval = new System.Random(7);
        object? Waarde() => waarden[toeval.Next(waarden.Length)];
        return
        [
            .. Enumerable.Range(0, aantal).Select(_ =>
            {
                var data = new Dictionary<string, object?> { ["b"] = toeval.Next(3) == 0 ? Waarde() : new Dictionary<string, object?> { ["c"] = Waarde(), ["d"] = Waarde() } };
                if (toeval.Next(4) > 0) data["a"] = Waarde();
                return data;
            }),
        ];
    }

    /// <summary>The meaning of the standard's operators, in other words than the query's.</summary>
    private static bool Beschrijft((string Pad, string Operator, string Waarde) filter, object? waarde)
    {
        var grens = Getal(filter.Waarde);
        return filter.Operator switch
        {
            "exact" => Is(waarde, filter.Waarde),
            "in" => filter.Waarde.Split('|').Any(keuze => Is(waarde, keuze)),
            "icontains" => Geschreven(waarde) is { } tekst && tekst.Contains(filter.Waarde, StringComparison.OrdinalIgnoreCase),
            _ when grens is not null => waarde is double getal && Past(filter.Operator, getal.CompareTo(grens.Value)),
            _ => waarde is string { Length: > 0 } dag && char.IsAsciiDigit(dag[0]) && Past(filter.Operator, string.CompareOrdinal(dag, filter.Waarde)),
        };
    }

    private static bool Past(string vergelijking, int orde) => vergelijking switch { "gt" => orde > 0, "gte" => orde >= 0, "lt" => orde < 0, _ => orde <= 0 };

    private static bool Is(object? waarde, string tekst) => waarde switch
    {
        string eigen => eigen == tekst,
        double getal => Getal(tekst) == getal,
        bool vlag => tekst == (vlag ? "true" : "false"),
        _ => false,
    };

    private static string? Geschreven(object? waarde) => waarde is null or Dictionary<string, object?> ? null : waarde as string ?? JsonSerializer.Serialize(waarde);

    private static double? Getal(string tekst) => double.TryParse(tekst, NumberStyles.Float, CultureInfo.InvariantCulture, out var getal) ? getal : null;

    private static object? Op(object? data, string pad) => pad.Split("__").Aggregate(data, (plek, naam) => plek is Dictionary<string, object?> groep ? groep.GetValueOrDefault(naam) : null);

    private static string[] Vergelijkbaar(string operatie) => operatie is "exact" or "icontains" or "in"
        ? [.. Teksten.Where(t => !t.Contains("__", StringComparison.Ordinal)), .. Getallen.Select(g => g.ToString("R", CultureInfo.InvariantCulture)), "1", "k"]
        : ["2020-01-01", "2020-12-31", .. Getallen.Select(g => g.ToString("R", CultureInfo.InvariantCulture))];
}
