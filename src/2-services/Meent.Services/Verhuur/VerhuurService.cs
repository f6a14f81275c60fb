using Meent.Data.Migraties;
using Meent.Services.EigenApi;
using Meent.Services.Pijplijn;
using Meent.Services.Verhuur.Gebieden;
using Meent.Services.Verhuur.Geldigheid;
using Meent.Services.Verhuur.Meldingen;
using Meent.Services.Verhuur.Regels;
using Meent.Services.Verhuur.Registraties;
using Meent.Services.Verhuur.Signalen;
using Meent.Services.Verhuur.Stappen;
using Meent.Services.Verhuur.Vergunningen;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Verhuur;

/// <summary>The register of tourist rental: numbers, stays reported beforehand, nights counted, the municipality's rules by version.</summary>
internal static class VerhuurService
{
    private const string Versie = "1.0.0";

    private static readonly ApiDocument Document = new(
        "Verhuurregister", "Registratie van toeristische verhuur van woonruimte: nummers, gemelde verblijven, nachten en regels.",
        Versie, Links.Basis, EigenJson.Options);

    public static IServiceCollection AddVerhuur(this IServiceCollection services) => services
        .AddBron(Diensten.Verhuur, typeof(VerhuurService).Assembly, "Meent.Services.Verhuur.Migraties", Diensten.Verhuur)
        .AddTeller("registraties", Diensten.Verhuur, "SELECT COUNT(*) FROM verhuur_registraties WHERE beeindigd IS NULL")
        .AddTeller("meldingen", Diensten.Verhuur, "SELECT COUNT(*) FROM verhuur_meldingen")
        .AddOmvangteller(
            "Toeristische verhuur", Diensten.Verhuur, "actieve registraties",
            "Registraties die tot en met de peildag zijn gedaan en op het eind daarvan niet waren beëindigd. Zelf tellen, API van het verhuurregister: registraties met aangemaaktOp tot en met de peildag, "
            + "zonder beeindigdOp of met een latere.",
            Registratietabel.Actief)
        .AddOmvangteller(
            "Toeristische verhuur", Diensten.Verhuur, "deelnemers",
            "Verhuurders met een actieve registratie op het eind van de peildag, elk één keer. Achttien maanden na het einde wordt gewist wie de verhuurder was, dus van langer geleden is de telling lager. "
            + "Zelf tellen, API van het verhuurregister: de verschillende verhuurders van die registraties.",
            Registratietabel.Verhuurders)
        .AddSingleton<Toegang>()
        .AddSingleton<Adrescontrole>()
        .AddSingleton<Adresplek>()
        .AddHostedService<Liggingzoeker>()
        .AddHostedService<Opruimer>();

    public static void MapVerhuur(this IEndpointRouteBuilder routes)
    {
        var verhuur = routes.MapGroup(Links.Basis).WithTags("Verhuur");
        verhuur.AddEndpointFilter((aanroep, volgende) =>
        {
            // Before the handler, so that refusals bear it too.
            aanroep.HttpContext.Response.Headers["API-Version"] = Versie;
            return volgende(aanroep);
        });
        verhuur.MapRegels();
        verhuur.MapRegeltoets();
        verhuur.MapGebieden();
        verhuur.MapRegistraties();
        verhuur.MapStappen();
        verhuur.MapVergunningen();
        verhuur.MapLotingen();
        verhuur.MapMeldingen();
        verhuur.MapNachten();
        verhuur.MapGeldigheid();
        verhuur.MapSignalen();
        verhuur.MapDocument("verhuur_openapi", Document);
    }
}
