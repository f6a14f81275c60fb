using Meent.Services.EigenApi;
using Meent.Services.Huishoudboekje.Deelnemers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Huishoudboekje.Signalen;

internal static class SignaalEndpoints
{
    private const string Gegeven = "signalen";
    private const string Wat = "Dit signaal";

    public static void MapSignalen(this IEndpointRouteBuilder boek)
    {
        boek.MapLees("/signalen", Lijst).WithName("huishoudboekje_signaal_list").WithSummary("Signalen, het nieuwste eerst.")
            .VraagtDeel(Parameter.Keuze<Signaalstatus>("status", "Met deze status; gewoon: open."), Parameter.Tekst("deelnemer", "Van deze deelnemer."), Parameter.Tekst("consulent", "In de caseload van deze medewerker.")).Produces<Pagina<SignaalAntwoord>>();
        boek.MapPost("/signalen/{id:guid}/afdoening", DoeAf).WithName("huishoudboekje_signaal_afdoening").WithSummary("Er is naar gekeken.").Produces<SignaalAntwoord>();
    }

    private static async Task<IResult> Lijst(HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        var vraag = Vraag.Lees(http);
        var (deel, consulent, status) = (vraag.Deel(), vraag.Tekst("consulent"), vraag.Keuze<Signaalstatus>("status") ?? Signaalstatus.Open);
        Guid? deelnemer = null;
        if (vraag.Tekst("deelnemer") is { } tekst)
        {
            if (Guid.TryParse(tekst, out var id)) deelnemer = id;
            else vraag.Fout("deelnemer", "Dit is geen UUID.");
        }

        vraag.Klaar();
        var (aantal, signalen, wie) = await verzoek.Store.Snapshot(async session =>
        {
            var (hoeveel, gevonden) = await session.Signalen(status, deelnemer, consulent, deel);
            return (hoeveel, gevonden, await session.Rijen<Deelnemer>(gevonden.Select(s => s.Deelnemer)));
        }, verzoek.Stop);
        await verzoek.LogLezen("Signalen van het huishoudboekje ingezien", wie.Values.Select(d => d.Burgerservicenummer));
        return http.Lijst(verzoek.Organisatie.Url("signalen"), deel, aantal, [.. signalen.Select(s => SignaalAntwoord.Van(s, wie[s.Deelnemer].Nummer, verzoek.Organisatie))]);
    }

    private static async Task<IResult> DoeAf(Guid id, HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var wie = verzoek.EisMedewerker();
        return http.Json(await verzoek.Store.Write(async session =>
        {
            var (signaal, _) = await session.Vergrendeld<Signaal>(id, Wat);
            var deelnemer = await session.Vind<Deelnemer>(signaal.Deelnemer, Wat);
            await verzoek.Log(session, "Signaal van het huishoudboekje afgedaan", deelnemer.Burgerservicenummer);
            var nieuw = signaal.Status == Signaalstatus.Open ? signaal with { Status = Signaalstatus.Afgedaan, AfgedaanDoor = wie, AfgedaanOp = verzoek.Klok.GetUtcNow() } : signaal;
            await session.Zet(nieuw);
            return SignaalAntwoord.Van(nieuw, deelnemer.Nummer, verzoek.Organisatie);
        }, verzoek.Stop));
    }
}
