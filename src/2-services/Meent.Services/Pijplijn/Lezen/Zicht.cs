using Meent.Data.Opslag;

namespace Meent.Services.Pijplijn.Lezen;

/// <summary>Whether a caller may see a row: one check for every way in which one object is read.</summary>
internal static class Zicht
{
    /// <summary>What <see cref="Mag"/> looks at, from alias <c>t</c>, and from <c>v</c> when an older version is asked for.</summary>
    public static string Kolommen(Zichtbaarheid zicht, Bereik bereik, Versiekeuze? versie = null) =>
        $"{Kolom("t", zicht.Typekolom)}, {Kolom("t", zicht.Rangkolom)}, {bereik.Gereedkolom(zicht)}"
        + (versie is null ? "" : $", {Kolom("v", zicht.Typekolom)}, {Kolom("v", zicht.Rangkolom)}, v.{versie.Versies.Gereedkolom}, v.versie");

    /// <summary>An older version may have been of another type, or more secret: the caller needs the right to both.</summary>
    /// <param name="eerste">The first of <see cref="Kolommen"/>.</param>
    public static bool Mag(Row row, int eerste, Zichtbaarheid zicht, Bereik bereik, Versiekeuze? versie = null) =>
        row.Bool(eerste + 2) && Omvat(row, eerste, zicht, bereik)
        && (versie is null || (Omvat(row, eerste + 3, zicht, bereik) && (!bereik.KijktNaarGereed(zicht) || row.Bool(eerste + 5))));

    /// <exception cref="Standards.Problemen.ProbleemException">404: it does not exist; 403: not for this caller.</exception>
    public static async ValueTask Eis(Session session, Resource resource, Guid id, Bereik bereik)
    {
        var zicht = resource.Zichtbaarheid;
        var (bestaat, mag) = await session.One($"SELECT {Kolommen(zicht, bereik)} FROM {resource.Tabel} t WHERE t.id = $1", row => (true, Mag(row, 0, zicht, bereik)), id);
        if (!bestaat) throw Weiger.NietGevonden();
        if (!mag) throw Weiger.GeenRecht();
    }

    private static bool Omvat(Row row, int eerste, Zichtbaarheid zicht, Bereik bereik) =>
        !zicht.PerObject || bereik.Omvat(row.Guid(eerste), row.LongOrNull(eerste + 1) ?? 0);

    private static string Kolom(string alias, string? kolom) => kolom is null ? "NULL" : $"{alias}.{kolom}";
}
