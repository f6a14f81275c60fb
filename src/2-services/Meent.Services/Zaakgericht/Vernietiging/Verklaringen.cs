using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Services.Zaakgericht.Vernietiging;

/// <summary>
/// The verklaring van vernietiging (Archiefbesluit 1995, art. 8): what was destroyed, on what ground, who agreed. A JWS with ES256, of which anyone can
/// check the signature with the key that the organisation publishes; it is kept for good.
/// </summary>
internal sealed class Verklaringen(Sleutelkluis kluis)
{
    public async ValueTask Maak(Session session, Vernietigingslijst lijst)
    {
        var regels = new List<Vernietigingsregel>();
        for (Guid na = default; await Vernietigingsregel.Van(session, lijst.Id, na) is { Count: > 0 } deel; na = deel[^1].Zaak) regels.AddRange(deel);
        var organisatie = session.Store.Organisatie;
        var inhoud = JsonSerializer.SerializeToUtf8Bytes(new
        {
            soort = "verklaring van vernietiging",
            organisatie = new { organisatie.Naam, organisatie.Oin },
            lijst,
            grondslag = "Archiefwet; selectielijst gemeenten en intergemeentelijke organen",
            vernietigd = regels.Where(r => r.Stand == Vernietigingsregel.Vernietigd).Select(r => new { r.Identificatie, r.Zaaktype, r.Einddatum, r.Archiefactiedatum, r.Documenten, r.Reden }),
            nietVernietigd = regels.Where(r => r.Stand != Vernietigingsregel.Vernietigd).Select(r => new { r.Identificatie, r.Zaaktype, r.Stand, r.Reden }),
        }, Bronnen.Json);
        using var sleutel = Sleutel(organisatie);
        var getekend = $"{Base64Url.EncodeToString(Encoding.ASCII.GetBytes($$"""{"alg":"ES256","typ":"JOSE","kid":"{{Naam(sleutel)}}"}"""))}.{Base64Url.EncodeToString(inhoud)}";
        var jws = $"{getekend}.{Base64Url.EncodeToString(sleutel.SignData(Encoding.ASCII.GetBytes(getekend), HashAlgorithmName.SHA256))}";
        await session.Execute("UPDATE zaakgericht_vernietigingslijsten SET verklaring = $2 WHERE id = $1", lijst.Id, jws);
    }

    public static ValueTask<string?> Haal(Session session, Guid lijst) =>
        session.One("SELECT verklaring FROM zaakgericht_vernietigingslijsten WHERE id = $1", row => row.TextOrNull(0), lijst);

    /// <summary>The public key, as a JWK set.</summary>
    public object Sleutels(Organisatie organisatie)
    {
        using var sleutel = Sleutel(organisatie);
        var publiek = sleutel.ExportParameters(includePrivateParameters: false);
        return new { keys = new[] { new { kty = "EC", crv = "P-256", use = "sig", alg = "ES256", kid = Naam(sleutel), x = Base64Url.EncodeToString(publiek.Q.X), y = Base64Url.EncodeToString(publiek.Q.Y) } } };
    }

    /// <summary>Derived from the organisation's secret, so that every node has it and no copy of the database does.</summary>
    private ECDsa Sleutel(Organisatie organisatie)
    {
        var geheim = kluis.Afgeleid(organisatie, "verklaring van vernietiging");
        // Below the order of the curve, whatever the hash: its first byte is not all ones.
        geheim[0] &= 0x7f;
        return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = geheim });
    }

    private static string Naam(ECDsa sleutel) => Base64Url.EncodeToString(SHA256.HashData(sleutel.ExportSubjectPublicKeyInfo()).AsSpan(0, 8));
}
