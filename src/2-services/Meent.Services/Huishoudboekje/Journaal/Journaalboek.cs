using Meent.Data.Opslag;

namespace Meent.Services.Huishoudboekje.Journaal;

/// <summary>
/// The double-entry journal: each booking in one transaction with the balances that it changes. Accounts are locked in the order of their names, so that two
/// bookings at once wait for each other and neither for both.
/// </summary>
internal static class Journaalboek
{
    public static async ValueTask<Guid> Boek(this Session session, DateOnly datum, Guid? bankregel, Guid? afspraak, Guid? terug, params IReadOnlyList<Post> posten)
    {
        var boeking = Guid.CreateVersion7();
        await session.Schrijf(boeking, datum, bankregel, afspraak, terug, posten);
        return boeking;
    }

    /// <summary>As <see cref="Boek"/>, under an id that was given out before.</summary>
    /// <exception cref="ArgumentException">The sides do not add up to nothing: a fault of this program.</exception>
    public static async ValueTask Schrijf(this Session session, Guid boeking, DateOnly datum, Guid? bankregel, Guid? afspraak, Guid? terug, params IReadOnlyList<Post> posten)
    {
        if (posten.Sum(post => post.Cent) != 0) throw new ArgumentException("Een boeking is in evenwicht.", nameof(posten));
        foreach (var post in posten.OrderBy(post => post.Rekening, StringComparer.Ordinal))
        {
            var saldo = await session.One(
                "INSERT INTO huishoudboekje_grootboek (rekening, saldo) VALUES ($1, $2) ON CONFLICT (rekening) DO UPDATE SET saldo = huishoudboekje_grootboek.saldo + excluded.saldo RETURNING saldo",
                row => row.Long(0), post.Rekening, post.Cent);
            await session.Later(
                "INSERT INTO huishoudboekje_journaal (boeking, datum, rekening, cent, saldo, bankregel, afspraak, terug) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                boeking, datum, post.Rekening, post.Cent, saldo, bankregel, afspraak, terug);
        }
    }

    /// <summary>Books the opposite of a booking, on the same accounts and day.</summary>
    public static async ValueTask<Guid> Terug(this Session session, Guid boeking)
    {
        var regels = await session.All(
            "SELECT rekening, cent, datum, bankregel, afspraak FROM huishoudboekje_journaal WHERE boeking = $1 ORDER BY nummer",
            row => (Post: new Post(row.Text(0), -row.Long(1)), Datum: row.Date(2), Bankregel: row.GuidOrNull(3), Afspraak: row.GuidOrNull(4)), boeking);
        return await session.Boek(regels[0].Datum, regels[0].Bankregel, regels[0].Afspraak, boeking, [.. regels.Select(regel => regel.Post)]);
    }

    /// <summary>Cents on the debit side; 0 for an account that was never used.</summary>
    public static ValueTask<long> Saldo(this Session session, string rekening) =>
        session.One("SELECT saldo FROM huishoudboekje_grootboek WHERE rekening = $1", row => row.Long(0), rekening);

    /// <summary>What is kept for each of these residents, in cents; those for whom nothing was ever booked are left out.</summary>
    public static async ValueTask<Dictionary<Guid, long>> Saldi(this Session session, IEnumerable<Guid> deelnemers)
    {
        var rekeningen = deelnemers.ToDictionary(Grootboek.Deelnemer);
        if (rekeningen.Count == 0) return [];
        var namen = string.Join(", ", Enumerable.Range(1, rekeningen.Count).Select(n => $"${n}"));
        return (await session.All($"SELECT rekening, saldo FROM huishoudboekje_grootboek WHERE rekening IN ({namen})", row => (Rekening: row.Text(0), Saldo: row.Long(1)), [.. rekeningen.Keys]))
            .ToDictionary(rij => rekeningen[rij.Rekening], rij => -rij.Saldo);
    }

    /// <summary>What is wrong when the running sums, the journal and each booking are added up anew; empty when the books are right.</summary>
    public static async ValueTask<IReadOnlyList<string>> Controleer(this Session session)
    {
        var fouten = await session.All(
            "SELECT g.rekening FROM huishoudboekje_grootboek g WHERE g.saldo <> (SELECT COALESCE(SUM(j.cent), 0) FROM huishoudboekje_journaal j WHERE j.rekening = g.rekening)",
            row => $"{row.Text(0)}: het saldo is niet de som van de boekingen");
        fouten.AddRange(await session.All(
            "SELECT boeking FROM huishoudboekje_journaal GROUP BY boeking HAVING SUM(cent) <> 0", row => $"{row.Guid(0)}: de boeking is niet in evenwicht"));
        return fouten;
    }
}
