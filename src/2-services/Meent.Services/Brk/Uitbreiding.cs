using Meent.Services.HaalCentraal;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Brk;

/// <summary>What is asked along with <c>expand</c>: other resources whole, or of each the members that are named.</summary>
internal sealed record Uitbreiding(IReadOnlyDictionary<string, Veldkeuze> Velden)
{
    public const string Parameter = "expand";

    public static Uitbreiding Geen { get; } = new(new Dictionary<string, Veldkeuze>());

    /// <summary>Notes each path that cannot be asked along.</summary>
    public static Uitbreiding Lees(IQueryCollection query, Parameterlezer lezer, IReadOnlyDictionary<string, Resourcevelden> kan)
    {
        if (!query.TryGetValue(Parameter, out var waarden) || waarden is ["false"]) return Geen;
        if (waarden is ["true"]) return new(kan.ToDictionary(een => een.Key, een => een.Value.Alle));
        var gevraagd = waarden.ToString().Split(',', StringSplitOptions.TrimEntries).Select(pad => pad.Split('.', 2)).ToLookup(delen => delen[0], delen => delen.Length > 1 ? delen[1] : null);
        var fout = gevraagd.FirstOrDefault(groep => !kan.TryGetValue(groep.Key, out var velden) || groep.Any(pad => pad is not null && !velden.Bekend.Contains(pad)));
        if (fout is not null)
        {
            lezer.Fout(Parameter, Parameter, $"Deel van de parameterwaarde niet correct: {fout.Key}.");
            return Geen;
        }

        return new(gevraagd.ToDictionary(groep => groep.Key, groep => groep.Contains(null) ? kan[groep.Key].Alle : kan[groep.Key].Alle with { Paden = [.. groep.OfType<string>()] }));
    }

    /// <exception cref="Standards.Problemen.ProbleemException">403: the purpose does not cover these.</exception>
    public void Controleer(Doel doel)
    {
        foreach (var velden in Velden.Values) velden.Controleer(doel, Diensten.Brk, Brkvelden.GeenRecht);
    }
}
