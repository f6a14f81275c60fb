using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Identificaties;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Meent.Interaction.Inloggen;

internal sealed partial class InlogPaginas(
    Inlogvoorzieningen voorzieningen, OidcClient oidc, Inlogpogingen pogingen, Sessies sessies, Toegangscontrole toegang, TimeProvider klok, ILogger<InlogPaginas> log)
{
    /// <summary>Literal text that the DigiD audit asks for (check T6).</summary>
    public const string DigidFout = "Er is een fout opgetreden in de communicatie met DigiD. Probeert u het later nogmaals. "
        + "Indien deze fout blijft aanhouden, kijk dan op de website https://www.digid.nl voor de laatste informatie.";

    public static void Map(Paginabouwer paginas)
    {
        var inloggen = paginas.Van<InlogPaginas>();
        inloggen.Get("/inloggen", Eis.Openbaar, p => p.Kies);
        inloggen.Get("/inloggen/{middel}", Eis.Openbaar, p => p.NaarProvider);
        inloggen.Get("/inloggen/{middel}/terug", Eis.Openbaar, p => p.VanProvider);
        inloggen.Post("/uitloggen", Eis.Openbaar, p => p.Uitloggen);
        inloggen.Get("/uitgelogd", Eis.Openbaar, p => p.Uitgelogd);
    }

    private Task<IResult> Kies(Verzoek verzoek)
    {
        if (verzoek.Bezoeker is Belanghebbende) return Task.FromResult(verzoek.GaNaar(verzoek.LokaalPad("terug") ?? "/mijn"));
        var middelen = Inlogmiddel.Alle.Where(m => m != Inlogmiddel.Medewerker && voorzieningen.Voor(verzoek.Organisatie, m) is not null).ToList();
        var model = new InlogKeuze(middelen, verzoek.LokaalPad("terug") ?? "/mijn", voorzieningen.Ontwikkelprovider, Melding(verzoek));
        return Task.FromResult(verzoek.Toon<InlogKiezen>(model));
    }

    private async Task<IResult> NaarProvider(Verzoek verzoek)
    {
        if (Middel(verzoek) is not { } middel || voorzieningen.Voor(verzoek.Organisatie, middel) is not { } voorziening) return verzoek.NietGevonden();
        var poging = Inlogpoging.Nieuw(verzoek.LokaalPad("terug") ?? (middel == Inlogmiddel.Medewerker ? "/werk" : "/mijn"));
        try
        {
            var adres = await oidc.Inlogadres(voorziening, poging, TerugAdres(verzoek, middel), verzoek.T.Code, verzoek.Stop);
            pogingen.Bewaar(verzoek.Http, poging);
            return Results.Redirect(adres);
        }
        catch (Exception fout) when (IsStoring(fout))
        {
            return Storing(verzoek, middel, fout);
        }
    }

    private async Task<IResult> VanProvider(Verzoek verzoek)
    {
        if (Middel(verzoek) is not { } middel || voorzieningen.Voor(verzoek.Organisatie, middel) is not { } voorziening) return verzoek.NietGevonden();
        var query = verzoek.Http.Request.Query;
        var poging = pogingen.Neem(verzoek.Http, query["state"]);
        // Check T7: who cancels comes back at the start with a notice.
        if (query["error"] == "access_denied") return verzoek.GaNaar("/inloggen?melding=geannuleerd");
        if (poging is null) return verzoek.GaNaar("/inloggen?melding=verlopen");
        try
        {
            if (query["error"].Count > 0 || (string?)query["code"] is not { Length: > 0 } code) throw new OidcException($"De provider gaf {query["error"]}.");
            var (token, ruw) = await oidc.Wissel(voorziening, poging, code, TerugAdres(verzoek, middel), verzoek.Stop);
            var kenmerk = token.TryGetPayloadValue<string>(voorziening.Claim ?? middel.Claim, out var waarde) ? waarde : "";
            if (kenmerk.Length == 0 || (middel == Inlogmiddel.Digid && !Bsn.TryParse(kenmerk, out _)))
                throw new OidcException($"Het id_token heeft geen bruikbare claim '{voorziening.Claim ?? middel.Claim}'.");
            var naam = token.TryGetPayloadValue<string>("name", out var n) ? n : "";
            await sessies.Begin(verzoek.Http, Sessie.Nieuw(middel, verzoek.Organisatie.Slug, kenmerk, naam, klok.GetUtcNow(), ruw));
            return verzoek.GaNaar(poging.Terug);
        }
        catch (Exception fout) when (IsStoring(fout))
        {
            return Storing(verzoek, middel, fout);
        }
    }

    private async Task<IResult> Uitloggen(Verzoek verzoek)
    {
        var sessie = await sessies.Lees(verzoek.Http, verzoek.Organisatie);
        await Sessies.Einde(verzoek.Http);
        if (sessie is not null) await Beeindig(verzoek, sessie);
        if (sessie is null || voorzieningen.Voor(verzoek.Organisatie, sessie.Middel) is not { } voorziening) return verzoek.GaNaar("/uitgelogd");
        try
        {
            var adres = await oidc.Uitlogadres(voorziening, sessie.IdToken, verzoek.Organisatie.Basis + "/uitgelogd", verzoek.Stop);
            return adres is null ? verzoek.GaNaar("/uitgelogd") : Results.Redirect(adres);
        }
        catch (Exception fout) when (IsStoring(fout))
        {
            // The own session has ended, which is what was asked; the provider's will end by itself.
            LogStoring(sessie.Middel, fout);
            return verzoek.GaNaar("/uitgelogd");
        }
    }

    /// <summary>A copy of the cookie, wherever it is, ends as well.</summary>
    private async Task Beeindig(Verzoek verzoek, Sessie sessie)
    {
        try
        {
            await toegang.Beeindig(verzoek.Organisatie, sessie, verzoek.Stop);
        }
        catch (Exception fout) when (fout is BronException or HttpRequestException)
        {
            // This browser has no session any more, and without the register no copy is let in either.
            LogBeeindigen(fout);
        }
    }

    private Task<IResult> Uitgelogd(Verzoek verzoek) => Task.FromResult(verzoek.Toon<UitgelogdScherm>(null));

    private IResult Storing(Verzoek verzoek, Inlogmiddel middel, Exception fout)
    {
        LogStoring(middel, fout);
        var tekst = middel == Inlogmiddel.Digid ? DigidFout : verzoek.T["Inloggen is niet gelukt. Probeer het later nog eens.", "Logging in failed. Please try again later."];
        return verzoek.Fout(StatusCodes.Status502BadGateway, verzoek.T["Inloggen is niet gelukt", "Logging in failed"], tekst);
    }

    private static bool IsStoring(Exception fout) => fout is OidcException or HttpRequestException or InvalidOperationException or IOException or System.Text.Json.JsonException;

    private static Inlogmiddel? Middel(Verzoek verzoek) => Inlogmiddel.Van((string?)verzoek.Http.Request.RouteValues["middel"]);

    private static string TerugAdres(Verzoek verzoek, Inlogmiddel middel) => $"{verzoek.Organisatie.Basis}/inloggen/{middel.Pad}/terug";

    private static string? Melding(Verzoek verzoek) => (string?)verzoek.Http.Request.Query["melding"] switch
    {
        "geannuleerd" => verzoek.T["Inloggen geannuleerd.", "Logging in was cancelled."],
        "verlopen" => verzoek.T["Het inloggen duurde te lang. Probeer het opnieuw.", "Logging in took too long. Please try again."],
        _ => null,
    };

    [LoggerMessage(EventId = 5001, Level = LogLevel.Warning, Message = "Inloggen met {Middel} mislukte.")]
    private partial void LogStoring(Inlogmiddel middel, Exception fout);

    [LoggerMessage(EventId = 5002, Level = LogLevel.Warning, Message = "Een sessie die is uitgelogd kon niet als beëindigd vastgelegd worden.")]
    private partial void LogBeeindigen(Exception fout);
}

/// <param name="Terug">Local path to go to after logging in.</param>
internal sealed record InlogKeuze(IReadOnlyList<Inlogmiddel> Middelen, string Terug, bool IsOntwikkeling, string? Melding);
