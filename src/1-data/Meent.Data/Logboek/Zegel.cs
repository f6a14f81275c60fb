using System.Buffers.Binary;
using System.Security.Cryptography;
using Meent.Data.Opslag;
using Meent.Standards;

namespace Meent.Data.Logboek;

/// <summary>One sealed batch: the leaves of its records, their root, and the chain that ties it to all batches before.</summary>
internal sealed record Zegel(long Nummer, IReadOnlyList<(long Regel, byte[] Hash)> Bladeren, byte[] Wortel, byte[] Keten, DateTimeOffset Moment)
{
    private const int BladLengte = 8 + SHA256.HashSizeInBytes;

    /// <summary>What the first seal is chained to.</summary>
    public static readonly byte[] Begin = new byte[SHA256.HashSizeInBytes];

    public static Zegel Maak(long nummer, byte[] vorige, IReadOnlyList<(long Regel, byte[] Hash)> bladeren, DateTimeOffset moment, byte[] sleutel)
    {
        var wortel = Boom.Wortel([.. bladeren.Select(blad => blad.Hash)]);
        return new Zegel(nummer, bladeren, wortel, Schakel(nummer, vorige, bladeren, wortel, moment, sleutel), moment);
    }

    /// <summary>Whether the seal is what the key and the seal before it make of its leaves.</summary>
    public bool Klopt(byte[] vorige, byte[] sleutel) => Bladeren.Count > 0
        && Maak(Nummer, vorige, Bladeren, Moment, sleutel) is var echt
        && CryptographicOperations.FixedTimeEquals(echt.Wortel, Wortel)
        && CryptographicOperations.FixedTimeEquals(echt.Keten, Keten);

    public ValueTask<int> Bewaar(Session session) => session.Execute(
        "INSERT INTO logboek_zegels (nummer, eerste, laatste, bladeren, wortel, keten, moment) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        Nummer, Bladeren[0].Regel, Bladeren[^1].Regel, Pak(Bladeren), Wortel, Keten, Moment);

    /// <summary>Seals by a condition on the columns of <c>logboek_zegels</c>.</summary>
    public static ValueTask<List<Zegel>> Lees(Session session, string voorwaarde, params object?[] args) => session.All(
        $"SELECT nummer, bladeren, wortel, keten, moment FROM logboek_zegels WHERE {voorwaarde}",
        row => new Zegel(row.Long(0), Pak(row.Bytes(1)), row.Bytes(2), row.Bytes(3), row.Instant(4)), args);

    /// <summary>Keyed, so that who can write the database but has no key cannot make a chain that fits.</summary>
    private static byte[] Schakel(long nummer, byte[] vorige, IReadOnlyList<(long, byte[])> bladeren, byte[] wortel, DateTimeOffset moment, byte[] sleutel)
    {
        Span<byte> getallen = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(getallen, nummer);
        BinaryPrimitives.WriteInt64BigEndian(getallen[8..], moment.Microseconden());
        byte[] inhoud = [.. getallen, .. vorige, .. wortel, .. SHA256.HashData(Pak(bladeren))];
        return HMACSHA256.HashData(sleutel, inhoud);
    }

    private static byte[] Pak(IReadOnlyList<(long Regel, byte[] Hash)> bladeren)
    {
        var pak = new byte[bladeren.Count * BladLengte];
        for (var i = 0; i < bladeren.Count; i++)
        {
            var blad = pak.AsSpan(i * BladLengte, BladLengte);
            BinaryPrimitives.WriteInt64BigEndian(blad, bladeren[i].Regel);
            bladeren[i].Hash.CopyTo(blad[8..]);
        }

        return pak;
    }

    private static List<(long, byte[])> Pak(byte[] pak) => [.. pak.Chunk(BladLengte).Where(blad => blad.Length == BladLengte)
        .Select(blad => (BinaryPrimitives.ReadInt64BigEndian(blad), blad[8..]))];
}
