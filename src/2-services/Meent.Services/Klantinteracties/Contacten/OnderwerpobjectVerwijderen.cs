using System.Text.Json;
using Meent.Data.Modellen.Klantinteracties;
using Meent.Data.Opslag;
using Meent.Services.Klantinteracties.Partijen;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Klantinteracties.Contacten;

/// <summary>
/// DELETE of an onderwerpobject. With <c>cascade=true</c> its contacts go too, when they were about nothing else, with the addresses that only they had;
/// the answer says which contacts are kept.
/// </summary>
internal static class OnderwerpobjectVerwijderen
{
    private const string Cascade = "cascade";

    public static async Task Behandel(HttpContext http, Dienstverlening diensten)
    {
        var resource = ContactResources.Onderwerpobjecten;
        var verzoek = await Verzoek.Van(http, resource, Klantresource.Bijwerken, diensten, Cascade);
        var id = Adressering.Id(http);
        var ook = http.Request.Query[Cascade].ToString() is { Length: > 0 } tekst && (bool.TryParse(tekst, out var waarde) ? waarde : throw Weiger.Ongeldig(Cascade, "invalid", "Kies true of false."));
        var behouden = await verzoek.Store.Write(async session =>
        {
            var onderwerp = await Verwijder(session, verzoek, resource, id, diensten) ?? throw Weiger.NietGevonden();
            return ook ? await Contacten(session, verzoek, onderwerp, diensten) : [];
        }, http.RequestAborted);
        http.Response.Headers["API-version"] = resource.ApiVersie;
        if (ook) await Results.Json(new { behouden = behouden.Select(contact => $"{verzoek.Store.Organisatie.Basis}{Klantpaden.Klantcontacten}/{contact:D}") }, JsonSerializerOptions.Web).ExecuteAsync(http);
        else http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <returns>The contacts that something else is about too.</returns>
    private static async ValueTask<IReadOnlyList<Guid>> Contacten(Session session, Verzoek verzoek, Onderwerpobject onderwerp, Dienstverlening diensten)
    {
        var behouden = new List<Guid>();
        foreach (var contact in new[] { onderwerp.Klantcontact?.Uuid, onderwerp.WasKlantcontact?.Uuid }.OfType<Guid>().Distinct())
        {
            if (await session.One("SELECT 1 FROM klantcontact_onderwerpobjecten WHERE klantcontact = $1 OR was_klantcontact = $1", _ => true, contact))
            {
                behouden.Add(contact);
                continue;
            }

            var adressen = await session.All(
                "SELECT a.id FROM klantcontact_digitaleadressen a JOIN klantcontact_betrokkenen b ON b.id = a.betrokkene WHERE b.klantcontact = $1 AND a.partij IS NULL ORDER BY a.id", row => row.Guid(0), contact);
            foreach (var adres in adressen) await Verwijder(session, verzoek, DigitaleAdressen.Resource, adres, diensten);
            await Verwijder(session, verzoek, ContactResources.Klantcontacten, contact, diensten);
        }

        return behouden;
    }

    /// <returns>As it was; null when there is none.</returns>
    private static async ValueTask<T?> Verwijder<T>(Session session, Verzoek verzoek, Resource<T> resource, Guid id, Dienstverlening diensten) where T : class
    {
        if (await Rij.Pak(session, resource, id, null) is not { } rij) return null;
        var oud = Vorm.VanBewaard<T>(rij.Body);
        await Verwijderen.Schrijf(
            session, new Schrijven<T>(resource, verzoek.Aanroep, Actie.Destroy, id, oud, oud, rij.Versie, verzoek.Nu, static _ => "") { Toelichting = verzoek.Toelichting }, rij, diensten);
        return oud;
    }
}
