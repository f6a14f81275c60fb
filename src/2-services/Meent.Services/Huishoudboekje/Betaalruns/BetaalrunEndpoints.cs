using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Huishoudboekje.Afschriften;
using Meent.Services.Huishoudboekje.Afspraken;
using Meent.Services.Huishoudboekje.Betalingen;
using Meent.Services.Huishoudboekje.Deelnemers;
using Meent.Services.Huishoudboekje.Inlezen;
using Meent.Standards;
using Meent.Standards.Identificaties;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Huishoudboekje.Betaalruns;

internal sealed record BetalingAntwoord(
    Guid Id, Guid Deelnemer, string Deelnemernummer, Guid Afspraak, DateOnly Gepland, DateOnly Uitvoering, long Cent, string Naam, string Iban, string Omschrijving, Betalingstatus Status, string? Reden);

/// <param name="Betalingen">Only of one run that is asked for.</param>
internal sealed record BetaalrunAntwoord(
    string Url, Guid Id, string Rekening, DateOnly Van, DateOnly Tot, Runstatus Status, string GemaaktDoor, DateTimeOffset GemaaktOp, string? VrijgegevenDoor, DateTimeOffset? VrijgegevenOp,
    IReadOnlyList<BetalingAntwoord>? Betalingen)
{
    public static BetaalrunAntwoord Maak(Betaalrun r, Organisatie organisatie, IReadOnlyList<BetalingAntwoord>? betalingen = null) =>
        new(organisatie.Url($"betaalruns/{r.Id}"), r.Id, r.Iban, r.Van, r.Tot, r.Status, r.GemaaktDoor, r.GemaaktOp, r.VrijgegevenDoor, r.VrijgegevenOp, betalingen);
}

/// <summary>Paying: one employee proposes, another releases, the bank answers.</summary>
internal static class BetaalrunEndpoints
{
    private const string Gegeven = "betalingen";
    private const string Wat = "Deze betaalrun";
    private const int MaxDagen = 62;

    public static void MapBetaalruns(this IEndpointRouteBuilder boek)
    {
        boek.MapPost("/betaalruns", Maak).WithName("huishoudboekje_betaalrun_create").WithSummary("Stel voor wat er in een periode betaald moet worden.").Leest(invoer => Lees(invoer)).Produces<BetaalrunAntwoord>(StatusCodes.Status201Created);
        boek.MapLees("/betaalruns", Lijst).WithName("huishoudboekje_betaalrun_list").WithSummary("Betaalruns, de laatste eerst.").VraagtDeel().Produces<Pagina<BetaalrunAntwoord>>();
        boek.MapLees("/betaalruns/{id:guid}", Een).WithName("huishoudboekje_betaalrun_read").WithSummary("Een betaalrun met haar betalingen.").Produces<BetaalrunAntwoord>();
        boek.MapPost("/betaalruns/{id:guid}/vrijgave", GeefVrij).WithName("huishoudboekje_betaalrun_vrijgave").WithSummary("Geef vrij wat een ander voorstelde.").Produces<BetaalrunAntwoord>();
        boek.MapPost("/betaalruns/{id:guid}/verval", Verval).WithName("huishoudboekje_betaalrun_verval").WithSummary("Betaal hier niets van; de dagen kunnen opnieuw voorgesteld worden.").Produces<BetaalrunAntwoord>();
        boek.MapPost("/betaalruns/{id:guid}/betalingen/{betaling:guid}/verval", VervalEen).WithName("huishoudboekje_betaling_verval").WithSummary("Laat een voorgestelde betaling weg.").Produces<BetaalrunAntwoord>();
        boek.MapLees("/betaalruns/{id:guid}/bestand", Bestand).WithName("huishoudboekje_betaalrun_bestand").WithSummary("Het bestand voor de bank (pain.001); elke keer hetzelfde.")
            .Vraagt(Parameter.Keuze<PainVersie>("versie", "pain.001.001.03 of .09 (gewoon).")).Produces(StatusCodes.Status200OK, null, "application/xml");
        boek.MapPost("/betaalruns/{id:guid}/antwoord", Antwoord).WithName("huishoudboekje_betaalrun_antwoord").WithSummary("Lees het antwoord van de bank (pain.002).").Produces<BetaalrunAntwoord>();
    }

