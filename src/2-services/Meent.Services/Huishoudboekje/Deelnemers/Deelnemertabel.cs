using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Huishoudboekje.Journaal;

namespace Meent.Services.Huishoudboekje.Deelnemers;

internal static class Deelnemertabel
{
    /// <summary>Adds a resident under the next number; nothing happens for one who takes part already.</summary>
    /// <param name="met">Given its number.</param>
    /// <returns>Null when this person takes part already.</returns>
    public static async ValueTask<Deelnemer?> Voeg(this Session session, Deelnemer met)
    {
        while (true)
        {
            var nummer = await session.One("SELECT COALESCE(MAX(nummer), 0) + 1 FROM huishoudboekje_deelnemers", row => row.Long(0));
            var deelnemer = met with { Nummer = Deelnemer.MaakNummer(nummer) };
            var gemaakt = await session.Execute(
                """
                INSERT INTO huishoudboekje_deelnemers (id, nummer, rekening, bsn, huishouden, consulent, begin, einde, body, vorm, version)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1) ON CONFLICT DO NOTHING
                """,
                deelnemer.Id, nummer, Grootboek.Deelnemer(deelnemer.Id), deelnemer.Burgerservicenummer, deelnemer.Huishouden, deelnemer.Consulent, deelnemer.Begin, deelnemer.Einde, EigenJson.Schrijf(deelnemer), EigenJson.Vorm);
            if (gemaakt == 1) return deelnemer;
            // Either the number was taken in the meantime, or this person takes part.
            if (await session.One("SELECT 1 FROM huishoudboekje_deelnemers WHERE bsn = $1 AND einde IS NULL", row => row.Long(0), deelnemer.Burgerservicenummer) == 1) return null;
        }
    }

    public static ValueTask<int> Zet(this Session session, Deelnemer deelnemer) => session.Execute(
        "UPDATE huishoudboekje_deelnemers SET huishouden = $2, consulent = $3, einde = $4, body = $5, vorm = $6 WHERE id = $1",
        deelnemer.Id, deelnemer.Huishouden, deelnemer.Consulent, deelnemer.Einde, EigenJson.Schrijf(deelnemer), EigenJson.Vorm);

    /// <summary>The lowest number first.</summary>
    public static async ValueTask<(long Aantal, List<(Deelnemer Deelnemer, long Version)> Deel)> Deelnemers(this Session session, Deelnemerfilter filter, Deelvraag deel)
    {
        var (waar, args) = filter.Sql();
        return (
            await session.One($"SELECT COUNT(*) FROM huishoudboekje_deelnemers {waar}", row => row.Long(0), args),
            await session.All($"SELECT body, version FROM huishoudboekje_deelnemers {waar} ORDER BY nummer {deel.Sql}", row => (EigenJson.Lees<Deelnemer>(row.Text(0)), row.Long(1)), args));
    }
}

/// <summary>Which residents are asked for.</summary>
internal sealed record Deelnemerfilter(DateOnly Vandaag, string? Bsn = null, string? Consulent = null, Guid? Huishouden = null, Deelnemerstatus? Status = null)
{
    public (string Waar, object?[] Args) Sql()
    {
        var args = new List<object?>();
        var voorwaarden = new List<string>();
        if (Bsn is not null) Eis("bsn = ", Bsn);
        if (Consulent is not null) Eis("consulent = ", Consulent);
        if (Huishouden is { } huishouden) Eis("huishouden = ", huishouden);
        if (Status is Deelnemerstatus.Beeindigd) Eis("einde < ", Vandaag);
        if (Status is Deelnemerstatus.Aangemeld) Eis("begin > ", Vandaag);
        if (Status is Deelnemerstatus.Actief)
        {
            Eis("begin <= ", Vandaag);
            voorwaarden.Add($"(einde IS NULL OR einde >= ${args.Count})");
        }

        return (voorwaarden.Count == 0 ? "" : "WHERE " + string.Join(" AND ", voorwaarden), [.. args]);

        void Eis(string voorwaarde, object? waarde)
        {
            args.Add(waarde);
            voorwaarden.Add($"{voorwaarde}${args.Count}");
        }
    }
}
