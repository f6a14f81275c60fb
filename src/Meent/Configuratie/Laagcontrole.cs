using Meent.Standards.Beheer;
using Microsoft.Extensions.Options;

namespace Meent.Configuratie;

/// <summary>The mistakes that the layers find in their own sections: by <see cref="IConfiguratieControle"/>, or by options validated at the start.</summary>
internal static class Laagcontrole
{
    public static IEnumerable<Configuratiefout> Fouten(IServiceProvider services) =>
        [.. services.GetServices<IConfiguratieControle>().SelectMany(controle => controle.Fouten()), .. VanOpties(services).Select(Fout)];

    private static IEnumerable<string> VanOpties(IServiceProvider services)
    {
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
            return [];
        }
        catch (OptionsValidationException e)
        {
            return e.Failures;
        }
        catch (AggregateException e) when (e.InnerExceptions.All(i => i is OptionsValidationException))
        {
            return [.. e.InnerExceptions.Cast<OptionsValidationException>().SelectMany(i => i.Failures)];
        }
    }

    /// <summary>Such a message begins with its key.</summary>
    private static Configuratiefout Fout(string tekst)
    {
        var einde = tekst.IndexOf(' ', StringComparison.Ordinal);
        return einde < 0 ? new(tekst, "") : new(tekst[..einde].TrimEnd(':'), tekst[(einde + 1)..]);
    }
}