    private static async Task<IResult> Maak(HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var (iban, van, tot) = Lees(await Invoer.Lees(http));
        var run = new Betaalrun(Guid.CreateVersion7(), iban, van, tot, Runstatus.Voorgesteld, verzoek.EisMedewerker(), verzoek.Klok.GetUtcNow());
        var antwoord = await verzoek.Store.Write(async session =>
        {
            // The row is locked: two who propose at once do so one after the other, each seeing what the other took of a balance.
            if (await session.Execute("UPDATE huishoudboekje_bankrekeningen SET iban = iban WHERE iban = $1", iban) == 0)
                throw Weigering.Regel(new OngeldigVeld("rekening", "onbekend", "Dit is geen derdengeldenrekening van de gemeente."));
            await session.Voeg(run);
            if ((await session.Stel(run, verzoek.Klok.Vandaag())).Count == 0) throw Weigering.Regel(new OngeldigVeld("van", "nietsTeBetalen", "Er is in deze tijd niets te betalen dat niet al in een run zit."));
            return await Toon(session, verzoek, run, "Betalingen voorgesteld");
        }, verzoek.Stop);
        return http.Gemaakt(antwoord, antwoord.Url);
    }

    private static async Task<IResult> Lijst(HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        var vraag = Vraag.Lees(http);
        var deel = vraag.Deel();
        vraag.Klaar();
        var (aantal, runs) = await verzoek.Store.Snapshot(session => session.Betaalruns(deel), verzoek.Stop);
        return http.Lijst(verzoek.Organisatie.Url("betaalruns"), deel, aantal, [.. runs.Select(run => BetaalrunAntwoord.Maak(run, verzoek.Organisatie))]);
    }

    private static async Task<IResult> Een(Guid id, HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        return http.Json(await verzoek.Store.Write(async session => await Toon(session, verzoek, await session.Vind<Betaalrun>(id, Wat), "Betalingen ingezien"), verzoek.Stop));
    }

    private static Task<IResult> GeefVrij(Guid id, HttpContext http, Toegang toegang) => Verander(id, http, toegang, "Betalingen vrijgegeven", async (session, verzoek, run, wie) =>
    {
        if (run.GemaaktDoor == wie) throw Weigering.Regel(new OngeldigVeld("vrijgegevenDoor", "vierOgen", "Een ander dan wie de betalingen voorstelde, geeft ze vrij."));
        var betalingen = (await session.Betalingen(run.Id)).Where(b => b.Status == Betalingstatus.Voorgesteld).ToList();
        if (betalingen.Count == 0) throw Weigering.Regel(new OngeldigVeld("betalingen", "nietsTeBetalen", "Er is niets om vrij te geven."));
        var afspraken = await session.Rijen<Afspraak>(betalingen.Select(b => b.Afspraak));
        // What a second person saw is what is paid, or nothing.
        if (betalingen.Find(b => !b.Klopt(afspraken[b.Afspraak])) is { } anders)
            throw Weigering.Botst("betalingen", "afspraakGewijzigd", $"De afspraak '{anders.Omschrijving}' is intussen gewijzigd. Laat de run vervallen en maak een nieuwe.");
        var ruimte = await session.Ruimte(betalingen.Select(b => b.Deelnemer));
        foreach (var betaling in betalingen)
        {
            if ((ruimte[betaling.Deelnemer] -= betaling.Cent) < 0) throw Weigering.Botst("betalingen", "saldo", $"Het saldo is intussen te laag voor '{betaling.Omschrijving}'. Laat die weg.");
            await session.Zet(betaling with { Status = Betalingstatus.Vrijgegeven });
        }

        return run with { Status = Runstatus.Vrijgegeven, VrijgegevenDoor = wie, VrijgegevenOp = verzoek.Klok.GetUtcNow() };
    });

    private static Task<IResult> Verval(Guid id, HttpContext http, Toegang toegang) => Verander(id, http, toegang, "Voorgestelde betalingen vervallen", async (session, _, run, _) =>
    {
        foreach (var betaling in await session.Betalingen(run.Id)) await session.Zet(betaling with { Status = Betalingstatus.Vervallen });
        return run with { Status = Runstatus.Vervallen };
    });

    private static Task<IResult> VervalEen(Guid id, Guid betaling, HttpContext http, Toegang toegang) => Verander(id, http, toegang, "Voorgestelde betaling vervallen", async (session, _, run, _) =>
    {
        if (await session.Betaling(betaling) is not { } gevonden || gevonden.Run != id) throw Weigering.NietGevonden("Deze betaling");
        await session.Zet(gevonden with { Status = Betalingstatus.Vervallen });
        return run;
    });

