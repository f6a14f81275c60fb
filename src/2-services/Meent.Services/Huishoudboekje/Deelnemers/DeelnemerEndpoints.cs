using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Huishoudboekje.Afspraken;
using Meent.Services.Huishoudboekje.Journaal;
using Meent.Standards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Huishoudboekje.Deelnemers;

/// <summary>Residents who take part: begin, change, end, find.</summary>
internal static class DeelnemerEndpoints
{
    private const string Gegeven = "deelnemers";
    private const string Wat = "Deze deelnemer";

    public static void MapDeelnemers(this IEndpointRouteBuilder boek)
    {
        boek.MapPost("/deelnemers", Begin).WithName("huishoudboekje_deelnemer_create").WithSummary("Begin een deelname; overeenkomst en machtiging zijn getekend.")
            .Leest(invoer => DeelnemerInvoer.Begin(invoer, default)).Produces<DeelnemerAntwoord>(StatusCodes.Status201Created);
        boek.MapLees("/deelnemers", Lijst).WithName("huishoudboekje_deelnemer_list").WithSummary("Deelnemers, het laagste nummer eerst.")
            .VraagtDeel(
                Parameter.Tekst("consulent", "In de caseload van deze medewerker."), Parameter.Tekst("huishouden", "In dit huishouden."),
                Parameter.Keuze<Deelnemerstatus>("status", "Alleen met deze status."))
            .Produces<Pagina<DeelnemerAntwoord>>();
        boek.MapPost("/deelnemers/_zoek", Zoek).WithName("huishoudboekje_deelnemer_zoek").WithSummary("Deelnames van een inwoner; een BSN staat nooit in een URL.")
            .Leest(invoer => DeelnemerInvoer.Zoek(invoer)).Produces<Pagina<DeelnemerAntwoord>>();
        boek.MapLees("/deelnemers/{id:guid}", Een).WithName("huishoudboekje_deelnemer_read").WithSummary("Een deelnemer met het saldo van nu.").Produces<DeelnemerAntwoord>();
        boek.MapPut("/deelnemers/{id:guid}", Wijzig).WithName("huishoudboekje_deelnemer_update").WithSummary("Wijzig consulent, huishouden, voorschot of waarschuwing.")
            .Leest(invoer => DeelnemerInvoer.Wijzig(invoer, Leeg)).Produces<DeelnemerAntwoord>();
        boek.MapPost("/deelnemers/{id:guid}/beeindiging", Beeindig).WithName("huishoudboekje_deelnemer_beeindiging").WithSummary("Beëindig een deelname; alle afspraken eindigen mee.")
            .Leest(invoer => DeelnemerInvoer.Einde(invoer)).Produces<DeelnemerAntwoord>();
    }

    private static Deelnemer Leeg => new() { Id = Guid.Empty, Nummer = "", Burgerservicenummer = "", Huishouden = Guid.Empty, Begin = default, OvereenkomstGetekendOp = default, MachtigingGetekendOp = default };

    private static async Task<IResult> Begin(HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var nieuw = DeelnemerInvoer.Begin(await Invoer.Lees(http), verzoek.Klok.Vandaag());
        var deelnemer = await verzoek.Store.Write(async session =>
        {
            await verzoek.Log(session, "Deelname aan het huishoudboekje begonnen", nieuw.Burgerservicenummer);
            var gemaakt = await session.Voeg(nieuw) ?? throw Weigering.Botst("burgerservicenummer", "neemtAlDeel", "Deze inwoner neemt al deel.");
            await verzoek.Gebeurde(session, "deelname", Pad(gemaakt), 1, "begonnen");
            return gemaakt;
        }, verzoek.Stop);
        var antwoord = DeelnemerAntwoord.Van(deelnemer, 1, 0, verzoek.Organisatie, verzoek.Klok.Vandaag());
        return http.Gemaakt(antwoord, antwoord.Url, antwoord.Versie);
    }

    private static async Task<IResult> Lijst(HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        var vraag = Vraag.Lees(http);
        var deel = vraag.Deel();
        Guid? huishouden = null;
        if (vraag.Tekst("huishouden") is { } tekst)
        {
            if (Guid.TryParse(tekst, out var id)) huishouden = id;
            else vraag.Fout("huishouden", "Dit is geen UUID.");
        }

        var filter = new Deelnemerfilter(verzoek.Klok.Vandaag(), null, vraag.Tekst("consulent"), huishouden, vraag.Keuze<Deelnemerstatus>("status"));
        vraag.Klaar();
        return await Toon(verzoek, filter, deel);
    }

