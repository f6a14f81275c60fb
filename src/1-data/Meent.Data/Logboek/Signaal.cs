using Meent.Data.Opslag;

namespace Meent.Data.Logboek;

/// <summary>Use that stood out on a day, by a rule; of an employee by a pseudonym.</summary>
/// <param name="Regel">Code of the rule.</param>
/// <param name="Activiteit">For which it was; empty for a rule over all.</param>
/// <param name="Personen">Of how many different persons data was used.</param>
/// <param name="Grens">From how many on it stands out.</param>
public sealed record Signaal(Guid Id, DateOnly Dag, string Regel, Pseudoniem Medewerker, string Activiteit, long Personen, long Grens)
{
    /// <summary>Type of the pseudonyms of employees.</summary>
    public const string Soort = "medewerker";

    private const string Kolommen = "id, dag, regel, medewerker, activiteit, personen, grens";

    /// <summary>The newest first.</summary>
    public static ValueTask<List<Signaal>> Alle(Session session, int meeste) =>
        session.All($"SELECT {Kolommen} FROM logboek_signalen ORDER BY dag DESC, id DESC LIMIT {meeste}", Lees);

    public static ValueTask<Signaal?> Een(Session session, Guid id) => session.One($"SELECT {Kolommen} FROM logboek_signalen WHERE id = $1", Lees, id);

    /// <summary>About one employee, the newest first.</summary>
    public static ValueTask<List<Signaal>> Over(Session session, Pseudoniem medewerker) =>
        session.All($"SELECT {Kolommen} FROM logboek_signalen WHERE medewerker = $1 ORDER BY dag DESC, id DESC", Lees, medewerker.Waarde);

    /// <summary>The last day of which signals were made.</summary>
    public static ValueTask<DateOnly?> LaatsteDag(Session session) =>
        session.One("SELECT MAX(dag) FROM logboek_signaaldagen", row => row.TextOrNull(0) is { } dag ? DateOnly.ParseExact(dag, "yyyy-MM-dd", null) : (DateOnly?)null);

    /// <summary>Keeps the signals of a day, unless another node did so before.</summary>
    public static async ValueTask<int> Bewaar(Session session, DateOnly dag, IReadOnlyList<Signaal> signalen)
    {
        if (await session.Execute("INSERT INTO logboek_signaaldagen (dag) VALUES ($1) ON CONFLICT (dag) DO NOTHING", dag) == 0) return 0;
        foreach (var s in signalen)
            await session.Execute($"INSERT INTO logboek_signalen ({Kolommen}) VALUES ($1, $2, $3, $4, $5, $6, $7)", s.Id, s.Dag, s.Regel, s.Medewerker.Waarde, s.Activiteit, s.Personen, s.Grens);
        return signalen.Count;
    }

    /// <summary>Removes signals of before a day, but for those of which a name was asked: these stay until a later term.</summary>
    public static async ValueTask<int> Wis(Session session, DateOnly voor, DateOnly gevraagdVoor)
    {
        await session.Execute("DELETE FROM logboek_heridentificaties WHERE signaal IN (SELECT id FROM logboek_signalen WHERE dag < $1)", gevraagdVoor);
        await session.Execute("DELETE FROM logboek_signaaldagen WHERE dag < $1", gevraagdVoor);
        return await session.Execute("DELETE FROM logboek_signalen WHERE dag < $1 AND id NOT IN (SELECT signaal FROM logboek_heridentificaties)", voor);
    }

    private static Signaal Lees(Row row) => new(row.Guid(0), row.Date(1), row.Text(2), new Pseudoniem(Soort, row.Bytes(3)), row.Text(4), row.Long(5), row.Long(6));
}
