using Meent.Services.EigenApi;
using Meent.Services.Huishoudboekje.Rekeningen;
using Meent.Standards.Identificaties;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Huishoudboekje.Crediteuren;

internal sealed record CrediteurAntwoord(
    string Url, Guid Id, string Naam, string KvkNummer, string? Vestigingsnummer, string? Afdeling, string? NummeraanduidingIdentificatie, IReadOnlyList<RekeningAntwoord> Rekeningen)
{
    public static CrediteurAntwoord Van(Crediteur c, IEnumerable<Rekening> rekeningen, Organisatie organisatie) => new(
        organisatie.Url($"crediteuren/{c.Id}"), c.Id, c.Naam, c.KvkNummer, c.Vestigingsnummer, c.Afdeling, c.NummeraanduidingIdentificatie, [.. rekeningen.Select(r => RekeningAntwoord.Van(r, organisatie))]);
}

/// <summary>Organisations that are paid, or pay.</summary>
internal static class CrediteurEndpoints
{
    private const string Gegeven = "crediteuren";

    public static void MapCrediteuren(this IEndpointRouteBuilder boek)
    {
        boek.MapPost("/crediteuren", Voeg).WithName("huishoudboekje_crediteur_create").WithSummary("Voeg een organisatie toe.").Leest(invoer => Lees(invoer)).Produces<CrediteurAntwoord>(StatusCodes.Status201Created);
        boek.MapLees("/crediteuren", Lijst).WithName("huishoudboekje_crediteur_list").WithSummary("Organisaties, op naam.")
            .VraagtDeel(Parameter.Tekst("zoek", "Alleen met dit in de naam.")).Produces<Pagina<CrediteurAntwoord>>();
        boek.MapLees("/crediteuren/{id:guid}", Een).WithName("huishoudboekje_crediteur_read").WithSummary("Een organisatie met haar rekeningen.").Produces<CrediteurAntwoord>();
    }

    private static async Task<IResult> Voeg(HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var (crediteur, iban) = Lees(await Invoer.Lees(http));
        Rekening? rekening = iban is null ? null : new()
        {
            Id = Guid.CreateVersion7(),
            Eigenaar = crediteur.Id,
            Iban = iban,
            Naam = crediteur.Naam,
            VoorgesteldDoor = verzoek.EisMedewerker(),
            VoorgesteldOp = verzoek.Klok.GetUtcNow(),
        };
        await verzoek.Store.Write(async session =>
        {
            if (!await session.Voeg(crediteur)) throw Weigering.Botst("kvkNummer", "bestaat", "Deze organisatie of afdeling staat er al.");
            return rekening is null || await session.Voeg(rekening);
        }, verzoek.Stop);
        var antwoord = CrediteurAntwoord.Van(crediteur, rekening is null ? [] : [rekening], verzoek.Organisatie);
        return http.Gemaakt(antwoord, antwoord.Url);
    }

    private static async Task<IResult> Lijst(HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        var vraag = Vraag.Lees(http);
        var (zoek, deel) = (vraag.Tekst("zoek"), vraag.Deel());
        vraag.Klaar();
        var (aantal, rijen) = await verzoek.Store.Snapshot(async session =>
        {
            var (hoeveel, crediteuren) = await session.Crediteuren(zoek, deel);
            var rekeningen = (await session.Rekeningen(crediteuren.Select(c => c.Id))).ToLookup(r => r.Eigenaar);
            return (hoeveel, crediteuren.Select(c => CrediteurAntwoord.Van(c, rekeningen[c.Id], verzoek.Organisatie)).ToList());
        }, verzoek.Stop);
        return http.Lijst(verzoek.Organisatie.Url("crediteuren"), deel, aantal, rijen);
    }

    private static async Task<IResult> Een(Guid id, HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        return http.Json(await verzoek.Store.Snapshot(async session =>
            CrediteurAntwoord.Van(await session.Vind<Crediteur>(id, "Deze organisatie"), await session.Rekeningen([id]), verzoek.Organisatie), verzoek.Stop));
    }

    /// <returns>With its first account, if one was given; a second employee confirms it.</returns>
    private static (Crediteur Crediteur, string? Iban) Lees(Invoer invoer)
    {
        var crediteur = new Crediteur
        {
            Id = Guid.CreateVersion7(),
            Naam = invoer.Verplicht("naam", 100),
            KvkNummer = invoer.Verplicht("kvkNummer", tekst => Cijfers(tekst, 8), "Een KVK-nummer van acht cijfers."),
            Vestigingsnummer = invoer.Optioneel("vestigingsnummer", 12),
            Afdeling = invoer.Optioneel("afdeling", 100),
            NummeraanduidingIdentificatie = invoer.Optioneel("nummeraanduidingIdentificatie", 16),
        };
        if (crediteur.Vestigingsnummer is { } vestiging && !Cijfers(vestiging, 12)) invoer.Fout("vestigingsnummer", "invalid", "Een vestigingsnummer van twaalf cijfers.");
        if (crediteur.NummeraanduidingIdentificatie is { } adres && !Cijfers(adres, 16)) invoer.Fout("nummeraanduidingIdentificatie", "invalid", "Een BAG-identificatie van zestien cijfers.");
        var iban = invoer.Optioneel("iban", 40);
        if (iban is not null && !Iban.TryParse(iban, out _)) invoer.Fout("iban", "invalid", "Een IBAN dat klopt.");
        invoer.Klaar();
        return (crediteur, Iban.TryParse(iban, out var gelezen) ? gelezen.Tekst : null);
    }

    private static bool Cijfers(string tekst, int aantal) => tekst.Length == aantal && tekst.All(char.IsAsciiDigit);
}
