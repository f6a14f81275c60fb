using System.Security.Cryptography;
using Meent.Standards.Identificaties;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.DataProtection;

namespace Meent.Services.Pijplijn.Lijsten;

/// <summary>
/// Personal data in a query, where a standard puts it (<c>…__inpBsn</c>): accepted, but never written by us. The links of a page bear it sealed, and
/// what follows such a link opens it again. An organisation can refuse it altogether.
/// </summary>
internal sealed class Verzegeling(IDataProtectionProvider bescherming)
{
    /// <summary>Begins a sealed value; no number does.</summary>
    private const char Zegel = '~';

    private readonly IDataProtector _slot = bescherming.CreateProtector("Meent.Services.Pijplijn.Lijsten.Verzegeling");

    /// <summary>The parameters of a request as they are meant.</summary>
    /// <exception cref="Standards.Problemen.ProbleemException">400: the organisation takes no such parameter, or the seal is broken.</exception>
    public Dictionary<string, string> Open(Dictionary<string, string> parameters, Resource resource, Organisatie organisatie) => Elk(parameters, resource, (naam, waarde) =>
    {
        if (waarde.StartsWith(Zegel)) return Ontzegel(naam, waarde[1..]);
        return organisatie.BsnInQuery ? waarde : throw Weiger.Ongeldig(naam, "bsn-in-query", "Deze organisatie staat geen persoonsgegevens in een adres toe. Gebruik POST _zoek.");
    });

    /// <summary>The parameters as they stand in the links of a page.</summary>
    public Dictionary<string, string> Sluit(Dictionary<string, string> parameters, Resource resource) => Elk(parameters, resource, (_, waarde) => Zegel + _slot.Protect(waarde));

    private static Dictionary<string, string> Elk(Dictionary<string, string> parameters, Resource resource, Func<string, string, string> doe)
    {
        var gevoelig = resource.Filters.Where(f => parameters.TryGetValue(f.Naam, out var waarde) && IsGevoelig(f, waarde)).Select(f => f.Naam).ToList();
        if (gevoelig.Count == 0) return parameters;
        var anders = new Dictionary<string, string>(parameters);
        foreach (var naam in gevoelig) anders[naam] = doe(naam, parameters[naam]);
        return anders;
    }

    private static bool IsGevoelig(Filter filter, string waarde) => filter.Gevoelig || (filter.KanBsn && (waarde.StartsWith(Zegel) || Bsn.TryParse(waarde, out _)));

    private string Ontzegel(string naam, string waarde)
    {
        try
        {
            return _slot.Unprotect(waarde);
        }
        catch (CryptographicException)
        {
            throw Weiger.Ongeldig(naam, "invalid", "Neem de link 'next' over zoals hij is.");
        }
    }
}
