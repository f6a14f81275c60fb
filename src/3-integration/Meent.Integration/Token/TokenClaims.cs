using System.Text.Json;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Fsc.Doelbinding;

namespace Meent.Integration.Token;

/// <summary>The claims of an access token (FSC Core 2.0.0 §4.3.2).</summary>
/// <param name="Act">For whom the Outway acts (delegated connection): the definition of the standard, not its example.</param>
/// <param name="Pdi">On whose behalf the service is offered.</param>
/// <param name="Prp">The grant's properties, with the purposes.</param>
/// <param name="Doel">The purpose chosen out of those (<see cref="Doelkeuze"/>); null when nobody chose.</param>
internal sealed record TokenClaims(
    string Gth, string Gid, string Sub, string Iss, string Svc, string Aud, long Exp, long Nbf, string Cnf, string? Act, string? Pdi, JsonElement? Prp,
    string? Doel = null)
{
    /// <summary>
    /// Some give tokens in which <c>act</c> names who acts and <c>sub</c> for whom (the example of the standard, RFC 8693 4.1). Who holds the certificate tells
    /// which is which.
    /// </summary>
    /// <param name="outway">The Peer whose Outway uses the token.</param>
    public TokenClaims Gelezen(string outway) => Act == outway && Sub != outway ? this with { Sub = outway, Act = Sub } : this;

    public byte[] Json()
    {
        using var stroom = new MemoryStream();
        using (var json = new Utf8JsonWriter(stroom))
        {
            json.WriteStartObject();
            json.WriteString("gth", Gth);
            json.WriteString("gid", Gid);
            json.WriteString("sub", Sub);
            json.WriteString("iss", Iss);
            json.WriteString("svc", Svc);
            json.WriteString("aud", Aud);
            json.WriteNumber("exp", Exp);
            json.WriteNumber("nbf", Nbf);
            json.WriteStartObject("cnf");
            json.WriteString("x5t#S256", Cnf);
            json.WriteEndObject();
            if (Act is not null)
            {
                json.WriteStartObject("act");
                json.WriteString("sub", Act);
                json.WriteEndObject();
            }

            if (Pdi is not null) json.WriteString("pdi", Pdi);
            if (Prp is { } prp)
            {
                json.WritePropertyName("prp");
                prp.WriteTo(json);
            }

            if (Doel is not null)
            {
                json.WritePropertyName(Doelkeuze.Naam);
                json.WriteRawValue(Doelkeuze.Json(Doel));
            }

            json.WriteEndObject();
        }

        return stroom.ToArray();
    }

    /// <returns>Null when the payload is not that of an access token.</returns>
    public static TokenClaims? Lees(byte[] lading)
    {
        try
        {
            using var document = IJson.Parse(lading);
            var json = document.RootElement;
            string Tekst(string naam) => json.GetProperty(naam).GetString()!;
            return new TokenClaims(
                Tekst("gth"), Tekst("gid"), Tekst("sub"), Tekst("iss"), Tekst("svc"), Tekst("aud"),
                json.GetProperty("exp").GetInt64(), json.GetProperty("nbf").GetInt64(),
                json.GetProperty("cnf").GetProperty("x5t#S256").GetString()!,
                json.TryGetProperty("act", out var act) ? act.GetProperty("sub").GetString() : null,
                json.TryGetProperty("pdi", out var pdi) ? pdi.GetString() : null,
                json.TryGetProperty("prp", out var prp) ? prp.Clone() : null,
                json.TryGetProperty(Doelkeuze.Naam, out var details) ? Doelkeuze.Lees(details) : null);
        }
        catch (Exception fout) when (fout is FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
