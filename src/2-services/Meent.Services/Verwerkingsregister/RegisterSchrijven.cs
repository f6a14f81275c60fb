using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Verwerkingsregister;

/// <summary>Own operations beside the reading ones of the VAR sketch: an entry is made, and every change is a version more.</summary>
internal static class RegisterSchrijven
{
    public const string Scope = "verwerkingsregister.schrijven";

    public static void MapSchrijven(this IEndpointRouteBuilder register)
    {
        register.MapPost("/verwerkingsactiviteiten", Maak).WithName("verwerkingsactiviteit_create").WithSummary("Neem een activiteit op.");
        register.MapPut("/verwerkingsactiviteiten/{id:guid}", Wijzig).WithName("verwerkingsactiviteit_update")
            .WithSummary("Voeg een versie toe. Begint die tegelijk met een eerdere, dan verbetert zij die; met een einde houdt de activiteit dan op.");
        register.MapPost("/verwerkingsactiviteiten/{id:guid}/opheffing", HefOp).WithName("verwerkingsactiviteit_opheffing")
            .WithSummary("Hef de vertrouwelijkheid op: wat onder deze activiteit verborgen was, wordt zichtbaar voor wie het aangaat.");
    }

    private static async Task<IResult> Maak(HttpContext http, Aanroepen aanroepen, Bijhouden bijhouden, TimeProvider klok)
    {
        var aanroep = MagSchrijven(await aanroepen.Van(http));
        var invoer = await Lees(http, metCode: true, klok.GetUtcNow());
        var organisatie = aanroep.Organisatie;
        var uri = organisatie.Verwerkingsactiviteit(invoer.Code!);
        return await Schrijf(http, aanroep, bijhouden, "verwerkingsactiviteit opgenomen", async (session, nu) =>
        {
            await EisOuder(session, uri, invoer, nu);
            var versie = await Bijhouden.Voeg(session, Guid.CreateVersion7(), uri, [], invoer, nu);
            http.Response.Headers.Location = $"{organisatie.Basis}{Diensten.Pad(Diensten.Verwerkingsregister)}/verwerkingsactiviteiten/{versie.Id}";
            return (versie, (IReadOnlyList<Versie>)[versie]);
        }, invoer.Code!, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Wijzig(Guid id, HttpContext http, Aanroepen aanroepen, Bijhouden bijhouden, TimeProvider klok)
    {
        var aanroep = MagSchrijven(await aanroepen.Van(http));
        var invoer = await Lees(http, metCode: false, klok.GetUtcNow());
        var ifMatch = http.Request.Headers.IfMatch.ToString();
        return await Schrijf(http, aanroep, bijhouden, "verwerkingsactiviteit gewijzigd", async (session, nu) =>
        {
            var versies = await Versies(session, id);
            if (ifMatch.Length > 0) EisOngewijzigd(ifMatch, versies);
            var uri = versies[0].Uri;
            if (invoer.Code is not null && aanroep.Organisatie.Verwerkingsactiviteit(invoer.Code) != uri)
                throw Weiger.Ongeldig("code", "wijzigen-niet-toegelaten", "De code van een verwerkingsactiviteit ligt vast.");
            // What was used for it since must keep its ground; 'now' may have been a moment ago.
            if (invoer.EindeGeldigheid < nu.AddMinutes(-1)) throw Weiger.Ongeldig("eindeGeldigheid", "past-not-allowed", "Een activiteit eindigt niet met terugwerkende kracht.");
            await EisOuder(session, uri, invoer, nu);
            var versie = await Bijhouden.Voeg(session, id, uri, versies, invoer, nu);
            return (versie, await Register.Van(session, id));
        }, $"{id:D}");
    }

    private static async Task<IResult> HefOp(Guid id, HttpContext http, Aanroepen aanroepen, Bijhouden bijhouden)
    {
        var aanroep = MagSchrijven(await aanroepen.Van(http));
        return await Schrijf(http, aanroep, bijhouden, "vertrouwelijkheid opgeheven", async (session, nu) =>
        {
            var versies = await Versies(session, id);
            var vertrouwelijk = versies.Where(versie => versie.Activiteit.IsVertrouwelijk && !versies.IsVervangen(versie)).ToList();
            if (vertrouwelijk.Count == 0) throw new ProbleemException(new Probleem(409, "niet-vertrouwelijk", "Deze activiteit is niet vertrouwelijk."));
            // Each is corrected where it stands: what was logged before is explained by the version of then.
            for (var i = 0; i < vertrouwelijk.Count; i++)
            {
                await Register.Voeg(session, vertrouwelijk[i] with
                {
                    Nummer = versies.Count + i + 1,
                    Vastgelegd = nu,
                    Activiteit = vertrouwelijk[i].Activiteit with { Vertrouwelijkheid = Vertrouwelijkheid.Opgeheven },
                });
            }

            var alle = await Register.Van(session, id);
            return (alle.Naaste(nu), alle);
        }, $"{id:D}");
    }

    private static async Task<IResult> Schrijf(
        HttpContext http, Aanroep aanroep, Bijhouden bijhouden, string handeling, Func<Session, DateTimeOffset, ValueTask<(Versie Versie, IReadOnlyList<Versie> Versies)>> schrijf, string waarvan,
        int status = StatusCodes.Status200OK)
    {
        var (versie, versies) = await bijhouden.Schrijf(aanroep, (handeling, waarvan), Reden(http), schrijf, http.RequestAborted);
        http.Response.Headers.ETag = RegisterJson.ETag(versie, versies);
        return RegisterJson.Antwoord(http, RegisterJson.Van(versie, versies, aanroep.Organisatie), status);
    }

    private static async Task<Invoer> Lees(HttpContext http, bool metCode, DateTimeOffset nu)
    {
        var invoer = await http.Request.LeesStreng<Invoer>(http.RequestAborted);
        return invoer.Fouten(metCode, nu) is { Count: > 0 } fouten ? throw Weiger.Ongeldig(fouten) : invoer;
    }

    private static async ValueTask<List<Versie>> Versies(Session session, Guid id) =>
        await Register.Van(session, id) is { Count: > 0 } versies ? versies : throw Weiger.NietGevonden();

    /// <summary>The ETag of any version that holds for somebody is as good: it tells how many there were.</summary>
    private static void EisOngewijzigd(string ifMatch, List<Versie> versies) =>
        IfMatch.Eis(ifMatch, versies.Select(versie => RegisterJson.ETag(versie, versies)).FirstOrDefault(etag => ifMatch.Contains(etag, StringComparison.Ordinal)) ?? RegisterJson.ETag(versies[0], versies));

    private static async ValueTask EisOuder(Session session, string uri, Invoer invoer, DateTimeOffset nu)
    {
        if (invoer.Activiteit!.BovenliggendeActiviteit is null) return;
        var register = (await Register.Alle(session)).ToLookup(versie => versie.Uri, StringComparer.Ordinal);
        if (Bijhouden.Ouderfout(register, uri, invoer.Activiteit, nu) is { } fout) throw Weiger.Ongeldig(fout);
    }

    /// <summary>Why, for the audit log.</summary>
    public static string? Reden(HttpContext http) => http.Request.Headers[Headers.AuditToelichting].ToString() is { Length: > 0 } reden ? reden : null;

    /// <exception cref="ProbleemException">403: the caller may not write here, or does not do so to keep the register.</exception>
    public static Aanroep MagSchrijven(Aanroep aanroep)
    {
        if (aanroep.Peer is not null) throw Weiger.GeenRecht("Een andere organisatie kan dit register niet wijzigen.");
        aanroep.Bereik(Scope, Zichtbaarheid.Iedereen);
        if (aanroep.IsIntern && aanroep.Doel is null) throw Weiger.GeenDoel();
        if (aanroep.IsIntern && !aanroep.Doel!.Geeft(Scope)) throw Weiger.DoelDektNiet(aanroep.Doel.Uri, Scope);
        return aanroep;
    }
}
