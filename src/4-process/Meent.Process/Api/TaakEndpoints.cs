using System.Text.Json;
using Meent.Process.Koppelingen;
using Meent.Process.Motor;
using Meent.Process.Uitvoering;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Meent.Standards.Processtaat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Meent.Process.Api;

internal sealed record Voltooiing(IReadOnlyDictionary<string, JsonElement>? Variabelen = null);

internal static class TaakEndpoints
{
    public static void MapTaken(this IEndpointRouteBuilder groep)
    {
        groep.MapGet("/taken", Lijst).WithName("processen_taken").Met("status", "rol", "na", "limiet");
        groep.MapGet("/taken/{id}", Lees).WithName("processen_taak");
        groep.MapPost("/taken/{id}/claim", Claim).WithName("processen_taak_claimen");
        groep.MapPost("/taken/{id}/voltooiing", Voltooi).WithName("processen_taak_voltooien");
    }

    private static async Task<Ok<Lijstweergave<TaakWeergave>>> Lijst(
        HttpContext http, ProcesstaatClient bron, string? status, string? rol, string? na, string? limiet, CancellationToken stop)
    {
        if (status is not (null or "open" or "voltooid" or "vervallen"))
            throw new ProbleemException(Problemen.Invoer("status", "invalid", "Kies uit: open, voltooid, vervallen."));
        if (na is not null && TaakWeergave.LeesId(na) is null)
            throw new ProbleemException(Problemen.Invoer("na", "invalid", "Deze waarde komt niet uit een eerder antwoord."));
        var lijst = await bron.Taken(http.Organisatie(), Vragen.Query(("status", status), ("rol", rol), ("na", na), ("limiet", Vragen.Limiet(limiet))), stop);
        return TypedResults.Ok(new Lijstweergave<TaakWeergave>([.. lijst.Resultaten.Select(TaakWeergave.Kort)], lijst.Volgende));
    }

    private static async Task<Ok<TaakWeergave>> Lees(HttpContext http, ProcesstaatClient bron, Uitvoerder uitvoerder, string id, CancellationToken stop)
    {
        var (instantie, nummer) = Id(id);
        return TypedResults.Ok(await Weergave(http.Organisatie(), bron, uitvoerder, instantie, nummer, stop));
    }

    private static async Task<Ok<TaakWeergave>> Claim(HttpContext http, ProcesstaatClient bron, Uitvoerder uitvoerder, string id, CancellationToken stop)
    {
        var behandelaar = http.Gebruiker() ?? throw new ProbleemException(new Probleem(400, "invalid", "Er is niet bekend wie de taak op zich neemt."));
        var (instantie, nummer) = Id(id);
        await Verwerk(http, uitvoerder, instantie, new Gebeurtenis.TaakGeclaimd(nummer, behandelaar), stop);
        return TypedResults.Ok(await Weergave(http.Organisatie(), bron, uitvoerder, instantie, nummer, stop));
    }

    private static async Task<Ok<TaakWeergave>> Voltooi(HttpContext http, ProcesstaatClient bron, Uitvoerder uitvoerder, string id, CancellationToken stop)
    {
        var (instantie, nummer) = Id(id);
        var verzoek = await http.Request.LeesStreng<Voltooiing>(stop);
        var lopend = await uitvoerder.Open(http.Organisatie(), instantie, stop) ?? throw Onbekend();
        if (lopend.Staat.Token(nummer) is { Wacht: Wacht.Taak } token)
        {
            var velden = lopend.Definitie.Koppelingen.Taken[token.Element].Invoer ?? new Dictionary<string, Invoerveld>();
            var invoer = Invoercontrole.Controleer(velden, verzoek.Variabelen);
            await Verwerk(http, uitvoerder, lopend, new Gebeurtenis.TaakVoltooid(nummer, http.Gebruiker(), invoer), stop);
        }
        else
        {
            // Tells "never existed" from "already done".
            await Weergave(http.Organisatie(), bron, uitvoerder, instantie, nummer, stop);
            throw new ProbleemException(Problemen.Conflict("taak-gesloten", "De taak is niet meer open."));
        }
        return TypedResults.Ok(await Weergave(http.Organisatie(), bron, uitvoerder, instantie, nummer, stop));
    }

    private static async Task Verwerk(HttpContext http, Uitvoerder uitvoerder, Guid instantie, Gebeurtenis gebeurtenis, CancellationToken stop) =>
        await Verwerk(http, uitvoerder, await uitvoerder.Open(http.Organisatie(), instantie, stop) ?? throw Onbekend(), gebeurtenis, stop);

    private static async Task Verwerk(HttpContext http, Uitvoerder uitvoerder, Lopend lopend, Gebeurtenis gebeurtenis, CancellationToken stop)
    {
        try
        {
            await uitvoerder.Verwerk(lopend, gebeurtenis, http.Gebruiker(), stop);
        }
        catch (GebeurtenisPastNiet e)
        {
            throw new ProbleemException(Problemen.Conflict(e.Code, e.Message));
        }
    }

    private static async Task<TaakWeergave> Weergave(
        Organisatie organisatie, ProcesstaatClient bron, Uitvoerder uitvoerder, Guid instantie, long nummer, CancellationToken stop)
    {
        var taak = await bron.Taak(organisatie, instantie, nummer, stop) ?? throw Onbekend();
        var lopend = await uitvoerder.Open(organisatie, instantie, stop) ?? throw Onbekend();
        return TaakWeergave.Van(taak, lopend);
    }

    private static (Guid Instantie, long Nummer) Id(string id) => TaakWeergave.LeesId(id) ?? throw Onbekend();

    private static ProbleemException Onbekend() => new(Problemen.NietGevonden("Deze taak bestaat niet."));
}
