using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Zaken;

/// <summary>A document of a zaak, to look at or to save; only by way of a zaak that the employee may see, and on record.</summary>
internal sealed class DocumentPaginas(Zakenbron zaken, Documentenbron documenten, Logboekbron logboek)
{
    public static void Map(Paginabouwer paginas)
    {
        var werk = paginas.Van<DocumentPaginas>();
        werk.Get("/werk/zaken/{id}/documenten/{document}", Eis.Medewerker(Rechten.ZakenInzien), p => p.Geef);
        werk.Get("/werk/zaken/{id}/dossier", Eis.Medewerker(Rechten.ZakenInzien), p => p.Dossier);
    }

    private async Task<IResult> Geef(Verzoek verzoek)
    {
        var zicht = Zaakzicht.Van(verzoek.Medewerker);
        if (await Zichtbaar(verzoek, zicht) is not { } zaak || zaak.Uit!.Zaakinformatieobjecten?.FirstOrDefault(d => d.Id == verzoek.Route("document"))?.Uit?.Informatieobject is not { Url: { } url } document
            || !zicht.OmvatNiveau(document.Vertrouwelijkheidaanduiding ?? "")) return verzoek.NietGevonden();

        await logboek.Verantwoord(verzoek, $"document {document.Identificatie} van zaak {zaak.Identificatie} geopend", zaak.Identificatie, null, Doelen.ZakenBehandelen);
        if (await documenten.Inhoud(verzoek, url.LaatsteDeel()) is not { } inhoud) return verzoek.NietGevonden();
        var stroom = await Stroom(verzoek, inhoud);
        var naam = document.Bestandsnaam is { Length: > 0 } bestandsnaam ? bestandsnaam : document.Titel ?? "document";
        if (verzoek.Http.Request.Query["bekijk"] != "ja" || !Inkijk.Kan(document)) return Results.Stream(stroom, "application/octet-stream", naam);

        // Its own document in the browser, not a page of this site.
        verzoek.Http.Response.Headers.ContentSecurityPolicy = Inkijk.Beleid(document);
        return Results.Stream(stroom, document.Formaat == "text/plain" ? "text/plain; charset=utf-8" : document.Formaat);
    }

    /// <summary>What the role may see of the documents, made while it is sent; the API leaves out what is above its level.</summary>
    private async Task<IResult> Dossier(Verzoek verzoek)
    {
        var zicht = Zaakzicht.Van(verzoek.Medewerker);
        if (await Zichtbaar(verzoek, zicht) is not { } zaak) return verzoek.NietGevonden();
        await logboek.Verantwoord(verzoek, $"dossier van zaak {zaak.Identificatie} gedownload", zaak.Identificatie, null, Doelen.ZakenBehandelen);
        if (await documenten.Dossier(verzoek, zaak, zicht.HoogsteWoord) is not { } zip) return verzoek.NietGevonden();
        return Results.Stream(await Stroom(verzoek, zip), "application/zip", $"{zaak.Identificatie}.zip");
    }

    /// <summary>The zaak of the address with its documents; null when there is none, or none that the role may see.</summary>
    private async Task<Zaak?> Zichtbaar(Verzoek verzoek, Zaakzicht zicht) =>
        Guid.TryParseExact(verzoek.Route("id"), "D", out var id) && await zaken.Dossier(verzoek, id) is { Uit.Zaaktype.Identificatie: { } zaaktype } zaak
            && zicht.Omvat(zaaktype, zaak.Vertrouwelijkheidaanduiding) ? zaak : null;

    private static Task<Stream> Stroom(Verzoek verzoek, HttpResponseMessage antwoord)
    {
        verzoek.Http.Response.RegisterForDispose(antwoord);
        return antwoord.Content.ReadAsStreamAsync(verzoek.Stop);
    }
}
