using Meent.Services.EigenApi;
using Meent.Services.Huishoudboekje.Afschriften;
using Meent.Services.Huishoudboekje.Transacties;
using Meent.Standards.Identificaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Huishoudboekje.Inlezen;

internal sealed record BankrekeningAntwoord(string Iban, string Naam, string? Bic);

internal sealed record AfschriftAntwoord(Guid Id, string Rekening, string Kenmerk, DateOnly? EindDatum, long? EindCent);

/// <param name="Geboekt">How many lines found their place by themselves.</param>
internal sealed record Inleesantwoord(IReadOnlyList<Inleesverslag> Afschriften, int Geboekt);

/// <summary>The municipality's own accounts for money of others, and their statements.</summary>
internal static class AfschriftEndpoints
{
    private const string Gegeven = "transacties";

    public static void MapAfschriften(this IEndpointRouteBuilder boek)
    {
        boek.MapPost("/bankrekeningen", Voeg).WithName("huishoudboekje_bankrekening_create").WithSummary("Voeg een derdengeldenrekening van de gemeente toe.")
            .Leest(invoer => Lees(invoer)).Produces<BankrekeningAntwoord>(StatusCodes.Status201Created);
        boek.MapLees("/bankrekeningen", Rekeningen).WithName("huishoudboekje_bankrekening_list").WithSummary("Derdengeldenrekeningen van de gemeente.").VraagtDeel().Produces<Pagina<BankrekeningAntwoord>>();
        boek.MapPost("/afschriften", LeesIn).WithName("huishoudboekje_afschrift_create").WithSummary("Lees een bestand van de bank in: CAMT.053, CAMT.054 of MT940. Twee keer hetzelfde verandert niets.")
            .WithMetadata(new RequestSizeLimit(Afschriftlezer.MaxBytes)).Produces<Inleesantwoord>();
        boek.MapLees("/afschriften", Lijst).WithName("huishoudboekje_afschrift_list").WithSummary("Ingelezen afschriften, het laatste eerst.").VraagtDeel().Produces<Pagina<AfschriftAntwoord>>();
    }

    private static async Task<IResult> Voeg(HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var rekening = Lees(await Invoer.Lees(http));
        await verzoek.Store.Write(async session => await session.Execute(
            "INSERT INTO huishoudboekje_bankrekeningen (iban, naam, bic) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", rekening.Iban, rekening.Naam, rekening.Bic) == 1
                ? true
                : throw Weigering.Botst("iban", "bestaat", "Deze rekening staat er al."), verzoek.Stop);
        return http.Gemaakt(rekening, verzoek.Organisatie.Url("bankrekeningen"));
    }

    private static async Task<IResult> Rekeningen(HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        var vraag = Vraag.Lees(http);
        var deel = vraag.Deel();
        vraag.Klaar();
        var rekeningen = await verzoek.Store.Read(session => session.All("SELECT iban, naam, bic FROM huishoudboekje_bankrekeningen ORDER BY iban", row => new BankrekeningAntwoord(row.Text(0), row.Text(1), row.TextOrNull(2))), verzoek.Stop);
        return http.Lijst(verzoek.Organisatie.Url("bankrekeningen"), deel, rekeningen.Count, [.. rekeningen.Skip((int)deel.Overslaan).Take(deel.PageSize)]);
    }

    /// <summary>Lines, bookings and the records of whose money it is, all in one transaction: after an answer nothing is lost, without one nothing was done.</summary>
    private static async Task<IResult> LeesIn(HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var afschriften = Ontleed(await Bestand(http), Afschriftlezer.Lees);
        var antwoord = await verzoek.Store.Write(async session =>
        {
            var verslagen = await session.LeesIn(afschriften);
            var (geboekt, van) = await session.BoekVanzelf(verzoek.Klok);
            await verzoek.Log(session, "Afschrift van de bank ingelezen", van);
            return new Inleesantwoord(verslagen, geboekt);
        }, verzoek.Stop);
        return http.Json(antwoord);
    }

    private static async Task<IResult> Lijst(HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        var vraag = Vraag.Lees(http);
        var deel = vraag.Deel();
        vraag.Klaar();
        var (aantal, rijen) = await verzoek.Store.Snapshot(async session => (
            await session.One("SELECT COUNT(*) FROM huishoudboekje_afschriften", row => row.Long(0)),
            await session.All($"SELECT id, iban, kenmerk, eind_datum, eind_cent FROM huishoudboekje_afschriften ORDER BY id DESC {deel.Sql}",
                row => new AfschriftAntwoord(row.Guid(0), row.Text(1), row.Text(2), row.DateOrNull(3), row.LongOrNull(4)))), verzoek.Stop);
        return http.Lijst(verzoek.Organisatie.Url("afschriften"), deel, aantal, rijen);
    }

    /// <exception cref="ProbleemException">422: it cannot be read, and why.</exception>
    public static T Ontleed<T>(byte[] bestand, Func<byte[], T> lees)
    {
        try
        {
            return lees(bestand);
        }
        catch (LeesfoutException fout)
        {
            throw new ProbleemException(new Probleem(422, "onleesbaar", "Dit bestand is niet te lezen.", fout.Message) { InvalidParams = [new("", "onleesbaar", fout.Message)] });
        }
    }

    public static async Task<byte[]> Bestand(HttpContext http)
    {
        using var buffer = new MemoryStream();
        var blok = new byte[65_536];
        for (int n; (n = await http.Request.Body.ReadAsync(blok, http.RequestAborted)) > 0;)
        {
            if (buffer.Length + n > Afschriftlezer.MaxBytes) throw new ProbleemException(new Probleem(413, "request-entity-too-large", "Het bestand is te groot."));
            buffer.Write(blok, 0, n);
        }

        return buffer.ToArray();
    }

    private static BankrekeningAntwoord Lees(Invoer invoer)
    {
        var iban = invoer.Verplicht("iban", tekst => Iban.TryParse(tekst, out _), "Een IBAN dat klopt.");
        var rekening = new BankrekeningAntwoord(Iban.TryParse(iban, out var gelezen) ? gelezen.Tekst : iban, invoer.Verplicht("naam", 70), invoer.Optioneel("bic", 11));
        invoer.Klaar();
        return rekening;
    }

    /// <summary>Statements are larger than what the server takes elsewhere.</summary>
    private sealed record RequestSizeLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata
    {
        public RequestSizeLimit(int bytes) : this((long?)bytes)
        {
        }
    }
}
