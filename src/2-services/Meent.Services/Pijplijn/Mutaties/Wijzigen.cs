using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Buiten;
using Meent.Services.Pijplijn.Model;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Pijplijn.Mutaties;

/// <summary>
/// PUT and PATCH of a resource. A PATCH replaces the members that it names, each whole (zrc-012: a group that is sent is complete). Members that are
/// read-only keep their value, whatever is sent.
/// </summary>
internal static class Wijzigen
{
    public static async Task Behandel<T>(HttpContext http, Resource<T> resource, Dienstverlening diensten, Actie actie) where T : class
    {
        var verzoek = await Verzoek.Van(http, resource, resource.ScopeBijwerken!, diensten);
        var id = Adressering.Id(http);
        var (json, bijlage) = await Inhoud.Lees(http, resource, diensten);
        using var _ = json;
        var body = actie == Actie.Update ? Adressering.MetOuder(json.RootElement, http, resource, verzoek.Aanroep) : json.RootElement;
        Vorm.Controleer<T>(body, deels: actie == Actie.PartialUpdate);
        await diensten.Nummers.Vul(verzoek.Store, resource.Bron, http.RequestAborted);
        var velden = Verzoek.Velden(body);
        var opgehaald = await Opgehaald.Haal(resource, body, verzoek, diensten, http.RequestAborted);
        var ifMatch = http.Request.Headers.IfMatch.ToString();

        await Gewijzigd.Antwoord(http, resource, verzoek, StatusCodes.Status200OK, async session =>
        {
            var rij = await Rij.Pak(session, resource, id, verzoek.Ouder) ?? throw Weiger.NietGevonden();
            if (!verzoek.Bereik.Omvat(rij.Type, rij.Rang)) throw Weiger.GeenRecht();
            if (ifMatch.Length > 0) await IfMatch.Controleer(session, resource, id, verzoek.Aanroep.Dag, ifMatch);
            var oud = Vorm.VanBewaard<T>(rij.Body);
            var nieuw = actie == Actie.PartialUpdate ? Vorm.VoegSamen<T>(rij.Body, body, verzoek.Basissen) : Vorm.Vervang(oud, body, verzoek.Basissen);
            var schrijven = new Schrijven<T>(
                resource, verzoek.Aanroep, actie, id, nieuw, oud, rij.Versie, verzoek.Nu, voorvoegsel => diensten.Nummers.Volgende(verzoek.Store, resource.Bron, voorvoegsel))
            { Gestuurd = velden, Toelichting = verzoek.Toelichting, Bijlage = bijlage, Opgehaald = opgehaald };
            return await Schrijf(session, schrijven, rij, verzoek.Bereik, diensten);
        });
    }

    /// <summary>The write itself, on a row that is locked.</summary>
    public static async ValueTask<Schrijven<T>> Schrijf<T>(Session session, Schrijven<T> schrijven, Rij rij, Bereik bereik, Dienstverlening diensten) where T : class
    {
        await Toestemming.Eis(session, schrijven, bereik);
        Onveranderlijk(schrijven);
        return await Vastleggen.Schrijf(session, schrijven, rij, bereik, diensten);
    }

    /// <summary>Fields that keep their value for ever (zrc-002, zrc-004, brc-001 and kin: <c>wijzigen-niet-toegelaten</c>).</summary>
    private static void Onveranderlijk<T>(Schrijven<T> schrijven) where T : class
    {
        var fouten = new List<Standards.Problemen.OngeldigVeld>();
        foreach (var veld in Beschrijving.Van(typeof(T))!.Velden.Where(veld => schrijven.Resource.Onveranderlijk.Contains(veld.Naam)))
        {
            // Left out of a PUT, or left to us as at creation: it stays what it is.
            if (!schrijven.Gestuurd.Contains(veld.Naam) || veld.Waarde(schrijven.Model) is "") veld.NeemOver(schrijven.Oud!, schrijven.Model);
            else if (!Equals(veld.Waarde(schrijven.Model), veld.Waarde(schrijven.Oud!)))
                fouten.Add(new(veld.Naam, "wijzigen-niet-toegelaten", "Dit veld mag niet gewijzigd worden."));
        }

        if (fouten.Count > 0) throw Weiger.Ongeldig(fouten);
    }
}
