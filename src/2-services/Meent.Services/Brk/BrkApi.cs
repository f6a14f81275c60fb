using Meent.Data.Migraties;
using Meent.Services.Pijplijn;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Brk;

/// <summary>BRK bevragen 2.0.0: who has which rights on which land and buildings.</summary>
internal static class BrkApi
{
    /// <summary>The entry in the own register of processing activities under which this source tells others.</summary>
    public const string Activiteit = "kadaster-verstrekken";

    public static IServiceCollection AddBrk(this IServiceCollection services) => services
        .AddBron("brk", typeof(BrkApi).Assembly, "Meent.Services.Brk.Migraties", Diensten.Brk)
        .AddTeller("percelen en appartementsrechten", Diensten.Brk, "SELECT COUNT(*) FROM brk_zaken")
        .AddSingleton<IBeheertaak, ImportBrk>();

    public static void MapBrk(this IEndpointRouteBuilder routes)
    {
        var brk = routes.MapGroup(Diensten.Pad(Diensten.Brk)).WithMetadata(new PadAlsInstance());
        brk.MapZaken();
        brk.MapRechten();
        brk.MapKadasterpersonen();
        brk.MapStukken();
    }
}
