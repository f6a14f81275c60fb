using Meent.Data.Modellen.Zaken;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Zaakgericht.Catalogi;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>
/// POST werklijst/_zoek: the search of zaken with what an employee's list asks besides, and the standard has no filter for: the type of the status that
/// a zaak has, and the last day of its term. On a path of its own.
/// </summary>
internal static class Werklijst
{
    private static readonly Resource<Zaak> Zaken = ZakenResources.Zaken with
    {
        Zoekfilters =
        [
            .. ZakenResources.Zaken.Zoekfilters,
            Filter.Verwijzingen("status__statustype__in", "statustype", CatalogiResources.Statustypen.Pad) with
            {
                Binnen = "EXISTS (SELECT 1 FROM zaakgericht_statussen x WHERE x.id = t.laatste_status AND {0})",
            },
        ],
    };

    public static void MapWerklijst(this IEndpointRouteBuilder routes, Dienstverlening diensten) =>
        routes.MapPost($"{Diensten.Pad(Diensten.Zaken)}/werklijst/_zoek", (RequestDelegate)(http => Zoeken.Behandel(http, Zaken, diensten, Zaaktermijn.Uiterlijk)))
            .WithName("werklijst__zoek").WithTags("werklijst").WithMetadata(Zaken, new Scope(Zaken.ScopeLezen.ToString()));
}
