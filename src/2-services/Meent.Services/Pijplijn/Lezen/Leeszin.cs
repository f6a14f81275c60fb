using System.Runtime.CompilerServices;

namespace Meent.Services.Pijplijn.Lezen;

/// <summary>The statement that reads one resource. That for most reads is that of the read before, so it is kept.</summary>
internal sealed record Leeszin(DateOnly Dag, string Gereed, bool MetOuder, string Sql)
{
    private static readonly ConditionalWeakTable<Resource, Leeszin> Vorige = [];

    /// <param name="args">Id, and parent when the path has one; what an older version is chosen by is added to them.</param>
    public static string Van(Resource resource, DateOnly dag, Bereik bereik, Versiekeuze? versie, List<object?> args)
    {
        var metOuder = args.Count > 1;
        if (versie is not null) return Maak(resource, dag, bereik, versie, metOuder, args);
        var gereed = bereik.Gereedkolom(resource.Zichtbaarheid);
        if (Vorige.TryGetValue(resource, out var vorige) && (vorige.Dag, vorige.Gereed, vorige.MetOuder) == (dag, gereed, metOuder)) return vorige.Sql;
        var zin = new Leeszin(dag, gereed, metOuder, Maak(resource, dag, bereik, null, metOuder, args));
        Vorige.AddOrUpdate(resource, zin);
        return zin.Sql;
    }

    private static string Maak(Resource resource, DateOnly dag, Bereik bereik, Versiekeuze? versie, bool metOuder, List<object?> args)
    {
        var (kolommen, tabel) = (Samenstellen.Kolommen(resource, dag, versie is null ? "t.body" : "v.body"), $"{resource.Tabel} t");
        var waar = $"t.id = $1{(metOuder ? $" AND t.{resource.Nest!.Kolom} = $2" : "")}";
        if (versie is not null) (tabel, waar) = ($"{tabel}, {versie.Bron(resource)}", $"{waar} AND {versie.Voorwaarde(args)}");
        return $"SELECT {kolommen}, {Zicht.Kolommen(resource.Zichtbaarheid, bereik, versie)} FROM {tabel} WHERE {waar}";
    }
}
