using System.Globalization;
using System.Text;
using System.Text.Json;
using Meent.Integration.Auditlog;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Poort;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Afrekening;

/// <summary>Betalen naar gebruik, for the own administrators: prices, and the statement of each month.</summary>
internal static class AfrekeningEndpoints
{
    private const int GrootsteVerzoek = 4096;

    // Ten million euros for one thing is a typing mistake, and a count of them still fits.
    private const decimal HoogsteBedrag = 10_000_000m;

    public static void MapAfrekening(this RouteGroupBuilder fsc)
    {
        fsc.MapGet("/prijzen", Prijzen).WithName("prijs_list");
        fsc.MapPut("/prijzen/{aanbieder}/{dienst}/{soort}/{vanaf}", Zet).WithName("prijs_update");
        fsc.MapDelete("/prijzen/{aanbieder}/{dienst}/{soort}/{vanaf}", Neem).WithName("prijs_delete");
        fsc.MapGet("/afrekeningen", Maanden).WithName("afrekening_list");
        fsc.MapGet("/afrekeningen/{maand}", Toon).WithName("afrekening_read");
        fsc.MapGet("/afrekeningen/{maand}/csv", Csv).WithName("afrekening_csv");
        fsc.MapPost("/afrekeningen/{maand}/sluiting", Sluit).WithName("afrekening_close");
        fsc.MapGet("/afrekeningen/{maand}/controle", Controleer).WithName("afrekening_check");
        fsc.MapGet("/opgaven/{maand}", Opgave).WithName("opgave_read");
    }

    private static async Task<IResult> Prijzen(HttpContext http, Afrekeningen afrekeningen) => Results.Json(new
    {
        valuta = "EUR",
        prijzen = (await afrekeningen.Prijzen(http.Organisatie(), http.RequestAborted)).Alle.Select(p => new { aanbieder = p.Aanbieder, dienst = p.Dienst, soort = p.Soort, vanaf = p.Vanaf, bedrag = p.Euros }),
    });

