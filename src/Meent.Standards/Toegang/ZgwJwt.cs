using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace Meent.Standards.Toegang;

/// <summary>Who calls, after the token was checked.</summary>
public sealed record ZgwIdentiteit(string ClientId, string UserId, string UserRepresentation)
{
    public bool IsIntern => ClientId == InternClient.Id;

    /// <summary>Scopes to which the token is limited, with spaces between; null for all that the client may.</summary>
    public string? Scope { get; init; }

    /// <summary>The certificate to which the token is bound.</summary>
    internal string? X5t { get; init; }

    /// <summary>Whether the token is good for a scope; whether the client has it is another thing.</summary>
    public bool Mag(string scope) => Scope is null || Scope.Split(' ').Contains(scope);
}

/// <summary>
/// Makes and checks the JWT of the ZGW APIs: HS256 over iss, iat, client_id, user_id, user_representation. Beside it an access token of our own
/// token endpoint is accepted, when the node gives those out.
/// </summary>
public sealed class ZgwJwt(ApiClients clients, InternClient intern, TimeProvider klok, Toegangstokens? tokens = null)
{
    private const string Schema = "Bearer ";
    private const int MeesteOnthouden = 10_000;
    private static readonly TimeSpan Houdbaarheid = TimeSpan.FromHours(1);
    private static readonly TimeSpan Klokverschil = TimeSpan.FromMinutes(1);

    // Clients send the same token many times; a good one is read once.
    private readonly ConcurrentDictionary<(string Authorization, string Organisatie), (ZgwIdentiteit Wie, DateTimeOffset Tot)> _goed = new();

    public static string Maak(string clientId, ReadOnlySpan<byte> geheim, DateTimeOffset nu, string userId, string userRepresentation)
    {
        var lading = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["iss"] = clientId,
            ["iat"] = nu.ToUnixTimeSeconds(),
            ["client_id"] = clientId,
            ["user_id"] = userId,
            ["user_representation"] = userRepresentation,
        });
        var getekend = $"{Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8)}.{Base64Url.EncodeToString(lading)}";
        return $"{getekend}.{Base64Url.EncodeToString(HMACSHA256.HashData(geheim, Encoding.ASCII.GetBytes(getekend)))}";
    }

    /// <summary>Checks the value of an <c>Authorization</c> header.</summary>
    /// <param name="organisatie">Slug of the organisation that is called.</param>
    /// <param name="reden">Why it was refused, fit to show to the caller.</param>
    /// <param name="certificaat">Of the client, on the connection on which the token came.</param>
    public ZgwIdentiteit? Controleer(string? authorization, string organisatie, out string reden, X509Certificate2? certificaat = null)
    {
        reden = "Het token ontbreekt.";
        if (authorization is null || !authorization.StartsWith(Schema, StringComparison.OrdinalIgnoreCase)) return null;
        var sleutel = (authorization, organisatie);
        if (_goed.TryGetValue(sleutel, out var bekend) && bekend.Tot > klok.GetUtcNow()) return Gebonden(bekend.Wie, certificaat, out reden);
        reden = "Het token is geen geldige JWT.";
        var token = authorization.AsSpan(Schema.Length).Trim();
        try
        {
            if (Lees(token, organisatie, out reden) is not { } gelezen) return null;
            if (_goed.Count >= MeesteOnthouden) _goed.Clear();
            _goed[sleutel] = gelezen;
            return Gebonden(gelezen.Wie, certificaat, out reden);
        }
        catch (Exception fout) when (fout is JsonException or FormatException or InvalidOperationException or KeyNotFoundException
            or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>RFC 8705 §3: who has read a token cannot use it without the key of its certificate.</summary>
    private static ZgwIdentiteit? Gebonden(ZgwIdentiteit wie, X509Certificate2? certificaat, out string reden)
    {
        var past = wie.X5t is null || (certificaat is not null && wie.X5t == Clientcertificaat.X5t(certificaat));
        reden = past ? "" : "Het token hoort bij een certificaat dat deze verbinding niet heeft.";
        return past ? wie : null;
    }

    private (ZgwIdentiteit Wie, DateTimeOffset Tot)? Lees(ReadOnlySpan<char> token, string organisatie, out string reden)
    {
        reden = "Het token is geen geldige JWT.";
        var punt = token.IndexOf('.');
        var laatste = token.LastIndexOf('.');
        if (punt < 0 || laatste == punt) return null;

        using var kop = JsonDocument.Parse(Base64Url.DecodeFromChars(token[..punt]));
        using var lading = JsonDocument.Parse(Base64Url.DecodeFromChars(token[(punt + 1)..laatste]));
        if (kop.RootElement.TryGetProperty("typ", out var typ) && typ.GetString() == "at+jwt")
            return VanToken(tokens?.Controleer(kop.RootElement, lading.RootElement, token[..laatste], token[(laatste + 1)..], organisatie), organisatie, out reden);
        if (kop.RootElement.GetProperty("alg").GetString() != "HS256") return null;
        var clientId = Tekst(lading.RootElement, "client_id");
        if (Geheim(clientId, organisatie) is not { } geheim)
        {
            reden = "De client is onbekend.";
            return null;
        }

        var getekend = new byte[Encoding.ASCII.GetByteCount(token[..laatste])];
        Encoding.ASCII.GetBytes(token[..laatste], getekend);
        reden = "De handtekening van het token klopt niet.";
        if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(geheim, getekend), Base64Url.DecodeFromChars(token[(laatste + 1)..]))) return null;

        reden = "Het token is verlopen, of nog niet geldig.";
        var nu = klok.GetUtcNow();
        var gemaakt = DateTimeOffset.FromUnixTimeSeconds(lading.RootElement.GetProperty("iat").GetInt64());
        if (gemaakt > nu + Klokverschil) return null;
        var tot = gemaakt + Houdbaarheid;
        if (lading.RootElement.TryGetProperty("exp", out var exp) && DateTimeOffset.FromUnixTimeSeconds(exp.GetInt64()) is var einde && einde < tot) tot = einde;
        if (tot < nu) return null;
        if (lading.RootElement.TryGetProperty("nbf", out var begin) && DateTimeOffset.FromUnixTimeSeconds(begin.GetInt64()) > nu + Klokverschil) return null;

        return (new ZgwIdentiteit(clientId, Tekst(lading.RootElement, "user_id"), Tekst(lading.RootElement, "user_representation")), tot);
    }

    /// <summary>A client that is no longer there, or can prove itself no more, has no use for what it got before.</summary>
    private (ZgwIdentiteit Wie, DateTimeOffset Tot)? VanToken((ZgwIdentiteit Wie, DateTimeOffset Tot)? token, string organisatie, out string reden)
    {
        reden = "Het toegangstoken is niet van hier, of verlopen.";
        return token is { } goed && clients.Vind(goed.Wie.ClientId, organisatie) is { } client && (client.Jwks ?? client.Certificaat) is not null ? goed : null;
    }

    private byte[]? Geheim(string clientId, string organisatie) => clientId == InternClient.Id
        ? intern.Geheim
        : clients.Vind(clientId, organisatie) is { Geheim.Length: > 0 } client ? Encoding.UTF8.GetBytes(client.Geheim) : null;

    private static string Tekst(JsonElement lading, string naam) =>
        lading.TryGetProperty(naam, out var waarde) && waarde.ValueKind == JsonValueKind.String ? waarde.GetString()! : "";
}
