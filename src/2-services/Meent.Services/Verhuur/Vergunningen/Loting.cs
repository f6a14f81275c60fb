using System.Security.Cryptography;
using System.Text;

namespace Meent.Services.Verhuur.Vergunningen;

/// <summary>
/// A draw among applications, which anybody can do over: the order is that of SHA-256 over the seed, a colon and the id of the application. It holds no
/// person. An application has one place for ever, so a draw cannot be repeated until it pleases.
/// </summary>
/// <param name="Zaad">32 random bytes in hexadecimal, made after the list was closed.</param>
/// <param name="Deelnemers">All that took part, by id.</param>
/// <param name="Volgorde">The same, in the order that was drawn.</param>
/// <param name="EerstePlaats">Place of the first: who was drawn earlier goes before.</param>
internal sealed record Loting(Guid Id, string Quotum, string Zaad, IReadOnlyList<Guid> Deelnemers, IReadOnlyList<Guid> Volgorde, int EerstePlaats, DateTimeOffset GehoudenOp)
{
    public static Loting Houd(Guid id, string quotum, IEnumerable<Guid> aanvragen, int eerstePlaats, DateTimeOffset nu)
    {
        var deelnemers = aanvragen.Order().ToList();
        var zaad = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return new Loting(id, quotum, zaad, deelnemers, Trek(zaad, deelnemers), eerstePlaats, nu);
    }

    /// <summary>The order that follows from a seed.</summary>
    public static IReadOnlyList<Guid> Trek(string zaad, IEnumerable<Guid> deelnemers) =>
        [.. deelnemers.OrderBy(id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{zaad}:{id}"))), StringComparer.Ordinal)];
}
