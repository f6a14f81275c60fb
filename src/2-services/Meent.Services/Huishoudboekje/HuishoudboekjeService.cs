using Meent.Data.Migraties;
using Meent.Services.EigenApi;
using Meent.Services.Huishoudboekje.Afspraken;
using Meent.Services.Huishoudboekje.Betaalruns;
using Meent.Services.Huishoudboekje.Crediteuren;
using Meent.Services.Huishoudboekje.Deelnemers;
using Meent.Services.Huishoudboekje.Import;
using Meent.Services.Huishoudboekje.Inlezen;
using Meent.Services.Huishoudboekje.Overzichten;
using Meent.Services.Huishoudboekje.Rekeningen;
using Meent.Services.Huishoudboekje.Rubrieken;
using Meent.Services.Huishoudboekje.Signalen;
using Meent.Services.Huishoudboekje.Transacties;
using Meent.Services.Pijplijn;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Huishoudboekje;

/// <summary>The household budget: the municipality receives a resident's income, pays the fixed costs and passes on the rest.</summary>
internal static class HuishoudboekjeService
{
    private const string Versie = "1.0.0";

    private static readonly ApiDocument Document = new(
        "Huishoudboekje", "Inkomen ontvangen, vaste lasten betalen en de rest doorgeven, voor inwoners die daarvoor getekend hebben.", Versie, Links.Basis, EigenJson.Options);

    public static IServiceCollection AddHuishoudboekje(this IServiceCollection services) => services
        .AddBron(Diensten.Huishoudboekje, typeof(HuishoudboekjeService).Assembly, "Meent.Services.Huishoudboekje.Migraties", Diensten.Huishoudboekje)
        .AddTeller("deelnemers", Diensten.Huishoudboekje, "SELECT COUNT(*) FROM huishoudboekje_deelnemers WHERE einde IS NULL")
        .AddTeller("bankregels", Diensten.Huishoudboekje, "SELECT COUNT(*) FROM huishoudboekje_bankregels")
        .AddSingleton<Toegang>()
        .AddSingleton<IBeheertaak, ImportHuishoudboekje>()
        .AddHostedService<Nachtwacht>();

    public static void MapHuishoudboekje(this IEndpointRouteBuilder routes)
    {
        var boek = routes.MapGroup(Links.Basis).WithTags("Huishoudboekje");
        boek.AddEndpointFilter((aanroep, volgende) =>
        {
            // Before the handler, so that refusals bear it too.
            aanroep.HttpContext.Response.Headers["API-Version"] = Versie;
            return volgende(aanroep);
        });
        boek.MapDeelnemers();
        boek.MapCrediteuren();
        boek.MapRekeningen();
        boek.MapRubrieken();
        boek.MapAfspraken();
        boek.MapAfschriften();
        boek.MapTransacties();
        boek.MapBetaalruns();
        boek.MapSignalen();
        boek.MapOverzichten();
        boek.MapDocument("huishoudboekje_openapi", Document);
    }
}
