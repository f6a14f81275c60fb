using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.Logboek;
using Meent.Services.Personen.Onderzoeken;
using Meent.Services.Pijplijn;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;

namespace Meent.Services.Terugmelden;

/// <summary>
/// What the bronhouder does with a report. The mark comes on the list of the person first: twice the same does no harm, and a report that says that something is
/// looked into while nobody who asks is told so would be wrong.
/// </summary>
internal sealed class Behandeling(Bronnen bronnen, Stores stores, TimeProvider klok)
{
    /// <exception cref="ProbleemException">409: it was done already, or the registry does not know the person; 503: the registry does not answer.</exception>
    public async Task<Terugmelding> Zet(Aanroep aanroep, Terugmelding melding, Terugmeldstatus status, string? uitleg, Logregel regel, CancellationToken stop)
    {
        if (!melding.Mag(status)) throw Conflict("Deze terugmelding is al zo ver.");
        var store = await stores.Get(aanroep.Organisatie);
        var wasInOnderzoek = melding.Status == Terugmeldstatus.InOnderzoek;
        if (status == Terugmeldstatus.InOnderzoek) await Merk(aanroep, melding, loopt: true, stop);
        var nu = klok.GetUtcNow();
        await store.Write(async session => await session.Zet(melding, status, uitleg, nu) == 0 ? throw Conflict("Iemand anders was u voor.") : await session.Logboek(regel), stop);
        if (wasInOnderzoek) await Ontmerk(aanroep, melding, store, stop);
        return melding with { Status = status, Uitleg = uitleg, Gewijzigd = nu };
    }

    /// <summary>Others about the same part may still run: their mark is put back.</summary>
    private async Task Ontmerk(Aanroep aanroep, Terugmelding melding, Store store, CancellationToken stop)
    {
        await Merk(aanroep, melding, loopt: false, stop);
        foreach (var andere in await store.Read(session => session.InOnderzoek(melding.Bsn), stop)) await Merk(aanroep, andere, loopt: true, stop);
    }

    private async Task Merk(Aanroep aanroep, Terugmelding melding, bool loopt, CancellationToken stop)
    {
        try
        {
            await bronnen.Verricht(
                HttpMethod.Post, new Namens(aanroep.Organisatie.Slug, aanroep.Doel!.Uri, aanroep.Gebruiker), Diensten.Personen, "onderzoeken", new Onderzoekinvoer(melding.Bsn, melding.Gegeven, loopt), stop);
        }
        catch (BronException fout) when (fout.Status is 403 or 404)
        {
            throw Conflict(fout.Detail);
        }
        catch (Exception fout) when (fout is BronException or HttpRequestException)
        {
            throw new ProbleemException(new Probleem(503, "bronNietBereikbaar", "De basisregistratie antwoordt niet.", "Probeer het later opnieuw."), fout);
        }
    }

    private static ProbleemException Conflict(string detail) => new(new Probleem(409, "conflict", "Dit kan nu niet.", detail));
}
