using Meent.Data.Opslag;
using Meent.Standards.Processtaat;

namespace Meent.Services.Processtaat;

/// <summary>The tasks in the store; written only in the transaction of their instance.</summary>
internal static class Taken
{
    private const string Kolommen = "instantie, nummer, proces, bedrijfssleutel, activiteit, naam, rol, status, behandelaar, aangemaakt, afgerond";

    public static async ValueTask Schrijf(this Session session, Guid instantie, IReadOnlyList<Taak>? taken)
    {
        foreach (var taak in taken ?? [])
        {
            await session.Execute(
                $"""
                INSERT INTO processtaat_taken ({Kolommen}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                ON CONFLICT (instantie, nummer) DO UPDATE SET status = excluded.status, behandelaar = excluded.behandelaar, afgerond = excluded.afgerond
                """,
                instantie, taak.Nummer, taak.Proces, taak.Bedrijfssleutel, taak.Activiteit, taak.Naam, taak.Rol, taak.Status, taak.Behandelaar,
                taak.AangemaaktOp, taak.AfgerondOp);
        }
    }

    public static ValueTask<Taak?> Taak(this Session session, Guid instantie, long nummer) =>
        session.One($"SELECT {Kolommen} FROM processtaat_taken WHERE instantie = $1 AND nummer = $2", Lees, instantie, nummer);

    /// <summary>Oldest first.</summary>
    public static ValueTask<List<Taak>> LijstTaken(this Session session, string? status, string? rol, (Guid Instantie, long Nummer)? na, int limiet)
    {
        var filter = new Filter().En("status", status).En("rol", rol).Na("(instantie, nummer)", na?.Instantie, na?.Nummer);
        return session.All($"SELECT {Kolommen} FROM processtaat_taken {filter.Where} ORDER BY instantie, nummer LIMIT {limiet}", Lees, filter.Argumenten);
    }

    private static Taak Lees(Row row) => new()
    {
        Instantie = row.Guid(0),
        Nummer = row.Long(1),
        Proces = row.Text(2),
        Bedrijfssleutel = row.TextOrNull(3),
        Activiteit = row.Text(4),
        Naam = row.Text(5),
        Rol = row.Text(6),
        Status = row.Text(7),
        Behandelaar = row.TextOrNull(8),
        AangemaaktOp = row.Instant(9),
        AfgerondOp = row.InstantOrNull(10),
    };
}
