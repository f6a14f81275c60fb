using Meent.Data.Modellen.Contactgegevens;
using Meent.Services.Pijplijn;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Contactgegevens;

/// <summary>Contactgegevens 1.1.1: organisations and persons as they are registered.</summary>
internal static class ContactgegevensResources
{
    public static readonly Resource<Organisatie> Organisaties = Van<Organisatie>("organisatie", "organisaties");

    public static readonly Resource<Persoon> Personen = Van<Persoon>("persoon", "personen") with { Persoonsgegevens = true };

    public static void MapContactgegevens(this IEndpointRouteBuilder routes, Dienstverlening diensten)
    {
        routes.MapResource(Organisaties, diensten);
        routes.MapResource(Personen, diensten);
    }

    /// <param name="naam">Also the path segment: the standard has it in the singular.</param>
    private static Resource<T> Van<T>(string naam, string tabel) where T : class => new()
    {
        Naam = naam,
        Meervoud = naam,
        Dienst = Diensten.Contactgegevens,
        ApiVersie = "1.1.1",
        Tabel = $"klantcontact_{tabel}",
        MetUuid = true,
        MetToken = true,
        Volgorde = "-id",
        ScopeLezen = "contactgegevens.lezen",
        ScopeAanmaken = "contactgegevens.bijwerken",
        ScopeBijwerken = "contactgegevens.bijwerken",
        ScopeVerwijderen = "contactgegevens.bijwerken",
        Kolommen = [],
    };
}
