using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Meent.Data.Opslag;
using Meent.Standards;

namespace Meent.Data.Logboek;

/// <summary>What stays of lines of the audit log that were kept long enough: those of all seals up to one went. Their leaf hashes stay in the seals.</summary>
/// <param name="Dagen">How long lines had to be kept then.</param>
internal sealed record Auditgrafsteen(long Zegel, long Aantal, long Dagen, DateTimeOffset Vervallen, byte[] Handtekening)
{
    // Of five thousand lines at most: what others write waits no longer than for a seal.
    private const string Volgende = "SELECT MIN(nummer) FROM logboek_zegels WHERE laatste < 0 AND nummer > (SELECT COALESCE(MAX(zegel), 0) FROM logboek_auditgrafstenen)";

    /// <summary>Removes the lines of the next seal when they were kept so many days.</summary>
    /// <returns>How many went; null when none may yet.</returns>
    public static async ValueTask<long?> Ruim(Store store, long dagen, DateTimeOffset nu, byte[] sleutel, CancellationToken stop)
    {
        if (!await store.Read(async session => await Rijp(session, dagen, nu) is not null, stop)) return null;
        return await store.WriteBulk(async session =>
        {
            await session.Execute("UPDATE logboek_beurt SET id = id WHERE id = 1");
            // Another node may have been first.
            if (await Rijp(session, dagen, nu) is not { } zegel) return (long?)null;
            long aantal = 0;
            foreach (var deel in zegel.Bladeren.Chunk(500))
                aantal += await session.Execute($"DELETE FROM logboek_audit WHERE nummer IN ({string.Join(", ", deel.Select(blad => Auditbladen.Regel(blad.Regel)))})");
            await session.Execute("INSERT INTO logboek_auditgrafstenen (zegel, aantal, dagen, vervallen, handtekening) VALUES ($1, $2, $3, $4, $5)",
                zegel.Nummer, aantal, dagen, nu, Teken(zegel.Nummer, aantal, dagen, nu, sleutel));
            return aantal;
        }, stop);
    }

    /// <summary>Checks what was removed.</summary>
    /// <returns>The seals whose lines may be gone.</returns>
    public static async ValueTask<HashSet<long>> Controleer(Session session, DateTimeOffset nu, byte[] sleutel, List<Bevinding> bevindingen)
    {
        var stenen = await session.All("SELECT zegel, aantal, dagen, vervallen, handtekening FROM logboek_auditgrafstenen",
            row => new Auditgrafsteen(row.Long(0), row.Long(1), row.Long(2), row.Instant(3), row.IsNull(4) ? [] : row.Bytes(4)));
        var goed = new HashSet<long>();
        foreach (var steen in stenen)
        {
            var moment = await session.One("SELECT moment FROM logboek_zegels WHERE nummer = $1", row => (DateTimeOffset?)row.Instant(0), steen.Zegel);
            if (moment?.AddDays(steen.Dagen) <= steen.Vervallen && steen.Vervallen <= nu
                && CryptographicOperations.FixedTimeEquals(Teken(steen.Zegel, steen.Aantal, steen.Dagen, steen.Vervallen, sleutel), steen.Handtekening)) goed.Add(steen.Zegel);
            else bevindingen.Add(new(Afwijking.AuditgrafsteenGewijzigd, steen.Zegel));
        }

        return goed;
    }

    private static async ValueTask<Zegel?> Rijp(Session session, long dagen, DateTimeOffset nu) =>
        (await Logboek.Zegel.Lees(session, $"nummer = ({Volgende}) AND moment <= $1", nu.AddDays(-dagen))).FirstOrDefault();

    private static byte[] Teken(long zegel, long aantal, long dagen, DateTimeOffset moment, byte[] sleutel) => HMACSHA256.HashData(sleutel, Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"audit\0{zegel}\0{aantal}\0{dagen}\0{moment.Microseconden()}")));
}
