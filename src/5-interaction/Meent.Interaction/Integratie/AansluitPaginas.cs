using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Integratie;

/// <summary>
/// From a request for a certificate to the first call that works, in seven steps. Nothing is remembered between them: each shows how it stands, so that
/// who stops goes on where it stands.
/// </summary>
internal sealed class AansluitPaginas(Integratiebron bron)
{
    private const string Pad = "/werk/integratie/aansluiten";
    private const int HeleLijst = 1000;
    private const string Zelfde = "zelfde";

    private static readonly string[] Sleutels = ["P-256", "RSA-3072", Zelfde];

    public static void Map(Paginabouwer paginas)
    {
        var eis = Eis.Medewerker(Rechten.IntegratieBeheren);
        var werk = paginas.Van<AansluitPaginas>();
        werk.Get(Pad, eis, p => async v => v.Toon<AansluitScherm>(await p.Model(v, "", Formulier.Leeg)));
        werk.Get($"{Pad}/aanvraag", eis, p => p.Aanvraag);
        werk.Post($"{Pad}/aanvraag", eis, p => v => p.Doe(v, "aanvraag", (t, f) => f.Keuze("sleutel", Sleutels, t["Kies een sleutel.", "Choose a key."]),
            (f, reden) => p.Bron.VraagAan(v, f["sleutel"] is Zelfde ? null : f["sleutel"], reden)));
        werk.Post($"{Pad}/keten", eis, p => v => p.Doe(v, "keten", (t, f) => f.Verplicht("pem", t["Plak hier wat de uitgever u gaf.", "Paste here what the issuer gave you."]), (f, reden) => p.Bron.NeemKeten(v, f["pem"], reden)));
        werk.Post($"{Pad}/proefketen", eis, p => v => p.Doe(v, "proefketen", static (_, _) => { }, (_, reden) => p.Bron.NeemProefketen(v, reden)));
        werk.Post($"{Pad}/aanmelden", eis, p => v => p.Doe(v, "aanmelden", static (_, _) => { }, (_, reden) => p.Bron.Kondig(v, reden)));
        werk.Post($"{Pad}/proef", eis, p => p.Proef);
    }

    private Integratiebron Bron => bron;

    /// <summary>The request, as a file for the issuer. The key is not in it.</summary>
    private async Task<IResult> Aanvraag(Verzoek verzoek) => await bron.Aanvraag(verzoek) is { } aanvraag
        ? Results.File(System.Text.Encoding.ASCII.GetBytes(aanvraag.Csr), "application/pkcs10", $"{verzoek.Organisatie.Slug}.csr")
        : verzoek.NietGevonden();

    private async Task<IResult> Doe(Verzoek verzoek, string stap, Action<Taal.Tekst, Formulier> controleer, Func<Formulier, string, Task> doe)
    {
        var formulier = await Formulier.Lees(verzoek);
        controleer(verzoek.T, formulier);
        var gedaan = await Probeer(verzoek, formulier, $"kop-{stap}", async () =>
        {
            await doe(formulier, verzoek.T["Aansluiten", "Getting connected"]);
            return $"{Pad}?na={stap}#kop-{stap}";
        });
        return gedaan is null ? verzoek.Toon<AansluitScherm>(await Model(verzoek, stap, formulier), StatusCodes.Status422UnprocessableEntity) : verzoek.GaNaar(gedaan);
    }

    /// <summary>Shows the outcome at once: there is no place where it is kept.</summary>
    private async Task<IResult> Proef(Verzoek verzoek)
    {
        var formulier = await Formulier.Lees(verzoek);
        var model = await Model(verzoek, "proef", formulier);
        var grant = formulier.Keuze("grant", model.Verbindingen.Select(v => v.Kenmerk), verzoek.T["Kies een verbinding.", "Choose a connection."]);
        Proefuitkomst? uitkomst = null;
        await Probeer(verzoek, formulier, "grant", async () =>
        {
            var verbinding = model.Verbindingen.First(v => v.Kenmerk == grant);
            uitkomst = await bron.Proef(verzoek, verbinding.Hash, verbinding.Doel, formulier["pad"].Length > 0 ? formulier["pad"] : "/", verzoek.T["Aansluiten", "Getting connected"]);
            return "";
        });
        return verzoek.Toon<AansluitScherm>(model with { Uitkomst = uitkomst }, uitkomst is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    /// <summary>Also what could not be done because another did not answer comes to stand with the step.</summary>
    private static async Task<string?> Probeer(Verzoek verzoek, Formulier formulier, string veld, Func<Task<string>> doe)
    {
        try
        {
            return await formulier.Probeer(new Dictionary<string, string>(), veld, Integratiewoorden.Weigering(verzoek.T), doe);
        }
        catch (BronException fout) when (fout.Status == StatusCodes.Status502BadGateway)
        {
            formulier.Fout(veld, verzoek.T[$"De ander antwoordde niet: {fout.Detail}", $"The other did not answer: {fout.Detail}"]);
            return null;
        }
    }

    private async Task<Aansluitmodel> Model(Verzoek verzoek, string stap, Formulier formulier)
    {
        var (groep, namen, certificaten, aanvraag) = (bron.Groep(verzoek), bron.Namen(verzoek), bron.Certificaten(verzoek), bron.Aanvraag(verzoek));
        var contracten = await bron.Contracten(verzoek, $"limit={HeleLijst}");
        var zelf = await groep;
        return new Aansluitmodel(
            zelf, await certificaten, await aanvraag, await Aangemeld(verzoek, zelf), contracten.Contracts, await namen, stap, formulier);
    }

    private async Task<bool> Aangemeld(Verzoek verzoek, Fscgroep zelf)
    {
        try
        {
            return (await bron.Peers(verzoek, $"peer_id={zelf.PeerId}")).Peers.Any(p => p.Id == zelf.PeerId && p.ManagerAddress == zelf.ManagerAddress);
        }
        catch (BronException)
        {
            return false;
        }
    }
}
