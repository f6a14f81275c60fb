using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Model;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Pijplijn.Mutaties;

/// <summary>DELETE of a resource: hard, with all that belongs to it (zrc-023, drc-008, brc-009).</summary>
internal static class Verwijderen
{
    public static async Task Behandel<T>(HttpContext http, Resource<T> resource, Dienstverlening diensten) where T : class
    {
        var verzoek = await Verzoek.Van(http, resource, resource.ScopeVerwijderen!, diensten);
        var id = Adressering.Id(http);
        var ifMatch = http.Request.Headers.IfMatch.ToString();
        await verzoek.Store.Write(
            async session =>
            {
                var rij = await Rij.Pak(session, resource, id, verzoek.Ouder) ?? throw Weiger.NietGevonden();
                if (!verzoek.Bereik.Omvat(rij.Type, rij.Rang)) throw Weiger.GeenRecht();
                if (ifMatch.Length > 0) await IfMatch.Controleer(session, resource, id, verzoek.Aanroep.Dag, ifMatch);
                var oud = Vorm.VanBewaard<T>(rij.Body);
                var schrijven = new Schrijven<T>(resource, verzoek.Aanroep, Actie.Destroy, id, oud, oud, rij.Versie, verzoek.Nu, static _ => "") { Toelichting = verzoek.Toelichting };
                var meegenomen = await Kinderen.Betrokkenen(session, resource, id);
                await Schrijf(session, schrijven, rij, diensten);
                await Nasleep.Logboek(session, schrijven, diensten, meegenomen);
                return 0;
            },
            http.RequestAborted);
        http.Response.Headers["API-version"] = resource.ApiVersie;
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>The write itself, on a row that is locked.</summary>
    public static async ValueTask Schrijf<T>(Session session, Schrijven<T> schrijven, Rij rij, Dienstverlening diensten) where T : class
    {
        var resource = schrijven.Resource;
        var kolommen = await Kolomwaarden.Van(resource, schrijven.Model, session);
        // Before the rules take away by what they are found.
        var betrokkenen = await Nasleep.Betrokkenen(session, resource, schrijven.Id, kolommen);
        await resource.Verwijderregels(schrijven, session, diensten);
        try
        {
            await Kinderen.Verwijder(session, resource, schrijven.Id, diensten);
            await Rij.Verwijder(session, resource, schrijven.Id);
        }
        catch (ReferenceConflictException)
        {
            throw Weiger.Ongeldig("nonFieldErrors", "pending-relations", "Er wordt nog naar verwezen.");
        }

        await resource.Opruimen(schrijven, session);
        await Nasleep.Logboek(session, schrijven, diensten, betrokkenen);
        await Nasleep.Tel(session, resource, rij.Type, rij.Rang, -1, diensten);
        Nasleep.Rechten(session, resource, diensten);
        await Nasleep.Meld(session, schrijven, resource.Url(schrijven.Id, resource.Nest is { } nest ? kolommen[nest.Kolom] as Guid? : null), rij.Body, null);
    }
}
