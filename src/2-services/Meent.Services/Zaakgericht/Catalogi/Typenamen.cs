using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;

namespace Meent.Services.Zaakgericht.Catalogi;

/// <summary>
/// Types name each other by identificatie or omschrijving (Catalogi 1.3, "Historiemodel"); clients of older versions send the URL of a version. A name
/// may come before the type that bears it.
/// </summary>
internal static class Typenamen
{
    public const string Besluittype = "besluittype";
    public const string Informatieobjecttype = "informatieobjecttype";
    public const string Deelzaaktype = "deelzaaktype";
    public const string Gerelateerd = "gerelateerd";
    public const string Trefwoord = "trefwoord";

    /// <summary>The names behind what a client sends.</summary>
    /// <param name="naamkolom">Column of the other types by which they are named.</param>
    /// <exception cref="Standards.Problemen.ProbleemException">400: a URL of something else, or of a type in another catalogue (ztc-013).</exception>
    public static async ValueTask<IReadOnlyList<string>> Van(Session session, IReadOnlyList<string> waarden, Resource andere, string naamkolom, Guid catalogus, string veld)
    {
        var namen = new List<string>();
        for (var i = 0; i < waarden.Count; i++)
        {
            var naam = await Van(session, waarden[i], andere, naamkolom, catalogus, $"{veld}.{i}");
            if (!namen.Contains(naam)) namen.Add(naam);
        }

        return namen;
    }

    public static async ValueTask<string> Van(Session session, string waarde, Resource andere, string naamkolom, Guid catalogus, string veld)
    {
        if (!IsUrl(waarde)) return waarde;
        var id = await Verwijzing.Vereis(session, waarde, andere, veld);
        var (naam, zelfde) = await session.One($"SELECT {naamkolom}, catalogus FROM {andere.Tabel} WHERE id = $1", row => (row.Text(0), row.Guid(1) == catalogus), id);
        return zelfde ? naam! : throw Weiger.Ongeldig("nonFieldErrors", "relations-incorrect-catalogus", $"{veld}: dit type is van een andere catalogus.");
    }

    /// <summary>Whether it is a URL, in its stored form, and not a name.</summary>
    public static bool IsUrl(string waarde) => waarde.StartsWith(EigenUrls.Plek) || IsElders(waarde);

    public static bool IsElders(string waarde) => waarde.StartsWith("http://", StringComparison.Ordinal) || waarde.StartsWith("https://", StringComparison.Ordinal);

    /// <summary>Puts the names of a kind in place of those that a version had.</summary>
    public static async ValueTask Zet(Session session, Guid type, string soort, IEnumerable<string> namen)
    {
        await session.Execute("DELETE FROM zaakgericht_typenamen WHERE type = $1 AND soort = $2", type, soort);
        foreach (var naam in namen.Distinct()) await session.Execute("INSERT INTO zaakgericht_typenamen (type, soort, naam) VALUES ($1, $2, $3)", type, soort, naam);
    }

    public static ValueTask<int> Verwijder(Session session, Guid type) => session.Execute("DELETE FROM zaakgericht_typenamen WHERE type = $1", type);
}
