using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Huishoudboekje.Afspraken;
using Meent.Services.Huishoudboekje.Betaalruns;
using Meent.Services.Huishoudboekje.Deelnemers;
using Meent.Services.Huishoudboekje.Journaal;
using Meent.Services.Huishoudboekje.Rubrieken;
using Meent.Services.Huishoudboekje.Signalen;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Huishoudboekje.Transacties;

/// <param name="AlleTermen">All search terms stand in the description: the strongest reason.</param>
internal sealed record SuggestieAntwoord(Guid Afspraak, Guid Deelnemer, string Deelnemernummer, string Omschrijving, long Cent, int Termen, bool AlleTermen, bool Bedrag, bool Rekening);

/// <param name="Geboekt">How many lines found their place.</param>
/// <param name="Open">How many a person has to look at.</param>
internal sealed record Boekverslag(int Geboekt, long Open);

/// <summary>Lines of the bank, and the place that they get.</summary>
internal static class TransactieEndpoints
{
    private const string Gegeven = "transacties";
    private const string Wat = "Deze transactie";

    public static void MapTransacties(this IEndpointRouteBuilder boek)
    {
        boek.MapLees("/transacties", Lijst).WithName("huishoudboekje_transactie_list").WithSummary("Regels van de bank, de oudste eerst.")
            .VraagtDeel(
                Parameter.Keuze<Vlag>("geboekt", "Alleen geboekte, of alleen wachtende."), Parameter.Datum("van", "Vanaf deze dag."), Parameter.Datum("tot", "Tot en met deze dag."),
                Parameter.Tekst("afspraak", "Geboekt op deze afspraak."), Parameter.Tekst("zoek", "Met deze tekst."))
            .Produces<Pagina<TransactieAntwoord>>();
        boek.MapLees("/transacties/{id:guid}", Een).WithName("huishoudboekje_transactie_read").WithSummary("Een regel van de bank.").Produces<TransactieAntwoord>();
        boek.MapLees("/transacties/{id:guid}/suggesties", Suggesties).WithName("huishoudboekje_transactie_suggesties").WithSummary("Afspraken waar een regel bij kan horen, de waarschijnlijkste eerst, met waarom.")
            .VraagtDeel().Produces<Pagina<SuggestieAntwoord>>();
        boek.MapPost("/transacties/{id:guid}/boeking", Boek).WithName("huishoudboekje_transactie_boeking").WithSummary("Boek een regel op een afspraak of op een rubriek.").Leest(invoer => Lees(invoer)).Produces<TransactieAntwoord>();
        boek.MapDelete("/transacties/{id:guid}/boeking", Herroep).WithName("huishoudboekje_transactie_herroep").WithSummary("Maak een boeking ongedaan; het journaal houdt beide.").Produces<TransactieAntwoord>();
        boek.MapPost("/transacties/_boek", BoekVanzelf).WithName("huishoudboekje_transactie_boek").WithSummary("Boek alles wat wacht en zeker is.").Produces<Boekverslag>();
    }

    private static async Task<IResult> Lijst(HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        var vraag = Vraag.Lees(http);
        var deel = vraag.Deel();
        Guid? afspraak = null;
        if (vraag.Tekst("afspraak") is { } tekst)
        {
            if (Guid.TryParse(tekst, out var id)) afspraak = id;
            else vraag.Fout("afspraak", "Dit is geen UUID.");
        }

        var filter = new Transactiefilter(vraag.Keuze<Vlag>("geboekt") is { } vlag ? vlag == Vlag.True : null, vraag.Datum("van"), vraag.Datum("tot"), afspraak, vraag.Tekst("zoek"));
        vraag.Klaar();
        var (aantal, rijen, bsns) = await verzoek.Store.Snapshot(async session =>
        {
            var (hoeveel, gevonden) = await session.Transacties(filter, deel);
            return (hoeveel, gevonden.ConvertAll(t => TransactieAntwoord.Van(t, verzoek.Organisatie)), await Van(session, [.. gevonden]));
        }, verzoek.Stop);
        await verzoek.LogLezen("Regels van de bank ingezien", bsns);
        return http.Lijst(verzoek.Organisatie.Url("transacties"), deel, aantal, rijen);
    }

    private static async Task<IResult> Een(Guid id, HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var (transactie, bsns) = await verzoek.Store.Snapshot(async session =>
        {
            var gevonden = await session.Transactie(id) ?? throw Weigering.NietGevonden(Wat);
            return (gevonden, await Van(session, gevonden));
        }, verzoek.Stop);
        await verzoek.LogLezen("Regel van de bank ingezien", bsns);
        return http.Json(TransactieAntwoord.Van(transactie, verzoek.Organisatie));
    }

