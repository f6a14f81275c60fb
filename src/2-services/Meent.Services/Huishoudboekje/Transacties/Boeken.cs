using Meent.Data.Opslag;
using Meent.Services.EigenApi;
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
        var boeking = Guid.CreateVersion7();
        // Of two who book it at once the second waits here, and then sees that it was done.
        var (iban, datum, cent) = await session.One(
            "UPDATE huishoudboekje_bankregels SET geboekt = $2 WHERE id = $1 AND geboekt IS NULL RETURNING iban, datum, cent", Regel, bankregel, boeking)
            ?? throw await session.Weiger(bankregel, 409, "alGeboekt", "Deze transactie is al geboekt.", "Maak de boeking eerst ongedaan.");
        await session.Schrijf(boeking, datum, bankregel, afspraak, null, new Post(Grootboek.Ongeboekt(iban), cent), new Post(rekening, -cent));
        return boeking;
    }

    /// <exception cref="ProbleemException">404: no such line. 409: it was not booked.</exception>
    public static async ValueTask Herroep(this Session session, Guid bankregel)
    {
        // Locked by being written as it is.
        var boeking = await session.One("UPDATE huishoudboekje_bankregels SET geboekt = geboekt WHERE id = $1 AND geboekt IS NOT NULL RETURNING geboekt", row => (Guid?)row.Guid(0), bankregel)
            ?? throw await session.Weiger(bankregel, 409, "nietGeboekt", "Deze transactie is niet geboekt.", "Er is niets om ongedaan te maken.");
        await session.Terug(boeking);
        await session.Execute("UPDATE huishoudboekje_bankregels SET geboekt = NULL WHERE id = $1", bankregel);
    }

    private static (string Iban, DateOnly Datum, long Cent)? Regel(Row row) => (row.Text(0), row.Date(1), row.Long(2));

    private static async ValueTask<ProbleemException> Weiger(this Session session, Guid id, int status, string code, string titel, string reden) =>
        await session.One("SELECT 1 FROM huishoudboekje_bankregels WHERE id = $1", row => row.Long(0), id) == 1
            ? new ProbleemException(new Probleem(status, code, titel, reden))
            : Weigering.NietGevonden("Deze transactie");
}
