using Meent.Services.EigenApi;
using Meent.Services.Verhuur.Registraties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Verhuur.Signalen;

internal static class SignaalEndpoints
{
    private const string Gegeven = "signalen";

    public static void MapSignalen(this IEndpointRouteBuilder verhuur)
    {
        verhuur.MapPost("/signalen", Noteer).WithName("signaal_create").WithSummary("Noteer een signaal bij een registratie.")
            .Leest(invoer => Lees(invoer)).Produces<SignaalAntwoord>(StatusCodes.Status201Created);
        verhuur.MapLees("/signalen", Lijst).WithName("signaal_list").WithSummary("Signalen bij een registratienummer, de nieuwste eerst.")
            .VraagtDeel(Parameter.Tekst("registratienummer", "Bij dit nummer; verplicht.")).Produces<Pagina<SignaalAntwoord>>();
        verhuur.MapLees("/signalen/{id:guid}", Een).WithName("signaal_read").WithSummary("Een signaal.")
            .Produces<SignaalAntwoord>();
    }

    private static async Task<IResult> Noteer(HttpContext http, Toegang toegang, TimeProvider klok)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var invoer = await Invoer.Lees(http);
        var (tekst, toelichting, reden) = Lees(invoer);
        var sleutel = http.Sleutel(invoer);

        var signaal = await verzoek.Store.Write(async session =>
        {
            var registratie = Registratienummer.TryParse(tekst, out var nummer) ? await session.Registratie(nummer) : null;
            if (registratie is null) throw Weigering.Regel(new OngeldigVeld("registratienummer", "onbekend", "Dit registratienummer is niet bekend."));
            var nieuw = new Signaal(Guid.CreateVersion7(), nummer.Waarde, toelichting, reden, verzoek.Medewerker, klok.GetUtcNow());
            await verzoek.Log(session, "Signaal bij een registratie van toeristische verhuur genoteerd", registratie.Verhuurder);
            if (await session.Eerder(Gegeven, sleutel, nieuw.Id, klok) is { } eerder) return (await session.Signaal(eerder))!;
            await session.Voeg(nieuw, registratie.Id);
            var pad = Links.Signaal(nieuw.Id);
            await verzoek.Gebeurde(session, pad, 1, "signaal", pad, "genoteerd", nummer.Waarde);
            return nieuw;
        }, verzoek.Stop);
        var antwoord = SignaalAntwoord.Van(signaal, verzoek.Organisatie);
        return http.Gemaakt(antwoord, antwoord.Url);
    }

    private static (string Nummer, string Toelichting, string Reden) Lees(Invoer invoer)
    {
        var gelezen = (invoer.Verplicht("registratienummer", 60), invoer.Regels("toelichting", 4000), invoer.Verplicht("reden", 500));
        invoer.Klaar();
        return gelezen;
    }

    private static async Task<IResult> Lijst(HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        var vraag = Vraag.Lees(http);
        var deel = vraag.Deel();
        if (!Registratienummer.TryParse(vraag.Tekst("registratienummer"), out var nummer)) vraag.Fout("registratienummer", "Geef een registratienummer.");
        vraag.Klaar();
        var (registratie, aantal, signalen) = await verzoek.Store.Snapshot(async session =>
        {
            if (await session.Registratie(nummer) is not { } gevonden) return ((Registratie?)null, 0L, new List<Signaal>());
            var (hoeveel, gelezen) = await session.Signalen(gevonden.Id, deel);
            return (gevonden, hoeveel, gelezen);
        }, verzoek.Stop);
        await verzoek.LogLezen("Signalen bij een registratie ingezien", [registratie?.Verhuurder]);
        return http.Lijst(verzoek.Organisatie.Url("signalen"), deel, aantal, [.. signalen.Select(signaal => SignaalAntwoord.Van(signaal, verzoek.Organisatie))]);
    }

    private static async Task<IResult> Een(Guid id, HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var (signaal, registratie) = await verzoek.Store.Snapshot(async session =>
        {
            var gevonden = await session.Signaal(id);
            return (gevonden, gevonden is not null && Registratienummer.TryParse(gevonden.Registratienummer, out var nummer) ? await session.Registratie(nummer) : null);
        }, verzoek.Stop);
        if (signaal is null) throw Weigering.NietGevonden("Dit signaal");
        await verzoek.LogLezen("Signaal bij een registratie ingezien", [registratie?.Verhuurder]);
        return http.Json(SignaalAntwoord.Van(signaal, verzoek.Organisatie));
    }
}
