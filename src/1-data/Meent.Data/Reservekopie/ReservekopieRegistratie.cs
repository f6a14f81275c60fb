using Meent.Data.Migraties;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Data.Reservekopie;

internal static class ReservekopieRegistratie
{
    public static IServiceCollection AddReservekopieen(this IServiceCollection services) => services
        .AddBron("meent", typeof(ReservekopieRegistratie).Assembly, "Meent.Data.Reservekopie.Migraties")
        .AddSingleton<Reservekopieen>();
}
