using Meent.Data.Opslag;

namespace Meent.Services.Toegang;

/// <summary>Employees in the store.</summary>
internal static class Medewerkers
{
    public static async ValueTask<Medewerker?> Medewerker(this Session session, string id, DateOnly vandaag) =>
        (await session.Lijst(id, vandaag)) is [var een] ? een : null;

    public static ValueTask<List<Medewerker>> AlleMedewerkers(this Session session, DateOnly vandaag) => session.Lijst(null, vandaag);

    /// <summary>Enters an employee, or replaces everything but their caseload.</summary>
    /// <returns>Whether they are new.</returns>
    public static async ValueTask<bool> Zet(this Session session, string id, Medewerkerinvoer invoer)
    {
        var gewijzigd = await session.Execute(
            "UPDATE toegang_medewerkers SET naam = $2, actief = $3, version = version + 1 WHERE id = $1", id, invoer.Naam, invoer.Actief ?? true);
        if (gewijzigd == 0)
            await session.Execute("INSERT INTO toegang_medewerkers (id, naam, actief, version) VALUES ($1, $2, $3, 1)", id, invoer.Naam, invoer.Actief ?? true);
        await session.Execute("DELETE FROM toegang_medewerkerrollen WHERE medewerker = $1", id);
        foreach (var rol in (invoer.Rollen ?? []).Distinct())
            await session.Execute("INSERT INTO toegang_medewerkerrollen (medewerker, rol) VALUES ($1, $2)", id, rol);
        await session.Execute("DELETE FROM toegang_mandaten WHERE medewerker = $1", id);
        foreach (var mandaat in (invoer.Mandaten ?? []).DistinctBy(m => (m.Recht, m.GeldigVan)))
            await session.Execute(
                "INSERT INTO toegang_mandaten (medewerker, recht, geldig_van, geldig_tot) VALUES ($1, $2, $3, $4)", id, mandaat.Recht, mandaat.GeldigVan, mandaat.GeldigTot);
        return gewijzigd == 0;
    }

    public static ValueTask<int> Neem(this Session session, string id, string zaak, DateTimeOffset nu) => session.Execute(
        "INSERT INTO toegang_caseload (medewerker, zaak, sinds) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", id, zaak, nu);

    public static ValueTask<int> Geef(this Session session, string id, string zaak) =>
        session.Execute("DELETE FROM toegang_caseload WHERE medewerker = $1 AND zaak = $2", id, zaak);

    private static async ValueTask<List<Medewerker>> Lijst(this Session session, string? id, DateOnly vandaag)
    {
        var rijen = await session.All("SELECT id, naam, actief FROM toegang_medewerkers WHERE CAST($1 AS TEXT) IS NULL OR id = $1 ORDER BY naam, id",
            r => (Id: r.Text(0), Naam: r.Text(1), Actief: r.Bool(2)), id);
        var rollen = (await session.All(
            "SELECT mr.medewerker, r.naam, r.rechten FROM toegang_medewerkerrollen mr JOIN toegang_rollen r ON r.naam = mr.rol WHERE CAST($1 AS TEXT) IS NULL OR mr.medewerker = $1 ORDER BY r.naam",
            r => (Medewerker: r.Text(0), Rol: new Rol(r.Text(1), Rollen.Splits(r.Text(2)))), id)).ToLookup(r => r.Medewerker, r => r.Rol);
        var mandaten = (await session.All(
            "SELECT medewerker, recht, geldig_van, geldig_tot FROM toegang_mandaten WHERE CAST($1 AS TEXT) IS NULL OR medewerker = $1 ORDER BY recht, geldig_van",
            r => (Medewerker: r.Text(0), Mandaat: new Mandaat(r.Text(1), r.Date(2), r.DateOrNull(3))), id)).ToLookup(r => r.Medewerker, r => r.Mandaat);
        var caseload = (await session.All("SELECT medewerker, zaak FROM toegang_caseload WHERE CAST($1 AS TEXT) IS NULL OR medewerker = $1 ORDER BY sinds, zaak",
            r => (Medewerker: r.Text(0), Zaak: r.Text(1)), id)).ToLookup(r => r.Medewerker, r => r.Zaak);
        return [.. rijen.Select(m => new Medewerker(
            m.Id, m.Naam, m.Actief, [.. rollen[m.Id].Select(r => r.Naam)],
            m.Actief ? Rechten(rollen[m.Id], mandaten[m.Id], vandaag) : [],
            [.. mandaten[m.Id]], [.. caseload[m.Id]]))];
    }

    private static List<string> Rechten(IEnumerable<Rol> rollen, IEnumerable<Mandaat> mandaten, DateOnly vandaag) =>
        [.. rollen.SelectMany(r => r.Rechten).Concat(mandaten.Where(m => m.GeldtOp(vandaag)).Select(m => m.Recht)).Distinct().Order(StringComparer.Ordinal)];
}