    private static async Task<IResult> Bestand(Guid id, HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        var vraag = Vraag.Lees(http);
        var versie = vraag.Keuze<PainVersie>("versie") ?? PainVersie.V09;
        vraag.Klaar();
        var bestand = await verzoek.Store.Write(async session =>
        {
            var run = await session.Vind<Betaalrun>(id, Wat);
            if (run is not { Status: Runstatus.Vrijgegeven, VrijgegevenOp: { } moment }) throw Weigering.Botst("status", "nietVrijgegeven", "Deze betalingen zijn niet vrijgegeven.");
            // What the bank refused afterwards was in the file too: it is the same file each time.
            var betalingen = (await session.Betalingen(id)).Where(b => b.Status is Betalingstatus.Vrijgegeven or Betalingstatus.Uitgevoerd or Betalingstatus.Geweigerd).ToList();
            await verzoek.Log(session, "Betalingen naar de bank gestuurd", (await session.Rijen<Deelnemer>(betalingen.Select(b => b.Deelnemer))).Values.Select(d => d.Burgerservicenummer));
            var van = await session.One("SELECT naam, iban, bic FROM huishoudboekje_bankrekeningen WHERE iban = $1", row => new Opdrachtgever(row.Text(0), row.Text(1), row.TextOrNull(2)), run.Iban);
            return Betaalbestand.Schrijf(versie, run.Kenmerk, moment, van!, [.. betalingen.Select(b => new Betalingen.Betaling(b.Kenmerk, b.Uitvoering, b.Cent, b.Naam, b.Iban, b.Omschrijving))]);
        }, verzoek.Stop);
        http.Response.Headers.ContentDisposition = $"attachment; filename=betalingen-{id:N}.xml";
        return Results.Bytes(bestand, "application/xml");
    }

    private static async Task<IResult> Antwoord(Guid id, HttpContext http, Toegang toegang)
    {
        // Nobody has a file read who may not.
        _ = await toegang.Open(http, Gegeven);
        var bank = AfschriftEndpoints.Ontleed(await AfschriftEndpoints.Bestand(http), bestand => Bankantwoord.Lees(new MemoryStream(bestand)));
        return await Verander(id, http, toegang, "Antwoord van de bank verwerkt", async (session, _, run, _) =>
        {
            if (bank.Bericht != run.Kenmerk) throw Weigering.Regel(new OngeldigVeld("", "andereRun", "Dit antwoord hoort bij een ander betaalbestand."));
            foreach (var betaling in (await session.Betalingen(id)).Where(b => b.Status == Betalingstatus.Vrijgegeven))
                if (bank.Van(betaling.Kenmerk) is { Oordeel: Bankoordeel.Geweigerd } oordeel) await session.Zet(betaling with { Status = Betalingstatus.Geweigerd, Reden = oordeel.Reden });
            return run;
        }, Runstatus.Vrijgegeven);
    }

    private static async Task<IResult> Verander(
        Guid id, HttpContext http, Toegang toegang, string naam, Func<Session, Verzoek, Betaalrun, string, ValueTask<Betaalrun>> wijziging, Runstatus van = Runstatus.Voorgesteld)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var wie = verzoek.EisMedewerker();
        return http.Json(await verzoek.Store.Write(async session =>
        {
            var run = await session.Vind<Betaalrun>(id, Wat);
            await session.Execute("UPDATE huishoudboekje_bankrekeningen SET iban = iban WHERE iban = $1", run.Iban);
            (run, var version) = await session.Vergrendeld<Betaalrun>(id, Wat);
            if (run.Status != van) throw Weigering.Botst("status", "nietVanuitDezeStand", "Dit kan niet meer met deze betaalrun.");
            var nieuw = await wijziging(session, verzoek, run, wie);
            await session.Zet(nieuw);
            if (nieuw.Status != run.Status) await verzoek.Gebeurde(session, "betaalrun", $"betaalruns/{id}", version + 1, nieuw.Status.Woord());
            return await Toon(session, verzoek, nieuw, naam);
        }, verzoek.Stop));
    }

    private static async ValueTask<BetaalrunAntwoord> Toon(Session session, Verzoek verzoek, Betaalrun run, string naam)
    {
        var betalingen = await session.Betalingen(run.Id);
        var deelnemers = await session.Rijen<Deelnemer>(betalingen.Select(b => b.Deelnemer));
        await verzoek.Log(session, naam, deelnemers.Values.Select(d => d.Burgerservicenummer));
        return BetaalrunAntwoord.Maak(run, verzoek.Organisatie, [.. betalingen.Select(b => new BetalingAntwoord(
            b.Id, b.Deelnemer, deelnemers[b.Deelnemer].Nummer, b.Afspraak, b.Gepland, b.Uitvoering, b.Cent, b.Naam, b.Iban, b.Omschrijving, b.Status, b.Reden))]);
    }

    private static (string Iban, DateOnly Van, DateOnly Tot) Lees(Invoer invoer)
    {
        var iban = invoer.Verplicht("rekening", tekst => Iban.TryParse(tekst, out _), "Een IBAN dat klopt.");
        var (van, tot) = (invoer.Datum("van"), invoer.Datum("tot"));
        if (tot < van || tot.DayNumber - van.DayNumber > MaxDagen) invoer.Fout("tot", "invalid", $"Ten hoogste {MaxDagen} dagen na de eerste dag.");
        invoer.Klaar();
        return (Iban.TryParse(iban, out var gelezen) ? gelezen.Tekst : iban, van, tot);
    }
}
