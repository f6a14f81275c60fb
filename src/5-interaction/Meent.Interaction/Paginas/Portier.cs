using Meent.Interaction.Inloggen;
using Meent.Interaction.Taal;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Meent.Interaction.Paginas;

/// <summary>Stands before every page: safe headers, who it is, whether they may, a genuine form; and turns what fails into an error page.</summary>
internal sealed partial class Portier(
    Toegangscontrole toegang, IAntiforgery antiforgery, Inlogvoorzieningen voorzieningen, Uploadgrens uploads, ILogger<Portier> log)
{
    public async Task Behandel(HttpContext http, Eis eis, Paginasoort soort, Func<IServiceProvider, Behandeling> behandeling)
    {
        var organisatie = http.OrganisatieOfNiets();
        Kopregels.Zet(http, Formulierdoelen(organisatie));
        var antwoord = await Antwoord(http, eis, soort, behandeling, organisatie);
        await antwoord.ExecuteAsync(http);
    }

    private async Task<IResult> Antwoord(HttpContext http, Eis eis, Paginasoort soort, Func<IServiceProvider, Behandeling> behandeling, Organisatie? organisatie)
    {
        var verzoek = new Verzoek(http, organisatie, null);
        if (organisatie is null && soort != Paginasoort.Overal) return verzoek.NietGevonden();
        try
        {
            if (organisatie is not null && soort != Paginasoort.Machine) verzoek = new Verzoek(http, organisatie, await Wie(http, organisatie, eis));
            switch (Toegangscontrole.Beoordeel(eis, verzoek.Bezoeker))
            {
                case Oordeel.EerstInloggen:
                    var terug = Uri.EscapeDataString(HttpMethods.IsGet(http.Request.Method) ? verzoek.Pad + http.Request.QueryString : "/");
                    return verzoek.GaNaar(eis.VraagtMedewerker ? $"/inloggen/{Inlogmiddel.Medewerker.Pad}?terug={terug}" : $"/inloggen?terug={terug}");
                case Oordeel.Geweigerd:
                    return GeenToegang(verzoek, eis);
            }

            if (soort is Paginasoort.Formulier or Paginasoort.Bestand && !await IsEcht(verzoek, soort)) return VerlopenFormulier(verzoek);
            return await behandeling(http.RequestServices)(verzoek);
        }
        catch (BronException fout)
        {
            return Storing(verzoek, fout.Dienst, fout);
        }
        catch (BadHttpRequestException fout) when (fout.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TeGroot(verzoek);
        }
        catch (Exception fout) when (!verzoek.Stop.IsCancellationRequested)
        {
            return Storing(verzoek, "?", fout);
        }
    }

    /// <summary>Whether it is a form of ours. It is read here: what reads it in antiforgery calls a body that is too large a wrong token.</summary>
    private async Task<bool> IsEcht(Verzoek verzoek, Paginasoort soort)
    {
        var http = verzoek.Http;
        if (!http.Request.HasFormContentType) return false;
        if (soort == Paginasoort.Bestand) await uploads.Laat(http);
        try
        {
            await http.Request.ReadFormAsync(verzoek.Stop);
        }
        catch (InvalidDataException)
        {
            return false;
        }

        return await antiforgery.IsRequestValidAsync(http);
    }

    /// <summary>What is for anybody, logging out included, does not wait for an access register that is down.</summary>
    private async ValueTask<Bezoeker?> Wie(HttpContext http, Organisatie organisatie, Eis eis)
    {
        try
        {
            return await toegang.Wie(http, organisatie);
        }
        catch (BronException fout) when (eis == Eis.Openbaar)
        {
            LogStoring(fout.Dienst, organisatie.Slug, fout);
            return null;
        }
    }

    private IResult Storing(Verzoek verzoek, string dienst, Exception fout)
    {
        LogStoring(dienst, verzoek.OrganisatieOfNiets?.Slug ?? "het landschap", fout);
        return verzoek.Fout(
            StatusCodes.Status502BadGateway,
            verzoek.T["Er gaat iets mis", "Something went wrong"],
            verzoek.T[
                "We kunnen uw gegevens nu niet ophalen of opslaan. Er is niets half opgeslagen. Probeer het over een paar minuten opnieuw.",
                "We cannot fetch or save your data right now. Nothing was half saved. Please try again in a few minutes."]);
    }

    private static IResult GeenToegang(Verzoek verzoek, Eis eis) => verzoek.Fout(
        StatusCodes.Status403Forbidden,
        verzoek.T["U mag deze pagina niet bekijken", "You may not see this page"],
        eis.VraagtMedewerker
            ? verzoek.T["Uw rol of mandaat geeft geen recht op deze pagina. Denkt u dat dit niet klopt? Vraag het uw beheerder.", "Your role or mandate does not cover this page. If you think that is wrong, ask your administrator."]
            : verzoek.T["Deze pagina is er alleen voor inwoners die met DigiD zijn ingelogd.", "This page is only for residents who logged in with DigiD."]);

    private IResult TeGroot(Verzoek verzoek) => verzoek.Fout(
        StatusCodes.Status413PayloadTooLarge,
        verzoek.T["Het bestand is te groot", "The file is too large"],
        verzoek.T[
            $"Een bestand mag ten hoogste {verzoek.T.Omvang(uploads.Grootste)} groot zijn. Ga terug en kies een kleiner bestand. Er is niets opgeslagen.",
            $"A file may be at most {verzoek.T.Omvang(uploads.Grootste)}. Go back and choose a smaller file. Nothing was saved."]);

    private static IResult VerlopenFormulier(Verzoek verzoek) => verzoek.Fout(
        StatusCodes.Status400BadRequest,
        verzoek.T["Dit formulier is verlopen", "This form has expired"],
        verzoek.T["Ga terug, ververs de pagina en vul het formulier opnieuw in. Er is niets opgeslagen.", "Go back, reload the page and fill in the form again. Nothing was saved."]);

    /// <summary>Logging out is a form that ends at the provider.</summary>
    private IEnumerable<string> Formulierdoelen(Organisatie? organisatie) => organisatie is null
        ? []
        : Inlogmiddel.Alle.Select(m => voorzieningen.Voor(organisatie, m)).OfType<Inlogvoorziening>()
            .Where(v => !v.IsOntwikkeling).Select(v => new Uri(v.Uitgever).GetLeftPart(UriPartial.Authority)).Distinct();

    [LoggerMessage(EventId = 5000, Level = LogLevel.Warning, Message = "Een pagina van {Organisatie} kreeg geen goed antwoord van {Dienst}.")]
    private partial void LogStoring(string dienst, string organisatie, Exception fout);
}
