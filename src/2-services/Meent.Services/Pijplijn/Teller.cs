using Meent.Data.Opslag;
using Meent.Standards.Landschap;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Pijplijn;

/// <summary>Counts rows of a bron for the public picture of the landscape.</summary>
internal sealed class Teller(string wat, string dienst, Func<Session, ValueTask<long>> tel, Stores stores) : ITeller
{
    public string Wat => wat;

    public string Dienst => dienst;

    public async ValueTask<long> Tel(Organisatie organisatie, CancellationToken stop) =>
        await (await stores.Get(organisatie)).Read(tel, stop);
}

internal static class TellerRegistratie
{
    /// <param name="sql">Names tables of the bron that registers it only.</param>
    public static IServiceCollection AddTeller(this IServiceCollection services, string wat, string dienst, string sql) =>
        services.AddTeller(wat, dienst, session => session.One(sql, rij => rij.Long(0)));

    public static IServiceCollection AddTeller(this IServiceCollection services, string wat, string dienst, Func<Session, ValueTask<long>> tel) =>
        services.AddSingleton<ITeller>(diensten => new Teller(wat, dienst, tel, diensten.GetRequiredService<Stores>()));
}
