using Meent.Data.Opslag;
using Meent.Standards.Landschap;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Pijplijn;

/// <summary>Counts rows of a bron by which a solution is settled.</summary>
/// <param name="tel">Counts as of the end of a day.</param>
internal sealed class Omvangteller(string oplossing, string dienst, string wat, string uitleg, bool opPeildag, Func<Session, DateOnly, ValueTask<long>> tel, Stores stores) : IOmvangteller
{
    public string Oplossing => oplossing;

    public string? Dienst => dienst;

    public string Wat => wat;

    public string Uitleg => uitleg;

    public bool OpPeildag => opPeildag;

    public async ValueTask<long> Tel(Organisatie organisatie, DateOnly peildag, CancellationToken stop) =>
        await (await stores.Get(organisatie)).Snapshot(sessie => tel(sessie, peildag), stop);
}

internal static class OmvangtellerRegistratie
{
    /// <param name="tel">Asks tables of the bron that registers it only.</param>
    public static IServiceCollection AddOmvangteller(
        this IServiceCollection services, string oplossing, string dienst, string wat, string uitleg, Func<Session, DateOnly, ValueTask<long>> tel, bool opPeildag = true) =>
        services.AddSingleton<IOmvangteller>(diensten => new Omvangteller(oplossing, dienst, wat, uitleg, opPeildag, tel, diensten.GetRequiredService<Stores>()));
}
