using Meent.Services.EigenApi;
using Meent.Services.Verhuur.Registraties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Verhuur.Geldigheid;

internal sealed record GeldigheidAntwoord(bool IsValid);

/// <param name="Redenen">Why a number is not valid here: <c>onbekend</c>, <c>nietActief</c>, <c>anderAdres</c>, <c>adresNietGecontroleerd</c>.</param>
internal sealed record ControleAntwoord(bool Geldig, IReadOnlyList<string> Redenen);

/// <summary>The public check of a number (Regulation (EU) 2024/1028 art. 5): for guests and platforms. It never tells a name or an address.</summary>
internal static class GeldigheidEndpoints
{
    public static void MapGeldigheid(this IEndpointRouteBuilder verhuur)
    {
        verhuur.MapLees("/geldigheid/{nummer}", IsGeldig).WithName("geldigheid_read").WithSummary("Of een registratienummer geldig is.")
            .Produces<GeldigheidAntwoord>().AllowAnonymous();
        verhuur.MapPost("/geldigheid/_controle", Controleer).WithName("geldigheid_controle").WithSummary("Of een registratienummer geldig is, en bij een adres hoort.")
            .Leest(invoer => Lees(invoer)).Produces<ControleAntwoord>().AllowAnonymous();
    }

    private static async Task<IResult> IsGeldig(string nummer, HttpContext http, Toegang toegang)
    {
        Vraag.Lees(http).Klaar();
        return http.Json(new GeldigheidAntwoord(await Zoek(nummer, http, toegang) is { IsGeldig: true }));
    }

    private static async Task<IResult> Controleer(HttpContext http, Toegang toegang, Adrescontrole adressen)
    {
        Vraag.Lees(http).Klaar();
        var (nummer, postcode, huisnummer) = Lees(await Invoer.Lees(http));
        var redenen = await Zoek(nummer, http, toegang) switch
        {
            null => ["onbekend"],
            { IsGeldig: false } => ["nietActief"],
            var registratie when postcode is not null => await adressen.Redenen(http, registratie.AdresseerbaarObjectIdentificatie, postcode, huisnummer!.Value),
            _ => (IReadOnlyList<string>)[],
        };
        return http.Json(new ControleAntwoord(redenen.Count == 0 || redenen is [Adrescontrole.NietGecontroleerd], redenen));
    }

    private static (string Nummer, string? Postcode, int? Huisnummer) Lees(Invoer invoer)
    {
        var nummer = invoer.Verplicht("registratienummer", 60);
        var postcode = invoer.Optioneel("postcode", 7)?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var huisnummer = invoer.OptioneelGetal("huisnummer", 1, 99999);
        if (postcode is null != huisnummer is null && !invoer.Genoemd("postcode", "huisnummer"))
            invoer.Fout(postcode is null ? "postcode" : "huisnummer", "required", "Geef postcode en huisnummer samen.");
        if (postcode is not null && !IsPostcode(postcode)) invoer.Fout("postcode", "invalid", "Een postcode zoals 1234 AB.");
        invoer.Klaar();
        return (nummer, postcode, huisnummer);
    }

    private static async ValueTask<Registratie?> Zoek(string tekst, HttpContext http, Toegang toegang) => Registratienummer.TryParse(tekst, out var nummer)
        ? await (await toegang.Openbaar(http)).Read(session => session.Registratie(nummer), http.RequestAborted)
        : null;

    private static bool IsPostcode(string tekst) =>
        tekst.Length == 6 && tekst[0] is >= '1' and <= '9' && tekst.AsSpan(1, 3).IndexOfAnyExceptInRange('0', '9') < 0 && tekst.AsSpan(4).IndexOfAnyExceptInRange('A', 'Z') < 0;
}