    private static async Task<IResult> Zet(HttpContext http, string aanbieder, string dienst, string soort, string vanaf, Afrekeningen afrekeningen)
    {
        using var json = IJson.Parse(await Lichaam.Lees(http, GrootsteVerzoek));
        if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("bedrag", out var lid) || lid.ValueKind != JsonValueKind.Number || !lid.TryGetDecimal(out var bedrag))
            throw Fout("bedrag", "ontbreekt, of is geen getal");
        if (bedrag is < 0 or > HoogsteBedrag || decimal.Round(bedrag, 6) != bedrag) throw Fout("bedrag", "is in euro's, 0 of meer, met ten hoogste zes cijfers achter de komma");
        await afrekeningen.ZetPrijs(http.Organisatie(), new(Oin(aanbieder), dienst, Soort(soort), Dag(vanaf), (long)(bedrag * Prijs.Euro)), weg: false, http.Opdrachtgever(), http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> Neem(HttpContext http, string aanbieder, string dienst, string soort, string vanaf, Afrekeningen afrekeningen)
    {
        await afrekeningen.ZetPrijs(http.Organisatie(), new(Oin(aanbieder), dienst, Soort(soort), Dag(vanaf), 0), weg: true, http.Opdrachtgever(), http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> Maanden(HttpContext http, Afrekeningen afrekeningen) => Results.Json(new
    {
        maanden = (await afrekeningen.Maanden(http.Organisatie(), http.RequestAborted)).Select(m => new { maand = m.Maand.ToString(), gesloten = m.Gesloten }),
    });

    private static async Task<IResult> Toon(HttpContext http, string maand, Afrekeningen afrekeningen) =>
        Results.Json(Beeld(await afrekeningen.Maak(http.Organisatie(), Maand.Lees(maand), http.Request.Query["bewijs"] == "true", http.RequestAborted)));

    private static async Task<IResult> Csv(HttpContext http, string maand, Afrekeningen afrekeningen)
    {
        var beeld = await afrekeningen.Maak(http.Organisatie(), Maand.Lees(maand), metBewijs: true, http.RequestAborted);
        return Results.File(Encoding.UTF8.GetBytes(AfrekeningCsv.Schrijf(beeld)), "text/csv; charset=utf-8", $"afrekening-{http.Organisatie().Slug}-{beeld.Maand}.csv");
    }

    private static async Task<IResult> Sluit(HttpContext http, string maand, Afrekeningen afrekeningen)
    {
        await afrekeningen.Sluit(http.Organisatie(), Maand.Lees(maand), http.Opdrachtgever(), http.RequestAborted);
        return await Toon(http, maand, afrekeningen);
    }

    private static async Task<IResult> Controleer(HttpContext http, string maand, Afrekeningen afrekeningen, IOptions<FscOptions> options, TimeProvider klok)
    {
        var deze = Maand.Lees(maand);
        var (alleenGesloten, alleenLog) = await afrekeningen.Controleer(http.Organisatie(), deze, http.RequestAborted);
        return Results.Json(new
        {
            maand = deze.ToString(),
            klopt = alleenGesloten.Count == 0 && alleenLog.Count == 0,
            // Of what is older than the log goes back, only what was kept at the closing tells.
            log_volledig = deze.Van >= klok.GetUtcNow() - options.Value.LogBewaren,
            alleen_gesloten = alleenGesloten.Select(Regel),
            alleen_log = alleenLog.Select(Regel),
        });
    }

    private static async Task<IResult> Opgave(HttpContext http, string maand, Opgaven opgaven)
    {
        var opgave = await opgaven.Maak(http.Organisatie(), Maand.Lees(maand), http.RequestAborted);
        return Results.Json(new
        {
            maand = opgave.Maand.ToString(),
            peildag = opgave.Peildag,
            gemeten = opgave.Gemeten,
            organisatie = http.Organisatie().Oin,
            regels = opgave.Regels.Select(r => new { oplossing = r.Oplossing, dienst = r.Dienst, wat = r.Wat, aantal = r.Aantal, op_peildag = r.OpPeildag, uitleg = r.Uitleg }),
        });
    }

    private static object Beeld(Afrekeningbeeld beeld) => new
    {
        maand = beeld.Maand.ToString(),
        gesloten = beeld.Gesloten,
        valuta = "EUR",
        peers = beeld.Regels.GroupBy(r => (r.Kant, r.Peer)).Select(groep => new
        {
            kant = groep.Key.Kant,
            peer_id = groep.Key.Peer,
            peer_name = beeld.Namen.GetValueOrDefault(groep.Key.Peer),
            totaal = groep.Sum(r => r.Bedrag),
            regels = groep.Select(Regel),
        }),
    };

    private static object Regel(Afrekenregel r) => new
    {
        dienst = r.Dienst,
        soort = r.Soort,
        grant_hash = r.Grant,
        delegator_peer_id = r.Delegator,
        prijs = r.Euros,
        aantal = r.Aantal,
        bedrag = r.Bedrag,
        eerste_transactie = r.Eerste,
        laatste_transactie = r.Laatste,
        bewijs = r.Bewijs,
    };

    private static string Oin(string tekst) => tekst.Length is >= 3 and <= 20 ? tekst : throw Fout("aanbieder", "is geen Peer ID");

    private static string Soort(string tekst) => Prijssoort.Alle.Contains(tekst) ? tekst : throw Fout("soort", $"is een van {string.Join(", ", Prijssoort.Alle)}");

    private static DateOnly Dag(string tekst) => DateOnly.TryParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag)
        ? dag
        : throw Fout("vanaf", "is een dag, zoals 2026-11-01");

    private static FscException Fout(string veld, string wat) => new(422, FscCodes.InvalidRequest, $"{veld} {wat}.");
}
