using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Meent.Interaction.Paginas;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Interaction.Onderdelen;

/// <summary>
/// Style sheets, fonts and drawings, from the assembly itself. Their address holds a hash of all content, so that a browser may keep them for ever.
/// </summary>
internal static class Bestanden
{
    private const string Map = "wwwroot/";

    private static readonly FrozenDictionary<string, Bestand> Alle = Lees();

    // One for all: a style sheet names its fonts relative to itself.
    private static readonly string Versie = Convert.ToHexStringLower(SHA256.HashData(
        [.. Alle.OrderBy(b => b.Key, StringComparer.Ordinal).SelectMany(b => SHA256.HashData(b.Value.Inhoud))]))[..16];

    /// <summary>The address of a file, under the organisation of the page.</summary>
    public static string Adres(Verzoek verzoek, string naam) => verzoek.Url($"/bestanden/{Versie}/{naam}");

    public static IEndpointConventionBuilder MapBestanden(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/bestanden/{versie}/{**naam}", [HttpMethods.Get, HttpMethods.Head], Stuur).WithDisplayName("bestanden");

    private static IResult Stuur(HttpContext http, string versie, string naam)
    {
        if (versie != Versie || !Alle.TryGetValue(naam, out var bestand)) return Results.NotFound();
        var kop = http.Response.Headers;
        kop.CacheControl = "public, max-age=31536000, immutable";
        kop.XContentTypeOptions = "nosniff";
        kop.Vary = "Accept-Encoding";
        if (bestand.Gzip is null || !http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal))
            return Results.Bytes(bestand.Inhoud, bestand.Soort);
        kop.ContentEncoding = "gzip";
        return Results.Bytes(bestand.Gzip, bestand.Soort);
    }

    private static FrozenDictionary<string, Bestand> Lees()
    {
        var assembly = typeof(Bestanden).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(Map, StringComparison.Ordinal)).Select(naam =>
        {
            using var stroom = assembly.GetManifestResourceStream(naam)!;
            using var geheugen = new MemoryStream();
            stroom.CopyTo(geheugen);
            return (Naam: naam[Map.Length..].Replace('\\', '/'), Inhoud: geheugen.ToArray());
        }).ToFrozenDictionary(b => b.Naam, b => new Bestand(b.Inhoud, Soort(b.Naam)), StringComparer.Ordinal);
    }

    private static string Soort(string naam) => Path.GetExtension(naam) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        _ => "application/json",
    };

    private sealed class Bestand(byte[] inhoud, string soort)
    {
        public byte[] Inhoud { get; } = inhoud;
        public string Soort { get; } = soort;
        public byte[]? Gzip { get; } = soort == "font/woff2" ? null : Pers(inhoud);

        private static byte[] Pers(byte[] inhoud)
        {
            using var uit = new MemoryStream();
            using (var gzip = new GZipStream(uit, CompressionLevel.SmallestSize)) gzip.Write(inhoud);
            return uit.ToArray();
        }
    }
}
