using Meent.Data.Opslag;

namespace Meent.Services.Adressen.Voorkomens;

/// <summary>A voorkomen as it is kept.</summary>
internal sealed record Voorkomenrij(Objecttype Type, string Identificatie, long Versie, long Lv, string Body, string? Grens);

/// <summary>The tables of the objects.</summary>
internal static class Voorkomenopslag
{
    private const int Vorm = 1;

    public static async ValueTask<List<Voorkomenrij>> Zoek(this Session session, Objecttype type, Voorwaarden voorwaarden, int aantal = 1_000, int vanaf = 0) => await session.All(
        $"SELECT t.identificatie, t.versie, t.lv, t.body, {(type == Objecttype.Woonplaats ? "t.geometrie" : "NULL")} FROM {type.Tabel} t WHERE {voorwaarden.Sql} "
        + $"ORDER BY {(type == Objecttype.Nummeraanduiding ? "t.huisnummer, t.huisletter, t.toevoeging, " : "")}t.identificatie, t.versie, t.lv LIMIT {aantal} OFFSET {vanaf}",
        row => new Voorkomenrij(type, row.Text(0), row.Long(1), row.Long(2), row.Text(3), row.TextOrNull(4)), voorwaarden.Args);

    public static async ValueTask<Voorkomenrij?> Vind(this Session session, Objecttype type, string identificatie, Tijdreis reis)
    {
        var voorwaarden = new Voorwaarden().Eis("t.identificatie = ?", identificatie);
        reis.Voeg(voorwaarden);
        return (await session.Zoek(type, voorwaarden)).LastOrDefault();
    }

    /// <summary>Adds a voorkomen, or replaces what was known of it if that differs.</summary>
    public static async ValueTask<bool> Zet(this Session session, Voorkomen voorkomen)
    {
        var type = voorkomen.Type;
        string[] kolommen = ["id", "identificatie", "versie", "lv", "eind_lv", "inactief", "begin", "eind", "eindstatus", .. type.Eigen, "body", "vorm", "version"];
        var anders = kolommen.Skip(4).SkipLast(1).ToList();
        var id = Guid.CreateVersion7();
        var gewijzigd = await session.Execute(
            $"""
            INSERT INTO {type.Tabel} ({string.Join(", ", kolommen)}) VALUES ({string.Join(", ", Enumerable.Range(1, kolommen.Length).Select(n => $"${n}"))})
            ON CONFLICT (identificatie, versie, lv) DO UPDATE SET {string.Join(", ", anders.Select(kolom => $"{kolom} = excluded.{kolom}"))}, version = {type.Tabel}.version + 1
            WHERE {string.Join(" OR ", anders.Where(kolom => kolom is "body" or "eind_lv" or "inactief" or "geometrie").Select(kolom => $"{type.Tabel}.{kolom} IS DISTINCT FROM excluded.{kolom}"))}
            """,
            [
                id, voorkomen.Identificatie, voorkomen.Versie, voorkomen.Lv, voorkomen.EindLv?.ToUnixTimeMilliseconds(), voorkomen.Inactief?.ToUnixTimeMilliseconds(),
                voorkomen.Begin, voorkomen.Eind, voorkomen.IsEinde, .. voorkomen.Eigen(), voorkomen.Body.ToJsonString(Voorkomen.Schrijfwijze), Vorm, 1,
            ]) > 0;
        if (!gewijzigd) return false;
        var rij = await session.One($"SELECT id FROM {type.Tabel} WHERE identificatie = $1 AND versie = $2 AND lv = $3", row => row.Guid(0), voorkomen.Identificatie, voorkomen.Versie, voorkomen.Lv);
        await session.Execute("DELETE FROM adressen_verwijzingen WHERE rij = $1", rij);
        foreach (var (lid, doel) in voorkomen.Verwijzingen.Distinct())
            await session.Execute("INSERT INTO adressen_verwijzingen (rij, soort, doel) VALUES ($1, $2, $3)", rij, lid, doel);
        return true;
    }
}
