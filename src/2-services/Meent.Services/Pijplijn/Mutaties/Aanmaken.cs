using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Buiten;
using Meent.Services.Pijplijn.Model;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Pijplijn.Mutaties;

/// <summary>
/// POST of a resource. Order of checks: scope, shape, then inside the write permission on the type, and the rules. One transaction: row, links of parents, count, audit trail and
/// event; the answer leaves after the commit.
/// </summary>
internal static class Aanmaken
{
    public static async Task Behandel<T>(HttpContext http, Resource<T> resource, Dienstverlening diensten) where T : class
    {
        var verzoek = await Verzoek.Van(http, resource, resource.ScopeAanmaken!, diensten);
        var (json, bijlage) = await Inhoud.Lees(http, resource, diensten);
        using var _ = json;
        var body = Adressering.MetOuder(json.RootElement, http, resource, verzoek.Aanroep);
        var model = Vorm.Lees<T>(body, verzoek.Basissen);
        await diensten.Nummers.Vul(verzoek.Store, resource.Bron, http.RequestAborted);
        var velden = Verzoek.Velden(body);
        var opgehaald = await Opgehaald.Haal(resource, body, verzoek, diensten, http.RequestAborted);

        await Gewijzigd.Antwoord(http, resource, verzoek, StatusCodes.Status201Created, session =>
        {
            var schrijven = new Schrijven<T>(
                resource, verzoek.Aanroep, Actie.Create, Guid.CreateVersion7(verzoek.Nu), model, null, 1, verzoek.Nu,
                voorvoegsel => diensten.Nummers.Volgende(verzoek.Store, resource.Bron, voorvoegsel))
            { Gestuurd = velden, Toelichting = verzoek.Toelichting, Bijlage = bijlage, Opgehaald = opgehaald };
            return Schrijf(session, schrijven, verzoek.Bereik, diensten);
        });
    }

    /// <summary>The write itself, for whoever has a transaction already: a bulk import, another rule of the same bron.</summary>
    public static async ValueTask<Schrijven<T>> Schrijf<T>(Session session, Schrijven<T> schrijven, Bereik bereik, Dienstverlening diensten) where T : class
    {
        await Toestemming.Eis(session, schrijven, bereik);
        return await Vastleggen.Schrijf(session, schrijven, null, bereik, diensten);
    }
}
