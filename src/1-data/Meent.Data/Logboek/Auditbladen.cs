using System.Diagnostics;
using Meent.Data.Opslag;

namespace Meent.Data.Logboek;

/// <summary>Lines of the audit log as leaves of the seals.</summary>
internal static class Auditbladen
{
    /// <summary>The number of a line in the seals.</summary>
    public static long Nummer(long regel) => regel + Logtabel.VanafVan(Logtabel.Audit);

    /// <summary>The number of a line by that of its leaf.</summary>
    public static long Regel(long nummer) => nummer - Logtabel.VanafVan(Logtabel.Audit);

    /// <summary>Of the lines that are marked for a seal.</summary>
    public static ValueTask<List<(long Regel, byte[] Hash)>> VanZegel(Session session, long zegel) =>
        Lees(session, $"nummer IN (SELECT regel - ({Nummer(0)}) FROM logboek_ongezegeld WHERE zegel = $1)", zegel);

    /// <param name="van">Numbers as the seals have them.</param>
    public static ValueTask<List<(long Regel, byte[] Hash)>> Tussen(Session session, long van, long tot) => Lees(session, "nummer >= $1 AND nummer < $2", Regel(van), Regel(tot));

    public static ValueTask<long> Laatste(Session session) => session.One("SELECT COALESCE(MAX(nummer), 0) FROM logboek_audit", row => Nummer(row.Long(0)));

    private static ValueTask<List<(long Regel, byte[] Hash)>> Lees(Session session, string voorwaarde, params object?[] args) => session.All(
        $"SELECT nummer, trace, gebruiker, handeling, activiteit, reden, zaak, moment, zout, kenmerk, client, contract, peer FROM logboek_audit WHERE {voorwaarde} ORDER BY nummer",
        row => (Nummer(row.Long(0)), HashOfLeeg(row)), args);

    /// <summary>Empty for a line that cannot be read any more.</summary>
    private static byte[] HashOfLeeg(Row row)
    {
        try
        {
            return Blad.Hash(Nummer(row.Long(0)), row.IsNull(8) ? null : row.Bytes(8), new Auditregel(
                ActivityTraceId.CreateFromBytes(row.Bytes(1)), row.Text(2), row.Text(3), row.TextOrNull(4), row.TextOrNull(5), row.TextOrNull(6), row.Instant(7))
            {
                Beheer = row.GuidOrNull(9) is { } id ? new Beheeractie(id, row.Text(10), row.TextOrNull(11), row.TextOrNull(12)) : null,
            });
        }
        catch (ArgumentException)
        {
            return [];
        }
    }
}
