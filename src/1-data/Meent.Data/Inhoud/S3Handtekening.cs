using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Meent.Data.Inhoud;

/// <summary>AWS Signature Version 4 for one request (AWS, "Authenticating Requests: Using the Authorization Header").</summary>
internal static class S3Handtekening
{
    /// <summary>SHA-256 of no bytes.</summary>
    public const string Leeg = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private const string Getekend = "host;x-amz-content-sha256;x-amz-date";

    /// <param name="sha256">Of the body, in hexadecimal digits.</param>
    public static void Teken(HttpRequestMessage request, S3Options opties, string sha256, DateTimeOffset nu)
    {
        var moment = nu.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var dag = moment[..8];
        var uri = request.RequestUri!;
        var bereik = $"{dag}/{opties.Regio}/s3/aws4_request";
        var canoniek = string.Join('\n', request.Method.Method, uri.AbsolutePath, Vraag(uri),
            $"host:{uri.Authority}", $"x-amz-content-sha256:{sha256}", $"x-amz-date:{moment}", "", Getekend, sha256);
        var teTekenen = $"AWS4-HMAC-SHA256\n{moment}\n{bereik}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canoniek)))}";

        var sleutel = Encoding.UTF8.GetBytes("AWS4" + opties.Geheim);
        foreach (var deel in new[] { dag, opties.Regio, "s3", "aws4_request" }) sleutel = HMACSHA256.HashData(sleutel, Encoding.UTF8.GetBytes(deel));
        var handtekening = Convert.ToHexStringLower(HMACSHA256.HashData(sleutel, Encoding.UTF8.GetBytes(teTekenen)));

        request.Headers.TryAddWithoutValidation("x-amz-content-sha256", sha256);
        request.Headers.TryAddWithoutValidation("x-amz-date", moment);
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={opties.Toegangssleutel}/{bereik}, SignedHeaders={Getekend}, Signature={handtekening}");
    }

    /// <summary>The parameters in order of name; our own need no further escaping than they have.</summary>
    private static string Vraag(Uri uri) => string.Join('&', uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(deel => deel.Contains('=', StringComparison.Ordinal) ? deel : deel + "=").Order(StringComparer.Ordinal));
}
