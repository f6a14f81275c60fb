using System.Globalization;
using Meent.Standards.Beheer;
using Meent.Standards.Organisaties;

namespace Meent.Integration.Certificaten;

/// <summary><c>meent certificates</c>: makes what is missing and shows what is there.</summary>
internal sealed class CertificatenTaak(CertificateStore store, TimeProvider klok) : IBeheertaak
{
    public string Naam => "certificates";

    public bool Geschikt(Organisatie organisatie) => true;

    public Task Voer(Beheeropdracht opdracht, CancellationToken stop)
    {
        var certificaat = store.Van(opdracht.Organisatie);
        opdracht.Melding($"OIN {certificaat.Peer.Id}, {certificaat.Peer.Naam}");
        opdracht.Melding($"  geldig tot {certificaat.Certificaat.NotAfter.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, x5t#S256 {certificaat.X5t}");
        if (Geldigheden.Van(certificaat.Tot, klok.GetUtcNow()) is not Geldigheid.Goed and var geldigheid)
            opdracht.Melding($"  LET OP: {(geldigheid == Geldigheid.Verlopen ? "verlopen" : "eindigt binnen " + (geldigheid == Geldigheid.Dringend ? "14" : "60") + " dagen")}");
        opdracht.Melding($"  public_key_thumbprint {certificaat.PublicKeyThumbprint}");
        return Task.CompletedTask;
    }
}
