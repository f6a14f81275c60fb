using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Standards.Organisaties;

namespace Meent.Services.Huishoudboekje.Rekeningen;

internal enum Rekeningstatus
{
    /// <summary>One employee entered it: lines of the bank are recognised by it, nothing is paid to it.</summary>
    Voorgesteld,

    /// <summary>A second employee confirmed it.</summary>
    Geldig,
    Vervallen,
}

/// <summary>An account of a resident or a creditor. An IBAN never changes: another one is another account, so that each payment keeps its own.</summary>
internal sealed record Rekening : IRij
{
    public static string Tabel => "huishoudboekje_rekeningen";

    public required Guid Id { get; init; }

    /// <summary>The resident or the creditor.</summary>
    public required Guid Eigenaar { get; init; }

    public required string Iban { get; init; }

    /// <summary>As the bank knows the holder.</summary>
    public required string Naam { get; init; }

    public Rekeningstatus Status { get; init; }

    public required string VoorgesteldDoor { get; init; }

    public required DateTimeOffset VoorgesteldOp { get; init; }

    public string? BevestigdDoor { get; init; }

    public DateTimeOffset? BevestigdOp { get; init; }

    public DateTimeOffset? VervallenOp { get; init; }
}

internal sealed record RekeningAntwoord(
    string Url, Guid Id, string Iban, string Naam, Rekeningstatus Status, string VoorgesteldDoor, DateTimeOffset VoorgesteldOp, string? BevestigdDoor, DateTimeOffset? BevestigdOp, DateTimeOffset? VervallenOp)
{
    public static RekeningAntwoord Van(Rekening r, Organisatie organisatie) =>
        new(organisatie.Url($"rekeningen/{r.Id}"), r.Id, r.Iban, r.Naam, r.Status, r.VoorgesteldDoor, r.VoorgesteldOp, r.BevestigdDoor, r.BevestigdOp, r.VervallenOp);
}

internal static class Rekeningtabel
{
    /// <returns>False when the owner has it already.</returns>
    public static async ValueTask<bool> Voeg(this Session session, Rekening rekening) => await session.Execute(
        "INSERT INTO huishoudboekje_rekeningen (id, eigenaar, iban, status, body, vorm, version) VALUES ($1, $2, $3, $4, $5, $6, 1) ON CONFLICT DO NOTHING",
        rekening.Id, rekening.Eigenaar, rekening.Iban, rekening.Status.Woord(), EigenJson.Schrijf(rekening), EigenJson.Vorm) == 1;

    public static ValueTask<int> Zet(this Session session, Rekening rekening) => session.Execute(
        "UPDATE huishoudboekje_rekeningen SET status = $2, body = $3, vorm = $4 WHERE id = $1", rekening.Id, rekening.Status.Woord(), EigenJson.Schrijf(rekening), EigenJson.Vorm);

    /// <summary>Of these owners, in the order in which they were entered.</summary>
    public static async ValueTask<List<Rekening>> Rekeningen(this Session session, IEnumerable<Guid> eigenaren)
    {
        object?[] wie = [.. eigenaren.Cast<object?>()];
        if (wie.Length == 0) return [];
        return await session.All(
            $"SELECT body FROM huishoudboekje_rekeningen WHERE eigenaar IN ({string.Join(", ", Enumerable.Range(1, wie.Length).Select(n => $"${n}"))}) ORDER BY id", row => EigenJson.Lees<Rekening>(row.Text(0)), wie);
    }
}
