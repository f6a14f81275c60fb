using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Huishoudboekje.Crediteuren;
using Meent.Services.Huishoudboekje.Deelnemers;
using Meent.Standards.Identificaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Huishoudboekje.Rekeningen;

/// <summary>Accounts of residents and creditors: entered by one employee, confirmed by another.</summary>
internal static class RekeningEndpoints
{
    private const string Gegeven = "rekeningen";
    private const string Wat = "Deze rekening";

    public static void MapRekeningen(this IEndpointRouteBuilder boek)
    {
        boek.MapLees("/deelnemers/{id:guid}/rekeningen", Lijst).WithName("huishoudboekje_rekening_list").WithSummary("Rekeningen van een deelnemer.").VraagtDeel().Produces<Pagina<RekeningAntwoord>>();
        foreach (var (pad, naam) in ((string, string)[])[("/deelnemers/{id:guid}/rekeningen", "deelnemer"), ("/crediteuren/{id:guid}/rekeningen", "crediteur")])
        {
            boek.MapPost(pad, Voeg).WithName($"huishoudboekje_rekening_{naam}_create").WithSummary($"Voeg een rekening van een {naam} toe; een ander bevestigt haar.")
                .Leest(invoer => Lees(invoer)).Produces<RekeningAntwoord>(StatusCodes.Status201Created);
        }

        boek.MapPost("/rekeningen/{id:guid}/bevestiging", Bevestig).WithName("huishoudboekje_rekening_bevestiging").WithSummary("Bevestig een rekening die een ander heeft ingevoerd.").Produces<RekeningAntwoord>();
        boek.MapPost("/rekeningen/{id:guid}/verval", Verval).WithName("huishoudboekje_rekening_verval").WithSummary("Gebruik een rekening niet meer.").Produces<RekeningAntwoord>();
    }

    private static async Task<IResult> Lijst(Guid id, HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        var vraag = Vraag.Lees(http);
        var deel = vraag.Deel();
        vraag.Klaar();
        var (deelnemer, rekeningen) = await verzoek.Store.Snapshot(async session => (await session.Vind<Deelnemer>(id, "Deze deelnemer"), await session.Rekeningen([id])), verzoek.Stop);
        await verzoek.LogLezen("Rekeningen van een deelnemer ingezien", deelnemer.Burgerservicenummer);
        return http.Lijst(verzoek.Organisatie.Url($"deelnemers/{id}/rekeningen"), deel, rekeningen.Count,
            [.. rekeningen.Skip((int)deel.Overslaan).Take(deel.PageSize).Select(r => RekeningAntwoord.Van(r, verzoek.Organisatie))]);
    }

    private static async Task<IResult> Voeg(Guid id, HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var wie = verzoek.EisMedewerker();
        var (iban, naam) = Lees(await Invoer.Lees(http));
        var rekening = new Rekening { Id = Guid.CreateVersion7(), Eigenaar = id, Iban = iban, Naam = naam, VoorgesteldDoor = wie, VoorgesteldOp = verzoek.Klok.GetUtcNow() };
        await verzoek.Store.Write(async session =>
        {
            await Log(session, verzoek, id, "Rekening ingevoerd");
            return await session.Voeg(rekening) ? true : throw Weigering.Botst("iban", "bestaat", "Deze rekening staat er al.");
        }, verzoek.Stop);
        var antwoord = RekeningAntwoord.Van(rekening, verzoek.Organisatie);
        return http.Gemaakt(antwoord, antwoord.Url);
    }

    private static Task<IResult> Bevestig(Guid id, HttpContext http, Toegang toegang) => Verander(id, http, toegang, "Rekening bevestigd", (rekening, wie, nu) =>
    {
        if (rekening.Status != Rekeningstatus.Voorgesteld) throw Weigering.Botst("status", "nietVoorgesteld", "Deze rekening is al bevestigd of vervallen.");
        // Whoever can enter an account and confirm it can pay himself.
        if (rekening.VoorgesteldDoor == wie) throw Weigering.Regel(new Standards.Problemen.OngeldigVeld("bevestigdDoor", "vierOgen", "Een ander dan wie de rekening invoerde, bevestigt haar."));
        return rekening with { Status = Rekeningstatus.Geldig, BevestigdDoor = wie, BevestigdOp = nu };
    });

    private static Task<IResult> Verval(Guid id, HttpContext http, Toegang toegang) => Verander(id, http, toegang, "Rekening vervallen", (rekening, _, nu) =>
        rekening.Status == Rekeningstatus.Vervallen ? rekening : rekening with { Status = Rekeningstatus.Vervallen, VervallenOp = nu });

    private static async Task<IResult> Verander(Guid id, HttpContext http, Toegang toegang, string naam, Func<Rekening, string, DateTimeOffset, Rekening> wijziging)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var wie = verzoek.EisMedewerker();
        var rekening = await verzoek.Store.Write(async session =>
        {
            var (huidig, _) = await session.Vergrendeld<Rekening>(id, Wat);
            await Log(session, verzoek, huidig.Eigenaar, naam);
            var nieuw = wijziging(huidig, wie, verzoek.Klok.GetUtcNow());
            await session.Zet(nieuw);
            return nieuw;
        }, verzoek.Stop);
        return http.Json(RekeningAntwoord.Van(rekening, verzoek.Organisatie));
    }

    /// <summary>An account of a creditor is of nobody; one of a resident is on record for that resident.</summary>
    private static async ValueTask Log(Session session, Verzoek verzoek, Guid eigenaar, string naam)
    {
        if (await session.Rij<Deelnemer>(eigenaar) is { } deelnemer) await verzoek.Log(session, naam, deelnemer.Rij.Burgerservicenummer);
        else await session.Vind<Crediteur>(eigenaar, "Wie deze rekening heeft");
    }

    private static (string Iban, string Naam) Lees(Invoer invoer)
    {
        var iban = invoer.Verplicht("iban", tekst => Iban.TryParse(tekst, out _), "Een IBAN dat klopt.");
        var naam = invoer.Verplicht("naam", 70);
        invoer.Klaar();
        return (Iban.TryParse(iban, out var gelezen) ? gelezen.Tekst : iban, naam);
    }
}
