using Meent.Data.Opslag;
using Meent.Data.Outbox;
using Meent.Services.Personen.Opslag;
using Meent.Services.Pijplijn.Model;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Personen.Volgen;

/// <summary>That somebody is followed.</summary>
/// <param name="Id">The reference: of no use but to who follows.</param>
/// <param name="Afnemer">OIN of the organisation, or id of the client; empty for the own layers.</param>
internal sealed record Volgindicatie(Guid Id, Guid Persoon, string Afnemer, string Doel, IReadOnlyList<string> Gebeurtenissen, DateTimeOffset Begin, DateTimeOffset Einde);

/// <summary>Who follows whom, and telling them.</summary>
internal static class Volgtabel
{
    /// <summary>The channel of events about persons.</summary>
    public const string Kanaal = "personen";

    /// <summary>The kenmerk that says what happened, and the one that says for whom the message is.</summary>
    public const string Gebeurtenis = "gebeurtenis";
    public const string Afnemer = "afnemer";

    public static readonly string Pad = Diensten.Pad(Diensten.Personen) + "/volgindicaties";

    private const string Kolommen = "v.id, v.persoon, v.afnemer, v.doel, v.gebeurtenissen, v.begin, v.einde";

    /// <summary>Adds one, in the place of an earlier one of the same follower for the same purpose.</summary>
    public static async ValueTask<int> Volg(this Session session, Volgindicatie een)
    {
        await session.Execute("DELETE FROM personen_volgindicaties WHERE persoon = $1 AND afnemer = $2 AND doel = $3", een.Persoon, een.Afnemer, een.Doel);
        return await session.Execute(
            "INSERT INTO personen_volgindicaties (id, persoon, afnemer, doel, gebeurtenissen, begin, einde) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            een.Id, een.Persoon, een.Afnemer, een.Doel, string.Join(' ', een.Gebeurtenissen), een.Begin, een.Einde);
    }

    /// <summary>Null when it is another's.</summary>
    public static ValueTask<(Volgindicatie Een, string? Bsn)?> Volgindicatie(this Session session, Guid id, string afnemer) => session.One(
        $"SELECT {Kolommen}, p.bsn FROM personen_volgindicaties v JOIN personen_personen p ON p.id = v.persoon WHERE v.id = $1 AND v.afnemer = $2",
        row => ((Volgindicatie, string?)?)(Lees(row), row.TextOrNull(7)), id, afnemer);

    public static ValueTask<int> Ontvolg(this Session session, Guid id) => session.Execute("DELETE FROM personen_volgindicaties WHERE id = $1", id);

    /// <summary>Adds or replaces lists, and tells who follows those persons what happened to them.</summary>
    /// <returns>How many were new or had changed.</returns>
    public static async ValueTask<int> ZetEnVertel(this Session session, IReadOnlyList<Persoonsrij> rijen, DateTimeOffset nu)
    {
        var wordtGevolgd = await session.One("SELECT 1 FROM personen_volgindicaties WHERE einde > $1 LIMIT 1", row => row.Long(0), nu) == 1;
        var aantal = 0;
        foreach (var rij in rijen)
        {
            var volgers = wordtGevolgd ? await session.Volgers(rij.Anummer, nu) : [];
            if (!await session.Zet(rij)) continue;
            aantal++;
            if (volgers.Count == 0) continue;
            var gebeurd = Mutatie.Tussen(volgers[0].Body, rij.Body.Bytes).ToList();
            foreach (var (een, _, versie) in volgers)
                foreach (var mutatie in gebeurd.Where(een.Gebeurtenissen.Contains)) await session.Vertel(een, mutatie, versie + 1, nu);
        }

        return aantal;
    }

    private static ValueTask<List<(Volgindicatie Een, string Body, long Versie)>> Volgers(this Session session, string anummer, DateTimeOffset nu) => session.All(
        $"SELECT {Kolommen}, p.body, p.version FROM personen_volgindicaties v JOIN personen_personen p ON p.id = v.persoon WHERE p.anummer = $1 AND v.einde > $2",
        row => (Lees(row), row.Text(7), row.Long(8)), anummer, nu);

    private static ValueTask Vertel(this Session session, Volgindicatie een, string mutatie, long versie, DateTimeOffset nu)
    {
        var url = EigenUrls.Van(Pad, een.Id);
        return session.Outbox(new Gebeurtenis(
            Kanaal, url, versie, "volgindicatie", url, "update", nu, new Dictionary<string, string> { [Gebeurtenis] = mutatie, [Afnemer] = een.Afnemer }));
    }

    private static Volgindicatie Lees(Row row) => new(row.Guid(0), row.Guid(1), row.Text(2), row.Text(3), row.Text(4).Split(' '), row.Instant(5), row.Instant(6));
}
