using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Zaken;

/// <summary>A document of a zaak, to look at or to save; only by way of a zaak that the employee may see, and on record.</summary>
internal sealed class DocumentPaginas(Zakenbron zaken, Documentenbron documenten, Logboekbron logboek)
{
    public static void Map(Paginabouwer paginas) =>
        paginas.Van<DocumentPaginas>().Get("/werk/zaken/{id}/documenten/{document}", Eis.Medewerker(Rechten.ZakenInzien), p => p.Geef);

    private async Task<IResult> Geef(Verzoek verzoek)
    {
        var zicht = Zaakzicht.Van(verzoek.Medewerker);
        if (!Guid.TryParseExact(verzoek.Route("id"), "D", out var id) || await zaken.Dossier(verzoek, id) is not { Uit: { Zaaktype.Identificatie: { } zaaktype } uit } zaak
            || !zicht.Omvat(zaaktype, zaak.Vertrouwelijkheidaanduiding)
            || uit.Zaakinformatieobjecten?.FirstOrDefault(d => d.Id == verzoek.Route("document"))?.Uit?.Informatieobject is not { Url: { } url } document
            || !zicht.OmvatNiveau(document.Vertrouwelijkheidaanduiding ?? "")) return verzoek.NietGevonden();

        await logboek.Verantwoord(verzoek, $"document {document.Identificatie} van zaak {zaak.Identificatie} geopend", zaak.Identificatie, null, Doelen.ZakenBehandelen);
        if (await documenten.Inhoud(verzoek, url.LaatsteDeel()) is not { } inhoud) return verzoek.NietGevonden();
        verzoek.Http.Response.RegisterForDispose(inhoud);
        var stroom = await inhoud.Content.ReadAsStreamAsync(verzoek.Stop);
        var naam = document.Bestandsnaam is { Length: > 0 } bestandsnaam ? bestandsnaam : document.Titel ?? "document";
        if (verzoek.Http.Request.Query["bekijk"] != "ja" || !Inkijk.Kan(document)) return Results.Stream(stroom, "application/octet-stream", naam);

        // Its own document in the browser, not a page of this site.
        verzoek.Http.Response.Headers.ContentSecurityPolicy = Inkijk.Beleid(document);
        return Results.Stream(stroom, document.Formaat == "text/plain" ? "text/plain; charset=utf-8" : document.Formaat);
    }
}
