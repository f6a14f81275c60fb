using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Zaakgericht.Catalogi;

/// <summary>POST {uuid}/publish: a concept becomes definitive.</summary>
internal static class Publiceren
{
    /// <param name="isConcept">Whether a version is a concept still.</param>
    /// <param name="definitief">The version as it is published.</param>
    public static void MapPublish<T>(this IEndpointRouteBuilder routes, Resource<T> resource, Func<T, bool> isConcept, Func<T, T> definitief, Dienstverlening diensten)
        where T : class =>
        routes.MapPost($"{resource.Pad}/{{uuid}}/publish", (RequestDelegate)(http => Behandel(http, resource, isConcept, definitief, diensten)))
            .WithName($"{resource.Naam}_publish").WithTags(resource.Meervoud).WithMetadata(resource, new Scope(resource.ScopeAanmaken!.ToString()));

    private static async Task Behandel<T>(HttpContext http, Resource<T> resource, Func<T, bool> isConcept, Func<T, T> definitief, Dienstverlening diensten) where T : class
    {
        var verzoek = await Verzoek.Van(http, resource, resource.ScopeAanmaken!, diensten);
        var id = Adressering.Id(http);
        await Gewijzigd.Antwoord(http, resource, verzoek, StatusCodes.Status200OK, async session =>
        {
            // The lock first: two who publish at once must not both read a concept.
            var rij = await Rij.Pak(session, resource, id, null) ?? throw Weiger.NietGevonden();
            var oud = Vorm.VanBewaard<T>(rij.Body);
            var schrijven = new Schrijven<T>(resource, verzoek.Aanroep, Actie.PartialUpdate, id, definitief(oud), oud, rij.Versie, verzoek.Nu, static _ => "") { Toelichting = verzoek.Toelichting };
            return isConcept(oud) ? await Wijzigen.Schrijf(session, schrijven, rij, verzoek.Bereik, diensten) : schrijven;
        });
    }
}
