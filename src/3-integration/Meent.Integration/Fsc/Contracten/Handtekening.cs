using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Meent.Integration.Fsc.Crypto;

namespace Meent.Integration.Fsc.Contracten;

/// <summary>What a signature says about a contract.</summary>
internal enum HandtekeningSoort { Accept, Reject, Revoke }

/// <summary>The payload of a contract signature (FSC Core 4.2.3).</summary>
internal sealed record Handtekening(string ContentHash, string Soort, long SignedAt)
{
    public static string Naam(HandtekeningSoort soort) => soort.ToString().ToLowerInvariant();

    public static string Zet(X509Certificate2 certificaat, string contentHash, HandtekeningSoort soort, DateTimeOffset nu) =>
        Jws.Onderteken(certificaat, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $$"""{"contract_content_hash":"{{contentHash}}","type":"{{Naam(soort)}}","signed_at":{{nu.ToUnixTimeSeconds()}}}""")));

    /// <summary>Checks a signature except for who may place it.</summary>
    /// <param name="certificaat">The signer's certificate with the thumbprint in the header, already checked against the trust anchor.</param>
    public static Handtekening Controleer(Jws jws, X509Certificate2 certificaat, string contentHash, HandtekeningSoort soort)
    {
        if (!jws.Klopt(certificaat)) throw Fout(FscCodes.SignatureVerificationFailed, "klopt niet met het certificaat");
        var handtekening = Lees(jws);
        if (handtekening.Soort != Naam(soort)) throw Fout(FscCodes.SignatureVerificationFailed, $"is van het soort '{handtekening.Soort}', niet '{Naam(soort)}'");
        return handtekening.ContentHash == contentHash
            ? handtekening
            : throw Fout(FscCodes.SignatureHashMismatch, $"is over '{handtekening.ContentHash}', niet over '{contentHash}'");
    }

    /// <summary>The JWS of a request, when it is one and of an algorithm that FSC allows.</summary>
    public static Jws Ontleed(string tekst)
    {
        var jws = Jws.Lees(tekst) ?? throw Fout(FscCodes.SignatureVerificationFailed, "is geen JWS");
        return jws.BekendAlgoritme ? jws : throw Fout(FscCodes.UnknownSignatureAlgorithm, $"heeft algoritme '{jws.Alg}', dat niet mag");
    }

    /// <summary>When a signature was placed, by its own word, in Unix seconds; of one that was checked before.</summary>
    public static long Moment(string jws) => Lees(Jws.Lees(jws)!).SignedAt;

    private static FscException Fout(string code, string wat) => new(422, code, $"De handtekening {wat}.");

    private static Handtekening Lees(Jws jws)
    {
        try
        {
            using var lading = IJson.Parse(jws.Lading);
            var veld = new Veld(lading.RootElement, "signature");
            return new Handtekening(veld.Lid("contract_content_hash").Tekst(), veld.Lid("type").Tekst(), veld.Lid("signed_at").Tijdstip());
        }
        catch (FormatException fout)
        {
            throw new FscException(422, FscCodes.SignatureVerificationFailed, fout.Message);
        }
    }
}
