using System.Collections.Frozen;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Meent.Integration.Certificaten;

/// <summary>A certificate revocation list (RFC 5280 5): which certificates of one issuer are no longer good.</summary>
internal sealed class Intrekkingslijst
{
    private readonly byte[] _getekend;
    private readonly byte[] _handtekening;
    private readonly string _algoritme;
    private readonly FrozenSet<string> _nummers;

    /// <param name="der">The list; anything else throws <see cref="AsnContentException"/>.</param>
    private Intrekkingslijst(byte[] der)
    {
        var lijst = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        _getekend = lijst.PeekEncodedValue().ToArray();
        var inhoud = lijst.ReadSequence();
        _algoritme = lijst.ReadSequence().ReadObjectIdentifier();
        _handtekening = lijst.ReadBitString(out _);

        if (inhoud.PeekTag() == Asn1Tag.Integer) inhoud.ReadInteger();
        inhoud.ReadSequence();
        Uitgever = inhoud.ReadEncodedValue().ToArray();
        Tijd(inhoud);
        Volgende = inhoud.HasData && IsTijd(inhoud.PeekTag()) ? Tijd(inhoud) : DateTimeOffset.MaxValue;
        var nummers = new HashSet<string>(StringComparer.Ordinal);
        if (inhoud.HasData && inhoud.PeekTag() == Asn1Tag.Sequence)
        {
            for (var regels = inhoud.ReadSequence(); regels.HasData;)
                nummers.Add(Convert.ToHexString(regels.ReadSequence().ReadIntegerBytes().Span));
        }

        _nummers = nummers.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Name of the issuer, as in its certificates.</summary>
    public byte[] Uitgever { get; }

    /// <summary>When there is to be a newer one; from then on this one says nothing.</summary>
    public DateTimeOffset Volgende { get; }

    /// <summary>Reads a file, DER or PEM.</summary>
    /// <exception cref="InvalidOperationException">It is not a revocation list; the message names the file.</exception>
    public static Intrekkingslijst Lees(string bestand, byte[] inhoud)
    {
        try
        {
            var tekst = Encoding.ASCII.GetString(inhoud);
            return new(PemEncoding.TryFind(tekst, out var pem) ? Convert.FromBase64String(tekst[pem.Base64Data]) : inhoud);
        }
        catch (Exception fout) when (fout is AsnContentException or FormatException)
        {
            throw new InvalidOperationException($"'{bestand}' is geen lijst met ingetrokken certificaten (CRL).", fout);
        }
    }

    public bool Noemt(X509Certificate2 certificaat) => _nummers.Contains(Convert.ToHexString(certificaat.SerialNumberBytes.Span));

    /// <summary>Whether this certificate's key signed the list.</summary>
    public bool IsVan(X509Certificate2 uitgever)
    {
        var hash = _algoritme switch
        {
            "1.2.840.113549.1.1.11" or "1.2.840.10045.4.3.2" => HashAlgorithmName.SHA256,
            "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
            "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
            _ => default,
        };
        if (hash == default) return false;
        using var ecdsa = uitgever.GetECDsaPublicKey();
        using var rsa = uitgever.GetRSAPublicKey();
        return ecdsa?.VerifyData(_getekend, _handtekening, hash, DSASignatureFormat.Rfc3279DerSequence)
            ?? rsa?.VerifyData(_getekend, _handtekening, hash, RSASignaturePadding.Pkcs1) ?? false;
    }

    private static bool IsTijd(Asn1Tag tag) => tag == Asn1Tag.UtcTime || tag == Asn1Tag.GeneralizedTime;

    private static DateTimeOffset Tijd(AsnReader lezer) => lezer.PeekTag() == Asn1Tag.UtcTime ? lezer.ReadUtcTime() : lezer.ReadGeneralizedTime();
}