    private static async Task<IResult> Zoek(HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var (bsn, deel) = DeelnemerInvoer.Zoek(await Invoer.Lees(http));
        return await Toon(verzoek, new Deelnemerfilter(verzoek.Klok.Vandaag(), bsn), deel);
    }

    private static async Task<IResult> Toon(Verzoek verzoek, Deelnemerfilter filter, Deelvraag deel)
    {
        var (aantal, rijen) = await verzoek.Store.Snapshot(async session =>
        {
            var (hoeveel, gevonden) = await session.Deelnemers(filter, deel);
            var saldi = await session.Saldi(gevonden.Select(rij => rij.Deelnemer.Id));
            return (hoeveel, gevonden.Select(rij => DeelnemerAntwoord.Van(rij.Deelnemer, rij.Version, saldi.GetValueOrDefault(rij.Deelnemer.Id), verzoek.Organisatie, filter.Vandaag)).ToList());
        }, verzoek.Stop);
        await verzoek.LogLezen("Deelnemers aan het huishoudboekje ingezien", [.. rijen.Select(rij => rij.Burgerservicenummer).Concat(filter.Bsn is { } bsn ? [bsn] : [])]);
        return verzoek.Http.Lijst(verzoek.Organisatie.Url("deelnemers"), deel, aantal, rijen);
    }

    private static async Task<IResult> Een(Guid id, HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var antwoord = await verzoek.Store.Snapshot(async session => await session.Rij<Deelnemer>(id) is { } gevonden ? await Antwoord(session, verzoek, gevonden.Rij, gevonden.Version) : throw Weigering.NietGevonden(Wat), verzoek.Stop);
        await verzoek.LogLezen("Deelnemer aan het huishoudboekje ingezien", antwoord.Burgerservicenummer);
        return http.Json(antwoord, etag: null);
    }

    private static async Task<IResult> Wijzig(Guid id, HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var invoer = await Invoer.Lees(http);
        return await Verander(id, verzoek, "Deelname aan het huishoudboekje gewijzigd", "gewijzigd", (_, deelnemer) => ValueTask.FromResult(DeelnemerInvoer.Wijzig(invoer, deelnemer)));
    }

    private static async Task<IResult> Beeindig(Guid id, HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var (einde, reden) = DeelnemerInvoer.Einde(await Invoer.Lees(http));
        return await Verander(id, verzoek, "Deelname aan het huishoudboekje beëindigd", "beeindigd", async (session, deelnemer) =>
        {
            if (deelnemer.Einde is not null) throw Weigering.Botst("einde", "alBeeindigd", "Deze deelname is al beëindigd.");
            if (einde < deelnemer.Begin) throw Weigering.Regel(new Standards.Problemen.OngeldigVeld("einde", "voorBegin", "Het einde ligt voor het begin."));
            await session.Beeindig(deelnemer.Id, einde);
            return deelnemer with { Einde = einde, Eindreden = reden };
        });
    }

    private static async Task<IResult> Verander(Guid id, Verzoek verzoek, string naam, string actie, Func<Session, Deelnemer, ValueTask<Deelnemer>> wijziging)
    {
        var antwoord = await verzoek.Store.Write(async session =>
        {
            var (huidig, version) = await session.Vergrendeld<Deelnemer>(id, Wat);
            verzoek.Http.EisVersie(Rijtabel.ETag(id, version));
            await verzoek.Log(session, naam, huidig.Burgerservicenummer);
            var nieuw = await wijziging(session, huidig);
            await session.Zet(nieuw);
            await verzoek.Gebeurde(session, "deelname", Pad(nieuw), version + 1, actie);
            return await Antwoord(session, verzoek, nieuw, version + 1);
        }, verzoek.Stop);
        return verzoek.Http.Json(antwoord, etag: antwoord.Versie);
    }

    private static async ValueTask<DeelnemerAntwoord> Antwoord(Session session, Verzoek verzoek, Deelnemer deelnemer, long version) =>
        DeelnemerAntwoord.Van(deelnemer, version, -await session.Saldo(Grootboek.Deelnemer(deelnemer.Id)), verzoek.Organisatie, verzoek.Klok.Vandaag());

    private static string Pad(Deelnemer deelnemer) => $"deelnemers/{deelnemer.Id}";
}
