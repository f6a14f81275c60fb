using Meent.Data.Opslag;
using Meent.Integration.Auditlog;
using Meent.Integration.Certificaten;
using Meent.Integration.Fsc;
using Meent.Standards.Organisaties;

namespace Meent.Integration.Beheer;

/// <summary>
/// Asking for a certificate, and taking it into use when the issuer gave it, with who did so on record: for the pages and for the command line.
/// </summary>
internal sealed class Certificaatbeheer(Certificaataanvraag aanvragen, Certificaatwacht wacht, Stores stores, TimeProvider klok)
{
    /// <exception cref="FscException">There is none.</exception>
    public Aanvraag Toon(Organisatie organisatie) => aanvragen.Lees(organisatie) ?? throw new FscException(404, FscCodes.NotFound, "Er staat geen aanvraag open.");

    /// <param name="soort">Of the new key; null to keep the one in use.</param>
    public async Task<Aanvraag> VraagAan(Organisatie organisatie, string? soort, Opdrachtgever wie, CancellationToken stop)
    {
        var aanvraag = aanvragen.Maak(organisatie, soort);
        await Schrijf(organisatie, wie, Acties.CertificaatAanvragen, stop);
        return aanvraag;
    }

    /// <returns>Whether there was one.</returns>
    public async Task<bool> TrekIn(Organisatie organisatie, Opdrachtgever wie, CancellationToken stop)
    {
        if (!aanvragen.Vergeet(organisatie)) return false;
        await Schrijf(organisatie, wie, Acties.CertificaatVergeten, stop);
        return true;
    }

    /// <inheritdoc cref="Certificaataanvraag.Neem"/>
    public Task Neem(Organisatie organisatie, string pem, Opdrachtgever wie, CancellationToken stop) => Gebruik(organisatie, () => aanvragen.Neem(organisatie, pem), wie, stop);

    /// <inheritdoc cref="Certificaataanvraag.NeemVanProefanker"/>
    public Task NeemVanProefanker(Organisatie organisatie, Opdrachtgever wie, CancellationToken stop) => Gebruik(organisatie, () => aanvragen.NeemVanProefanker(organisatie), wie, stop);

    private async Task Gebruik(Organisatie organisatie, Action neem, Opdrachtgever wie, CancellationToken stop)
    {
        neem();
        await Schrijf(organisatie, wie, Acties.CertificaatInlezen, stop);
        // What runs is signed again under it now, not in ten minutes.
        await wacht.Kijk(organisatie, stop);
    }

    private async Task Schrijf(Organisatie organisatie, Opdrachtgever wie, string actie, CancellationToken stop)
    {
        var store = await stores.Get(organisatie);
        await store.Write(sessie => ActieTabel.Schrijf(sessie, wie, actie, klok.GetUtcNow()), stop);
    }
}
