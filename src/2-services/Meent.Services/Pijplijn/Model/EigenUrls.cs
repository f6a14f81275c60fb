using Meent.Services.Pijplijn;

namespace Meent.Services.Pijplijn.Model;

/// <summary>
/// Own URLs without their host: U+0001 stands for the organisation's base URL, so that a database moves between hosts unchanged. The character cannot
/// occur in a text, which <see cref="Controle"/> sees to.
/// </summary>
internal static class EigenUrls
{
    public const char Plek = '\u0001';
    public const byte PlekByte = 1;

    /// <summary>The stored form of a URL: an own one loses its base, whichever of the organisation's it has.</summary>
    public static string Bewaar(string url, IReadOnlyList<string> basissen)
    {
        foreach (var basis in basissen)
        {
            if (url.Length > basis.Length && url[basis.Length] == '/' && url.StartsWith(basis, StringComparison.OrdinalIgnoreCase)) return Plek + url[basis.Length..];
        }

        return url;
    }

    /// <summary>The id of an own resource, when the stored URL is one of it.</summary>
    public static Guid? Id(string bewaard, string pad) =>
        bewaard.Length == 1 + pad.Length + 1 + 36 && bewaard[0] == Plek && bewaard.AsSpan(1, pad.Length).SequenceEqual(pad) && bewaard[pad.Length + 1] == '/'
        && Guid.TryParseExact(bewaard.AsSpan(pad.Length + 2), "D", out var id) ? id : null;

    public static string Van(string pad, Guid id) => $"{Plek}{pad}/{id:D}";
}
