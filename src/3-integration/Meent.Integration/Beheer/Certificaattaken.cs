using Meent.Integration.Auditlog;
using Meent.Integration.Certificaten;
using Meent.Integration.Fsc;
using Meent.Standards.Beheer;

namespace Meent.Integration.Beheer;

/// <summary><c>meent fsc certificate …</c>: a key and the request for its certificate, what the issuer made of it, and taking the request back.</summary>
internal sealed class Certificaattaken(Certificaatbeheer beheer, CertificateStore certificaten)
{
    private const int Grootste = 256 * 1024;

    /// <summary>Keeps the key in use.</summary>
    private const string Zelfde = "zelfde";

    public Task Toon(Beheeropdracht opdracht, CancellationToken stop)
    {
        Meld(opdracht, beheer.Toon(opdracht.Organisatie));
        return Task.CompletedTask;
    }

    public async Task VraagAan(Beheeropdracht opdracht, CancellationToken stop) => Meld(opdracht, await beheer.VraagAan(
        opdracht.Organisatie, opdracht.Bestand == Zelfde ? null : opdracht.Bestand, Opdrachtgever.Opdrachtregel(opdracht.Reden), stop));

    public async Task Neem(Beheeropdracht opdracht, CancellationToken stop)
    {
        if (new FileInfo(opdracht.Bestand!) is not { Exists: true } bestand) throw new FormatException($"Bestand '{opdracht.Bestand}' is er niet.");
        if (bestand.Length > Grootste) throw new FormatException($"Bestand '{opdracht.Bestand}' is te groot voor een keten van certificaten.");
        await beheer.Neem(opdracht.Organisatie, await File.ReadAllTextAsync(opdracht.Bestand!, stop), Opdrachtgever.Opdrachtregel(opdracht.Reden), stop);
        var nieuw = certificaten.Van(opdracht.Organisatie);
        opdracht.Melding($"in gebruik tot {nieuw.Tot:yyyy-MM-dd}, public_key_thumbprint {nieuw.PublicKeyThumbprint}");
        opdracht.Melding("Een node die draait neemt het binnen tien minuten over, en tekent dan wat er loopt opnieuw.");
    }

    public async Task TrekIn(Beheeropdracht opdracht, CancellationToken stop)
    {
        if (!await beheer.TrekIn(opdracht.Organisatie, Opdrachtgever.Opdrachtregel(opdracht.Reden), stop)) throw new FscException(404, FscCodes.NotFound, "Er staat geen aanvraag open.");
        opdracht.Melding("De aanvraag is ingetrokken; haar sleutel is weg.");
    }

    private static void Meld(Beheeropdracht opdracht, Aanvraag aanvraag)
    {
        opdracht.Melding($"aanvraag van {aanvraag.Gemaakt:yyyy-MM-ddTHH:mm:ssZ}, public_key_thumbprint {aanvraag.PublicKeyThumbprint}");
        opdracht.Melding(aanvraag.Csr);
    }
}
