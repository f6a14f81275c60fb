namespace Meent.Services.Objecten;

/// <summary>URLs of objecttypen. As in Open Object the host does not count: clients know a type by the URL that it had at the Objecttypen API.</summary>
internal static class Typeurl
{
    /// <returns>Null when it is no URL with an id at its end.</returns>
    public static Guid? Id(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && Guid.TryParseExact(uri.Segments[^1], "D", out var id) ? id : null;
}
