using Meent.Data.Opslag;
using Meent.Services.Huishoudboekje.Journaal;
using Meent.Standards.Problemen;

namespace Meent.Services.Huishoudboekje.Transacties;

/// <summary>Gives a line of the bank its place, and takes it back: from unbooked to a resident or a rubriek, each one transaction.</summary>
internal static class Boeken
{
    /// <param name="rekening">Of a resident (<see cref="Grootboek.Deelnemer"/>) or a rubriek.</param>
    /// <exception cref="ProbleemException">404: no such line. 409: it has its place already.</exception>
    public static async ValueTask<Guid> Boek(this Session session, Guid bankregel, string rekening, Guid? afspraak)
    {
        var (iban, datum, cent) = await session.Regel(bankregel, geboekt: false);
        var boeking = await session.Boek(datum, bankregel, afspraak, null, new Post(Grootboek.Ongeboekt(iban), cent), new Post(rekening, -cent));
        await session.Execute("UPDATE huishoudboekje_bankregels SET geboekt = $2 WHERE id = $1", bankregel, boeking);
        return boeking;
    }

    /// <exception cref="ProbleemException">404: no such line. 409: it was not booked.</exception>
    public static async ValueTask Herroep(this Session session, Guid bankregel)
    {
        await session.Regel(bankregel, geboekt: true);
        var boeking = await session.One("SELECT geboekt FROM huishoudboekje_bankregels WHERE id = $1", row => row.Guid(0), bankregel);
        await session.Terug(boeking);
        await session.Execute("UPDATE huishoudboekje_bankregels SET geboekt = NULL WHERE id = $1", bankregel);
    }

    /// <summary>The line, locked: of two who book it at once the second sees that it was done.</summary>
    private static async ValueTask<(string Iban, DateOnly Datum, long Cent)> Regel(this Session session, Guid id, bool geboekt)
    {
        var gevonden = await session.Execute("UPDATE huishoudboekje_bankregels SET id = id WHERE id = $1", id);
        if (gevonden == 0) throw new ProbleemException(new Probleem(404, "notFound", "Niet gevonden.", "Deze transactie bestaat niet."));
        var regel = await session.One("SELECT iban, datum, cent, geboekt FROM huishoudboekje_bankregels WHERE id = $1", row => (Iban: row.Text(0), Datum: row.Date(1), Cent: row.Long(2), Geboekt: !row.IsNull(3)), id);
        if (regel.Geboekt == geboekt) return (regel.Iban, regel.Datum, regel.Cent);
        throw geboekt
            ? new ProbleemException(new Probleem(409, "nietGeboekt", "Deze transactie is niet geboekt.", "Er is niets om ongedaan te maken."))
            : new ProbleemException(new Probleem(409, "alGeboekt", "Deze transactie is al geboekt.", "Maak de boeking eerst ongedaan."));
    }
}
