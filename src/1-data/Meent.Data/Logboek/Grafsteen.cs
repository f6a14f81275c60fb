using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Meent.Data.Opslag;
using Meent.Standards;

namespace Meent.Data.Logboek;

/// <summary>What stays of a table whose term was over. Signed with a key outside the database: who takes a table away without it is found out.</summary>
/// <param name="Aantal">Records that were in it.</param>
internal sealed record Grafsteen(Logtabel Tabel, long Aantal, DateTimeOffset Vervallen, byte[] Handtekening)
{
    public static ValueTask<int> Zet(Session session, Logtabel tabel, long aantal, DateTimeOffset moment, byte[] sleutel) => session.Execute(
        "UPDATE logboek_tabellen SET vervallen = $1, aantal = $2, handtekening = $3 WHERE nummer = $4", moment, aantal, Teken(tabel, aantal, moment, sleutel), tabel.Nummer);

    public static ValueTask<List<Grafsteen>> Alle(Session session) => session.All(
        "SELECT nummer, termijn, begin, einde, aantal, vervallen, handtekening FROM logboek_tabellen WHERE vervallen IS NOT NULL",
        row => new Grafsteen(Logtabel.Lees(row), row.LongOrNull(4) ?? 0, row.Instant(5), row.IsNull(6) ? [] : row.Bytes(6)));

    /// <summary>Whether it was made by who has the key, and not before the term was over.</summary>
    public bool Klopt(byte[] sleutel) =>
        CryptographicOperations.FixedTimeEquals(Teken(Tabel, Aantal, Vervallen, sleutel), Handtekening) && Tabel.Vervaldag <= Vervallen.LokaleDag();

    private static byte[] Teken(Logtabel tabel, long aantal, DateTimeOffset moment, byte[] sleutel) => HMACSHA256.HashData(sleutel, Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{tabel.Nummer}\0{tabel.Termijn}\0{tabel.Begin.Microseconden()}\0{tabel.Einde.Microseconden()}\0{aantal}\0{moment.Microseconden()}")));
}
