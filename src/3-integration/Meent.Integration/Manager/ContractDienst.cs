using Meent.Data.Opslag;
using Meent.Integration.Auditlog;
using Meent.Integration.Certificaten;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Inway;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Manager;

/// <summary>
/// What a Manager does with contracts: takes them and their signatures from other Peers, makes its own, signs. Every change is one transaction with
/// the deliveries that it causes.
/// </summary>
internal sealed class ContractDienst(
    Stores stores, ContractTabel tabel, CertificateStore certificaten, Dienstenaanbod aanbod, ManagerClient client, Tekenbeleid beleid, Contractwijzer wijzer, Bezorgbel bel,
    IOptions<FscOptions> options, TimeProvider klok)
{
    /// <summary>Another Peer hands in a contract, or a signature on one that this Manager may not have seen yet.</summary>
    /// <param name="tekst">The JWS.</param>
    public async Task Ontvang(
        Organisatie organisatie, PeerNaam indiener, string adres, Contract contract, HandtekeningSoort soort, string tekst, CancellationToken stop)
    {
        var store = await stores.Get(organisatie);
        // What was right once stays known: a contract can be revoked after the service in it ended.
        var bekend = contract.Partijen.Contains(indiener.Id)
            && await store.Read(sessie => tabel.Vind(sessie, contract.Hash), stop) is not null;
        if (!bekend) ContractRegels.Controleer(contract, indiener.Id, organisatie.Oin, options.Value.Groep, dienst => aanbod.Biedt(organisatie, dienst), klok.GetUtcNow());
        var geplaatst = await ControleerHandtekening(organisatie, indiener.Id, adres, contract, soort, tekst, stop);

        await store.Write(async sessie =>
        {
            await PeerTabel.Onthoud(sessie, indiener, adres, klok.GetUtcNow());
            await ContractTabel.Bewaar(sessie, contract);
            await ContractTabel.Teken(sessie, contract.Hash, geplaatst, klok.GetUtcNow());
            sessie.AfterCommit(() => wijzer.Vergeet(organisatie));
            return true;
        }, stop);

        if (soort == HandtekeningSoort.Accept && beleid.TekentZelf(organisatie, contract))
            await Teken(organisatie, contract.Hash, HandtekeningSoort.Accept, Opdrachtgever.VanZelf("Tekenbeleid"), alsHetMag: true, stop);
    }

    /// <summary>Checks a signature of another Peer, wherever it came from.</summary>
    public async Task<Geplaatst> ControleerHandtekening(
        Organisatie organisatie, string peer, string adres, Contract contract, HandtekeningSoort soort, string tekst, CancellationToken stop)
    {
        var jws = Handtekening.Ontleed(tekst);
        var sleutel = await client.Sleutel(organisatie, peer, adres, jws.X5t, stop);
        Handtekening.Controleer(jws, sleutel, contract.Hash, soort);
        return new Geplaatst(soort, peer, tekst, sleutel.NotAfter);
    }

    /// <summary>Keeps a contract of our own, signed, and has it brought to the other parties.</summary>
    public async Task<Dossier> Maak(Organisatie organisatie, Contract contract, Opdrachtgever wie, CancellationToken stop)
    {
        ContractRegels.Controleer(contract, organisatie.Oin, organisatie.Oin, options.Value.Groep, dienst => aanbod.Biedt(organisatie, dienst), klok.GetUtcNow());
        var geplaatst = Zet(organisatie, contract.Hash, HandtekeningSoort.Accept);
        var store = await stores.Get(organisatie);
        var dossier = await store.Write(async sessie =>
        {
            await ContractTabel.Bewaar(sessie, contract);
            await ContractTabel.Teken(sessie, contract.Hash, geplaatst, klok.GetUtcNow());
            await Plan(sessie, organisatie, contract, "contract");
            await ActieTabel.Schrijf(sessie, wie, Acties.Voorstellen, klok.GetUtcNow(), contract.Hash);
            return (await tabel.Vind(sessie, contract.Hash))!;
        }, stop);
        return dossier;
    }

    /// <summary>Places our own signature and has it brought to the other parties.</summary>
    /// <param name="alsHetMag">Do nothing, instead of refusing, when the state does not allow it.</param>
    public async Task<Dossier> Teken(
        Organisatie organisatie, string hash, HandtekeningSoort soort, Opdrachtgever wie, bool alsHetMag, CancellationToken stop)
    {
        var geplaatst = Zet(organisatie, hash, soort);
        var store = await stores.Get(organisatie);
        return await store.Write(async sessie =>
        {
            var dossier = await tabel.Vind(sessie, hash)
                ?? throw new FscException(404, FscCodes.NotFound, "Dit contract is hier niet bekend.");
            if (!Mag(dossier, organisatie, soort))
            {
                if (alsHetMag) return dossier;
                var staat = dossier.Staat(klok.GetUtcNow()).Naam();
                throw new FscException(
                    409, FscCodes.InvalidRequest, $"Een contract met staat {staat} kan niet (nog eens) '{Handtekening.Naam(soort)}' krijgen.");
            }

            await ContractTabel.Teken(sessie, hash, geplaatst, klok.GetUtcNow());
            await Plan(sessie, organisatie, dossier.Contract, Handtekening.Naam(soort));
            await ActieTabel.Schrijf(sessie, wie, Acties.Van(soort), klok.GetUtcNow(), hash);
            return (await tabel.Vind(sessie, hash))!;
        }, stop);
    }

    /// <summary>
    /// Places our acceptances again, of contracts that still run, when they stand under another certificate than the one in use: an acceptance ends with its
    /// certificate (FSC Core 4.2.7).
    /// </summary>
    /// <returns>How many.</returns>
    public async Task<int> Herteken(Organisatie organisatie, CancellationToken stop)
    {
        var nu = klok.GetUtcNow();
        var x5t = certificaten.Van(organisatie).X5t;
        var store = await stores.Get(organisatie);
        var lopend = await store.Read(sessie => tabel.Lopend(sessie, nu), stop);
        var oud = lopend.Where(d => d.Van(HandtekeningSoort.Accept).Any(h => h.Peer == organisatie.Oin && Jws.Lees(h.Jws)?.X5t != x5t)
            && !d.Van(HandtekeningSoort.Reject).Any() && !d.Van(HandtekeningSoort.Revoke).Any()).ToList();
        foreach (var dossier in oud)
        {
            var geplaatst = Zet(organisatie, dossier.Contract.Hash, HandtekeningSoort.Accept);
            await store.Write(async sessie =>
            {
                await ContractTabel.Teken(sessie, dossier.Contract.Hash, geplaatst, klok.GetUtcNow());
                await Plan(sessie, organisatie, dossier.Contract, Handtekening.Naam(HandtekeningSoort.Accept));
                await ActieTabel.Schrijf(sessie, Opdrachtgever.VanZelf("Nieuw certificaat"), Acties.Hertekenen, klok.GetUtcNow(), dossier.Contract.Hash);
                return true;
            }, stop);
        }

        return oud.Count;
    }

    private Geplaatst Zet(Organisatie organisatie, string hash, HandtekeningSoort soort)
    {
        var eigen = certificaten.Van(organisatie);
        return new Geplaatst(soort, organisatie.Oin, Handtekening.Zet(eigen.Certificaat, hash, soort, klok.GetUtcNow()), eigen.Tot);
    }

    private bool Mag(Dossier dossier, Organisatie organisatie, HandtekeningSoort soort) => (dossier.Staat(klok.GetUtcNow()), soort) switch
    {
        (ContractStaat.Proposed, HandtekeningSoort.Accept) => !dossier.Heeft(HandtekeningSoort.Accept, organisatie.Oin),
        (ContractStaat.Proposed, HandtekeningSoort.Reject) => true,
        (ContractStaat.Proposed or ContractStaat.Valid, HandtekeningSoort.Revoke) => dossier.Heeft(HandtekeningSoort.Accept, organisatie.Oin),
        _ => false,
    };

    private async ValueTask Plan(Session sessie, Organisatie organisatie, Contract contract, string soort)
    {
        foreach (var peer in contract.Partijen.Where(p => p != organisatie.Oin))
            await BezorgTabel.Plan(sessie, contract.Hash, peer, soort, klok.GetUtcNow());
        sessie.AfterCommit(() =>
        {
            wijzer.Vergeet(organisatie);
            bel.Luid(organisatie);
        });
    }
}
