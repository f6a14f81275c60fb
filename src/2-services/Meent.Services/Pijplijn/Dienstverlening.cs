using Meent.Data.Opslag;
using Meent.Services.Logboek;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Uitvouwen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Meent.Services.Pijplijn;

/// <summary>What the pipeline needs of the node.</summary>
internal sealed record Dienstverlening(Stores Stores, Aanroepen Aanroepen, Nummers Nummers, Vouwer Vouwer, Verwerkingslog Logboek, Resources Resources, TimeProvider Klok);

internal static class PijplijnServices
{
    public static IServiceCollection AddPijplijn(this IServiceCollection services)
    {
        services.TryAddSingleton<Aanroepen>();
        return services.AddSingleton<Nummers>().AddSingleton<Vouwer>().AddSingleton<Resources>().AddSingleton<Dienstverlening>();
    }
}
