using Meent.Data.Opslag;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Data.Outbox;

/// <summary>Whether a bron has work waiting for the background, now or later: a cheap question, asked when an organisation has come to rest.</summary>
/// <param name="Dienst">The service whose tables it reads; null when every organisation has them.</param>
public sealed record Werkvraag(string? Dienst, Func<Session, ValueTask<bool>> IsEr)
{
    internal bool Geldt(Organisatie organisatie) => Dienst is null || organisatie.Diensten.Contains(Dienst);
}

public static class WerkvraagRegistratie
{
    /// <param name="dienst">The service whose tables it reads; null when every organisation has them.</param>
    public static IServiceCollection AddWerkvraag(this IServiceCollection services, string? dienst, Func<Session, ValueTask<bool>> isEr) =>
        services.AddSingleton(new Werkvraag(dienst, isEr));

    /// <param name="dienst">The service whose tables it reads; null when every organisation has them.</param>
    /// <param name="sql">Gives a row when there is work.</param>
    public static IServiceCollection AddWerkvraag(this IServiceCollection services, string? dienst, string sql) =>
        services.AddWerkvraag(dienst, session => session.One(sql, _ => true));
}
