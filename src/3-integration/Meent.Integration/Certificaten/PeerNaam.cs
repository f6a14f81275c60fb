using System.Security.Cryptography.X509Certificates;

namespace Meent.Integration.Certificaten;

/// <summary>Who a certificate says that its holder is: under the Digikoppeling profile the OIN in serialNumber and the name in organization.</summary>
internal sealed record PeerNaam(string Id, string Naam)
{
    private const string SerialNumber = "2.5.4.5";
    private const string Organization = "2.5.4.10";

    public static PeerNaam Van(X509Certificate2 certificaat) =>
        new(Deel(certificaat, SerialNumber), Deel(certificaat, Organization));

    /// <summary>Whether it can be a Peer ID of FSC and of the transaction log.</summary>
    public bool IsGeldig => Id.Length is >= 3 and <= 20 && Naam.Length >= 3;

    private static string Deel(X509Certificate2 certificaat, string oid) => certificaat.SubjectName.EnumerateRelativeDistinguishedNames()
        .Where(deel => !deel.HasMultipleElements && deel.GetSingleElementType().Value == oid)
        .Select(deel => deel.GetSingleElementValue() ?? "")
        .FirstOrDefault("");
}
