using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Huishoudboekje.Afschriften;
using Meent.Services.Huishoudboekje.Journaal;
using Meent.Standards.Problemen;

namespace Meent.Services.Huishoudboekje.Inlezen;

/// <summary>What reading a statement did.</summary>
/// <param name="Nieuw">Lines that were not known yet.</param>
/// <param name="Bekend">Lines that were there already, from this or another file.</param>
internal sealed record Inleesverslag(Guid Id, string Iban, string Kenmerk, int Nieuw, int Bekend);

/// <summary>
/// Statements of the bank become lines and bookings, all of a file in one transaction or none. A statement that is read again changes nothing; one that
/// does not follow on what is known is refused, because a balance that skips a statement is a wrong balance.
/// </summary>
internal static class Bankafschriften
{
    /// <exception cref="ProbleemException">409: it does not follow on what is known. 422: not of an account of this municipality, or it does not add up.</exception>
    public static async ValueTask<IReadOnlyList<Inleesverslag>> LeesIn(this Session session, IReadOnlyList<Afschrift> afschriften)
    {
        var verslagen = new List<Inleesverslag>();
        foreach (var afschrift in afschriften.OrderBy(a => a.Begin?.Datum ?? a.Regels.Select(r => (DateOnly?)r.Boekdatum).Min() ?? DateOnly.MinValue)) verslagen.Add(await session.LeesIn(afschrift));
        return verslagen;
    }

    private static async ValueTask<Inleesverslag> LeesIn(this Session session, Afschrift afschrift)
    {
        var (iban, kenmerk) = (afschrift.Rekening, afschrift.Kenmerk ?? afschrift.Volgnummer ?? "");
        // The row is locked: of two statements of one account the second waits, and then sees where the first ended.
        if (await session.Execute("UPDATE huishoudboekje_bankrekeningen SET iban = iban WHERE iban = $1", iban) == 0)
            throw Weiger(422, "onbekendeRekening", "rekening", $"Het afschrift is van {iban}; dat is geen derdengeldenrekening van deze gemeente.");
        if (kenmerk.Length == 0) throw Weiger(422, "geenKenmerk", "kenmerk", "Het afschrift heeft geen kenmerk of volgnummer.");
        if (await session.One("SELECT id FROM huishoudboekje_afschriften WHERE iban = $1 AND kenmerk = $2", row => (Guid?)row.Guid(0), iban, kenmerk) is { } bekend)
            return new Inleesverslag(bekend, iban, kenmerk, 0, afschrift.Regels.Count);
        if (afschrift.Verschil is { } verschil and not 0)
            throw Weiger(422, "sluitNiet", "saldo", $"Begin en regels geven {-verschil} cent meer of minder dan het eindsaldo.");

        var vorige = await session.One(
            "SELECT eind_cent, kenmerk FROM huishoudboekje_afschriften WHERE iban = $1 AND eind_cent IS NOT NULL ORDER BY eind_datum DESC, id DESC LIMIT 1", row => ((long Eind, string Kenmerk)?)(row.Long(0), row.Text(1)), iban);
        if (afschrift.Begin is { } begin)
        {
            if (vorige is { } v && v.Eind != begin.Cent)
                throw Weiger(409, "sluitNietAan", "beginsaldo", $"Afschrift {v.Kenmerk} eindigde op {v.Eind} cent en dit begint met {begin.Cent}: er ontbreekt een afschrift.");
            if (vorige is null && begin.Cent != 0)
                await session.Boek(begin.Datum ?? afschrift.Regels[0].Boekdatum, null, null, null, new Post(Grootboek.Bank(iban), begin.Cent), new Post(Grootboek.Begin(iban), -begin.Cent));
        }

        var id = Guid.CreateVersion7();
        await session.Execute(
            "INSERT INTO huishoudboekje_afschriften (id, iban, kenmerk, eind_datum, eind_cent, body, vorm) VALUES ($1, $2, $3, $4, $5, $6, 1)",
            id, iban, kenmerk, afschrift.Eind?.Datum, afschrift.Eind?.Cent, EigenJson.Schrijf(afschrift with { Regels = [] }));
        var nieuw = 0;
        foreach (var (regel, vingerafdruk) in Vingerafdrukken(afschrift))
            if (await session.Voeg(id, iban, regel, vingerafdruk)) nieuw++;
        return new Inleesverslag(id, iban, kenmerk, nieuw, afschrift.Regels.Count - nieuw);
    }

    private static async ValueTask<bool> Voeg(this Session session, Guid afschrift, string iban, Bankregel regel, byte[] vingerafdruk)
    {
        var id = Guid.CreateVersion7();
        var gemaakt = await session.Execute(
            "INSERT INTO huishoudboekje_bankregels (id, afschrift, iban, vingerafdruk, datum, cent, tegenrekening, body, vorm) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1) ON CONFLICT (iban, vingerafdruk) DO NOTHING",
            id, afschrift, iban, vingerafdruk, regel.Boekdatum, regel.Cent, regel.Tegenrekening, EigenJson.Schrijf(regel));
        if (gemaakt == 0) return false;
        if (regel.Cent != 0) await session.Boek(regel.Boekdatum, id, null, null, new Post(Grootboek.Bank(iban), regel.Cent), new Post(Grootboek.Ongeboekt(iban), -regel.Cent));
        return true;
    }

    /// <summary>Of a line: what tells it from others in any file. Lines that are the same in all are told apart by their order on that day.</summary>
    private static IEnumerable<(Bankregel Regel, byte[] Vingerafdruk)> Vingerafdrukken(Afschrift afschrift)
    {
        var gezien = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var regel in afschrift.Regels)
        {
            var kern = string.Join('\n', regel.Boekdatum.ToString("O", null), regel.Cent, regel.Tegenrekening, regel.EndToEndId, regel.Bankkenmerk, regel.Omschrijving);
            var keer = gezien[kern] = gezien.GetValueOrDefault(kern) + 1;
            yield return (regel, System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{kern}\n{keer}")));
        }
    }

    private static ProbleemException Weiger(int status, string code, string veld, string reden) =>
        new(new Probleem(status, code, "Dit afschrift wordt niet ingelezen.", reden) { InvalidParams = [new(veld, code, reden)] });
}
