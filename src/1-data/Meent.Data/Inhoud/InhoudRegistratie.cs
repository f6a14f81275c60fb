using Microsoft.Extensions.DependencyInjection;

namespace Meent.Data.Inhoud;

public static class InhoudRegistratie
{
    internal static IServiceCollection AddInhoud(this IServiceCollection services) => services
        .AddSingleton<Inhoudopslag>()
        .AddSingleton<Opruimer>()
        .AddHostedService(diensten => diensten.GetRequiredService<Opruimer>());

    /// <summary>Tells that a column names content: it is then in back-ups, and is not cleared away.</summary>
    public static IServiceCollection AddInhoudverwijzing(this IServiceCollection services, string bron, string tabel, string kolom) =>
        services.AddSingleton(new Inhoudverwijzing(bron, tabel, kolom));
}
