using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Lezen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Pijplijn.Mutaties;

/// <summary>What every write of a resource starts with: who asks, for which parent, with what explanation.</summary>
internal sealed record Verzoek(Aanroep Aanroep, Bereik Bereik, Store Store, Guid? Ouder, string Toelichting, DateTimeOffset Nu)
{
    public IReadOnlyList<string> Basissen { get; } = [Store.Organisatie.Basis];

    /// <exception cref="Standards.Problemen.ProbleemException">403 without the scope; 400 for a query parameter; 404 for an id that cannot be one.</exception>
    /// <param name="parameters">Query parameters that the operation has.</param>
    public static async ValueTask<Verzoek> Van(HttpContext http, Resource resource, Scopes scope, Dienstverlening diensten, params IReadOnlyCollection<string> parameters)
    {
        var aanroep = await diensten.Aanroepen.Van(http);
        var bereik = aanroep.Eis(scope, resource);
        Query.Alleen(http.Request, parameters);
        Crs.Controleer(http, resource);
        var store = await diensten.Stores.Get(aanroep.Organisatie);
        return new Verzoek(aanroep, bereik, store, Adressering.Ouder(http, resource), http.Request.Headers["X-Audit-Toelichting"].ToString(), diensten.Klok.GetUtcNow());
    }

    /// <summary>Names of the members that the client sent.</summary>
    public static HashSet<string> Velden(JsonElement json) => new(
        json.ValueKind == JsonValueKind.Object ? json.EnumerateObject().Select(lid => lid.Name) : [], StringComparer.OrdinalIgnoreCase);
}
