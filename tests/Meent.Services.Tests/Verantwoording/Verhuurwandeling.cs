using System.Text.Json;
using Meent.Services.Tests.Verhuur;
using Meent.Services.Verhuur;
using Meent.Services.Verhuur.Regels;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Tests.Verantwoording;

/// <summary>The register of holiday rentals: hosts, in every answer that tells of their registrations.</summary>
internal static class Verhuurwandeling
{
    public static async Task Loop(Wandeling w)
    {
        const string fenna = Wandeling.Fenna;
        await VerhuurDemo.Vul(w.Store, TimeProvider.System);
        var nummer = (await Doe(HttpMethod.Post, "/registraties", Verhuurnode.Aanvraag(), fenna)).GetProperty("registratienummer").GetString()!;
        await Doe(HttpMethod.Get, $"/registraties/{nummer}", null, fenna);
        await Doe(HttpMethod.Get, "/registraties", null, fenna);
        await Doe(HttpMethod.Post, "/registraties/_zoek", new { burgerservicenummer = Wandeling.Milan }, Wandeling.Milan);

        var jaar = TimeProvider.System.GetUtcNow().Year + 1;
        var verblijf = Verhuurnode.Verblijf(nummer, $"{jaar}-03-01", $"{jaar}-03-04");
        var melding = $"/meldingen/{Id(await Doe(HttpMethod.Post, "/meldingen", verblijf, fenna))}";
        await Doe(HttpMethod.Get, melding, null, fenna);
        await Doe(HttpMethod.Get, $"/meldingen?registratienummer={nummer}", null, fenna);
        await Doe(HttpMethod.Put, melding, Verhuurnode.Verblijf(nummer, $"{jaar}-03-01", $"{jaar}-03-05"), fenna);
        await Doe(HttpMethod.Get, $"/woonruimten/{Testregister.Woonruimte}/nachten?jaar={jaar}", null, fenna);
        await Doe(HttpMethod.Post, $"{melding}/annulering", new { reden = "Op verzoek." }, fenna);

        object signaal = new { registratienummer = nummer, toelichting = "Steeds andere gasten.", reden = "melding van een buur" };
        await Doe(HttpMethod.Get, $"/signalen/{Id(await Doe(HttpMethod.Post, "/signalen", signaal, fenna))}", null, fenna);
        await Doe(HttpMethod.Get, $"/signalen?registratienummer={nummer}", null, fenna);

        await w.Store.Write(session => session.Voeg(new Regelset(
            Guid.CreateVersion7(), 0, new DateOnly(jaar, 6, 1), "met vergunning", [new("Overal", null, null, null, true, true, null, null, true, null)], [], 0)));
        var vergunning = $"/vergunningen/{Id(await Doe(HttpMethod.Post, $"/registraties/{nummer}/vergunningen", new { van = $"{jaar}-07-01" }, fenna))}";
        await Doe(HttpMethod.Get, vergunning, null, fenna);
        await Doe(HttpMethod.Get, "/vergunningen", null, fenna);
        await Doe(HttpMethod.Post, $"{vergunning}/besluit", new { uitkomst = "verleend", reden = "Past binnen de regels." }, fenna);
        await Doe(HttpMethod.Post, $"{vergunning}/intrekking", new { reden = "Toch niet." }, fenna);

        await Doe(HttpMethod.Post, $"/registraties/{nummer}/stappen", new { stap = "opschorten", reden = "Dit adres bestaat niet.", kennelijk = true }, fenna);
        await Doe(HttpMethod.Post, $"/registraties/{nummer}/zienswijze", new { tekst = "Het bestaat wel." }, fenna);
        await Doe(HttpMethod.Get, $"/registraties/{nummer}/stappen", null, fenna);

        await Doe(HttpMethod.Post, $"/registraties/{nummer}/intrekking", null, fenna);
        // A second time it is shown again.
        await Doe(HttpMethod.Post, $"/registraties/{nummer}/intrekking", null, fenna);

        Task<JsonElement> Doe(HttpMethod methode, string pad, object? inhoud, params string[] wie) => w.Doe(methode, Diensten.Verhuur, pad, inhoud, wie);
    }

    private static string Id(JsonElement antwoord)
    {
        var url = antwoord.GetProperty("url").GetString()!;
        return url[(url.LastIndexOf('/') + 1)..];
    }
}
