using Meent.Data.Inhoud;
using Meent.Data.Opslag;
using Meent.Services.Logboek;
using Meent.Services.Pijplijn.Buiten;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Uitvouwen;
using Meent.Services.Zaakgericht.Autorisaties;
using Meent.Standards.Beheer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Meent.Services.Pijplijn;

/// <summary>What the pipeline needs of the node.</summary>
internal sealed record Dienstverlening(
    Stores Stores, Aanroepen Aanroepen, Nummers Nummers, Vouwer Vouwer, Verwerkingslog Logboek, Resources Resources, Buitenwereld Buitenwereld, Verzegeling Verzegeling, Rechtenboek Rechtenboek,
    Inhoudopslag Inhoud, TimeProvider Klok);

internal static class PijplijnServices
{
    public static IServiceCollection AddPijplijn(this IServiceCollection services)
    {
        services.TryAddSingleton<Rechtenboek>();
        services.TryAddSingleton<Aanroepen>();
        services.TryAddSingleton<Bewaartermijnen>();
        services.AddDataProtection();
        services.AddSingleton<Verzegeling>();
        services.AddSingleton<Buitenadressen>().AddSingleton<IConfiguratieControle>(d => d.GetRequiredService<Buitenadressen>()).AddSingleton<Buitenwereld>();
        return services.AddSingleton<Nummers>().AddSingleton<Vouwer>().AddSingleton<Resources>().AddSingleton<Dienstverlening>();
    }
}