    private static async Task<IResult> Suggesties(Guid id, HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        var vraag = Vraag.Lees(http);
        var deel = vraag.Deel();
        vraag.Klaar();
        var (suggesties, bsns) = await verzoek.Store.Snapshot(async session =>
        {
            var transactie = await session.Transactie(id) ?? throw Weigering.NietGevonden(Wat);
            var gevonden = transactie.Regel.Tegenrekening is { } iban ? Herkenning.Suggesties(transactie.Regel, await session.AfsprakenMet(iban)).ToList() : [];
            // An account that nobody knows: then only the words can tell.
            if (gevonden.Count == 0) gevonden = [.. Herkenning.Suggesties(transactie.Regel, await session.AfsprakenOp(transactie.Regel.Boekdatum, transactie.Regel.Boekdatum)).Where(s => s.AlleTermen)];
            var deelnemers = await session.Rijen<Deelnemer>(gevonden.Select(s => s.Afspraak.Deelnemer));
            return (gevonden.ConvertAll(s => new SuggestieAntwoord(
                s.Afspraak.Id, s.Afspraak.Deelnemer, deelnemers[s.Afspraak.Deelnemer].Nummer, s.Afspraak.Omschrijving, s.Afspraak.Cent, s.Termen, s.AlleTermen, s.Bedrag, s.Rekening)),
                deelnemers.Values.Select(d => d.Burgerservicenummer).ToList());
        }, verzoek.Stop);
        await verzoek.LogLezen("Afspraken gezocht bij een regel van de bank", bsns);
        return http.Lijst(verzoek.Organisatie.Url($"transacties/{id}/suggesties"), deel, suggesties.Count, [.. suggesties.Skip((int)deel.Overslaan).Take(deel.PageSize)]);
    }

    private static async Task<IResult> Boek(Guid id, HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var (afspraakId, rubriekId) = Lees(await Invoer.Lees(http));
        return await Verander(id, verzoek, "Regel van de bank geboekt", async (session, transactie) =>
        {
            if (rubriekId is { } rubriek)
            {
                _ = await session.Rubriek(rubriek) ?? throw Weigering.Regel(new OngeldigVeld("rubriek", "onbekend", "Deze rubriek bestaat niet."));
                await session.Boek(id, Grootboek.Rubriek(rubriek), null);
                return;
            }

            var afspraak = (await session.Rij<Afspraak>(afspraakId!.Value))?.Rij ?? throw Weigering.Regel(new OngeldigVeld("afspraak", "onbekend", "Deze afspraak bestaat niet."));
            await session.BoekOp(id, transactie.Regel, afspraak);
        });
    }

    private static async Task<IResult> Herroep(Guid id, HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        return await Verander(id, verzoek, "Boeking ongedaan gemaakt", async (session, _) =>
        {
            await session.Herroep(id);
            await session.NietUitgevoerd(id);
        });
    }

    private static async Task<IResult> Verander(Guid id, Verzoek verzoek, string naam, Func<Session, Transactie, ValueTask> wijziging)
    {
        _ = verzoek.EisMedewerker();
        var antwoord = await verzoek.Store.Write(async session =>
        {
            var oud = await session.Transactie(id) ?? throw Weigering.NietGevonden(Wat);
            await wijziging(session, oud);
            var nieuw = (await session.Transactie(id))!;
            await verzoek.Log(session, naam, await Van(session, oud, nieuw));
            foreach (var afspraak in new[] { oud.Afspraak, nieuw.Afspraak }.OfType<Guid>().Distinct()) await session.ToetsMetSaldo(afspraak, verzoek.Klok);
            return TransactieAntwoord.Van(nieuw, verzoek.Organisatie);
        }, verzoek.Stop);
        return verzoek.Http.Json(antwoord);
    }

    private static async Task<IResult> BoekVanzelf(HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var verslag = await verzoek.Store.Write(async session =>
        {
            var (geboekt, van) = await session.BoekVanzelf(verzoek.Klok);
            await verzoek.Log(session, "Regels van de bank vanzelf geboekt", van);
            var (open, _) = await session.Transacties(new Transactiefilter(false, null, null, null, null), new Deelvraag(1, 1));
            return new Boekverslag(geboekt, open);
        }, verzoek.Stop);
        return http.Json(verslag);
    }

    /// <summary>Of whom these lines are; of one that waits it is not known yet.</summary>
    private static async ValueTask<IReadOnlyList<string>> Van(Session session, params Transactie[] transacties)
    {
        var deelnemers = await session.Rijen<Deelnemer>(transacties.Select(t => TransactieAntwoord.Eigenaar(t.Rekening, "deelnemer:")).OfType<Guid>());
        return [.. deelnemers.Values.Select(d => d.Burgerservicenummer)];
    }

    private static (Guid? Afspraak, Guid? Rubriek) Lees(Invoer invoer)
    {
        var gelezen = (invoer.OptioneleSleutel("afspraak"), invoer.OptioneleSleutel("rubriek"));
        if (gelezen.Item1 is null == gelezen.Item2 is null && !invoer.Genoemd("afspraak", "rubriek")) invoer.Fout("afspraak", "invalid", "Kies een afspraak of een rubriek.");
        invoer.Klaar();
        return gelezen;
    }

    private enum Vlag
    {
        False,
        True,
    }
}
