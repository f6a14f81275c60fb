using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Opvragen;

/// <summary>Documents of a zaak, from and to the Documenten API.</summary>
internal sealed class Documentenbron(Bronnen bronnen, Zakenbron zaken)
{
    private const string Informatieobjecten = "enkelvoudiginformatieobjecten";
    private static readonly TimeSpan Opruimtijd = TimeSpan.FromSeconds(10);

    /// <summary>The content; the caller disposes it. Null when there is none.</summary>
    public Task<HttpResponseMessage?> Inhoud(Verzoek verzoek, string document) => Download(verzoek, $"{Informatieobjecten}/{Uri.EscapeDataString(document)}/download");

    /// <summary>All documents of a zaak up to a level in one zip; the caller disposes it.</summary>
    public Task<HttpResponseMessage?> Dossier(Verzoek verzoek, Zaak zaak, string hoogste) => Download(verzoek, $"zaakdossiers/{zaak.Uuid}?maximaleVertrouwelijkheidaanduiding={hoogste}");

    private async Task<HttpResponseMessage?> Download(Verzoek verzoek, string pad)
    {
        var antwoord = await bronnen.Stuur(HttpMethod.Get, verzoek.Namens(Doelen.ZakenBehandelen), Diensten.Documenten, pad, null, verzoek.Stop);
        if (antwoord.IsSuccessStatusCode) return antwoord;
        using (antwoord)
        {
            if (antwoord.StatusCode == System.Net.HttpStatusCode.NotFound) return null;
            throw await BronException.Van(antwoord, Diensten.Documenten, verzoek.Stop);
        }
    }

    /// <summary>
    /// Brings a file into a zaak. Its content goes in the parts that the API asks for, streamed; only a whole document is joined to the zaak, and one that did
    /// not come whole is removed.
    /// </summary>
    /// <exception cref="BronException">The service refused; what was sent of the content is not in the zaak.</exception>
    public async Task Voeg(Verzoek verzoek, Zaak zaak, Nieuwdocument nieuw, IFormFile bestand, string toelichting)
    {
        var gemaakt = await zaken.Zend(verzoek, HttpMethod.Post, Diensten.Documenten, Informatieobjecten, new
        {
            bronorganisatie = verzoek.Organisatie.Rsin,
            creatiedatum = nieuw.Datum,
            titel = nieuw.Titel,
            auteur = verzoek.Medewerker.Naam,
            taal = "nld",
            vertrouwelijkheidaanduiding = zaak.Vertrouwelijkheidaanduiding,
            formaat = Soort(bestand.ContentType),
            bestandsnaam = Naam(bestand.FileName),
            bestandsomvang = bestand.Length,
            informatieobjecttype = nieuw.Informatieobjecttype,
            // Nobody has claimed any: the question that closing a zaak asks (zrc-007).
            indicatieGebruiksrecht = false,
        }, toelichting);
        var (url, slot) = (gemaakt.GetProperty("url").GetString()!, gemaakt.GetProperty("lock").GetString()!);
        try
        {
            await Vul(verzoek, gemaakt, slot, bestand, toelichting);
            await zaken.Voeg(verzoek, "zaakinformatieobjecten", new { informatieobject = url, zaak = zaak.Url, titel = nieuw.Titel }, toelichting);
        }
        catch
        {
            await RuimOp(verzoek, url.LaatsteDeel(), slot);
            throw;
        }
    }

    private async Task Vul(Verzoek verzoek, JsonElement gemaakt, string slot, IFormFile bestand, string toelichting)
    {
        await using (var stroom = bestand.OpenReadStream())
        {
            foreach (var deel in gemaakt.GetProperty("bestandsdelen").EnumerateArray().OrderBy(d => d.GetProperty("volgnummer").GetInt32()))
                await Stuur(verzoek, deel, slot, stroom);
        }

        await zaken.Zend(
            verzoek, HttpMethod.Post, Diensten.Documenten, $"{Informatieobjecten}/{gemaakt.GetProperty("url").GetString()!.LaatsteDeel()}/unlock", new { @lock = slot }, toelichting);
    }

    /// <summary>
    /// Removes a document of which the content did not come. With parts missing its lock does not open it, so they are first replaced by a content that is whole.
    /// One that is in the zaak after all is kept by the API (drc-008).
    /// </summary>
    private async Task RuimOp(Verzoek verzoek, string document, string slot)
    {
        // The visitor may have gone, and what they began still has to be cleaned up.
        using var geduld = new CancellationTokenSource(Opruimtijd);
        try
        {
            await Doe(HttpMethod.Patch, "", new { @lock = slot, inhoud = "AA==", bestandsomvang = 1 });
            await Doe(HttpMethod.Post, "/unlock", new { @lock = slot });
            await Doe(HttpMethod.Delete, "", null);
        }
        catch (Exception fout) when (fout is HttpRequestException or OperationCanceledException)
        {
            // What went wrong is told by what was thrown first.
        }

        async Task Doe(HttpMethod methode, string pad, object? inhoud)
        {
            using var json = inhoud is null ? null : JsonContent.Create(inhoud, inhoud.GetType(), options: Bronnen.Json);
            using var antwoord = await bronnen.Stuur(
                methode, verzoek.Namens(Doelen.ZakenBehandelen), Diensten.Documenten, $"{Informatieobjecten}/{document}{pad}", json,
                koppen => koppen.TryAddWithoutValidation(Headers.AuditToelichting, "De inhoud van het document is niet aangekomen."), geduld.Token);
        }
    }

    private async Task Stuur(Verzoek verzoek, JsonElement deel, string slot, Stream stroom)
    {
        var omvang = deel.GetProperty("omvang").GetInt64();
        using var inhoud = new MultipartFormDataContent();
        using var sleutel = new StringContent(slot);
        using var stuk = new Stuk(stroom, omvang);
        stuk.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        inhoud.Add(sleutel, "lock");
        inhoud.Add(stuk, "inhoud", string.Create(CultureInfo.InvariantCulture, $"deel-{deel.GetProperty("volgnummer").GetInt32()}"));
        using var antwoord = await bronnen.Stuur(
            HttpMethod.Put, verzoek.Namens(Doelen.ZakenBehandelen), Diensten.Documenten, $"bestandsdelen/{deel.GetProperty("url").GetString()!.LaatsteDeel()}", inhoud, verzoek.Stop);
        if (!antwoord.IsSuccessStatusCode) throw await BronException.Van(antwoord, Diensten.Documenten, verzoek.Stop);
    }

    /// <summary>Only the name: some browsers send a path.</summary>
    private static string Naam(string bestandsnaam)
    {
        var naam = bestandsnaam[(bestandsnaam.LastIndexOfAny(['/', '\\']) + 1)..];
        return naam.Length <= 255 ? naam : naam[^255..];
    }

    private static string Soort(string? soort) => soort is { Length: > 0 and <= 255 } && MediaTypeHeaderValue.TryParse(soort, out var gelezen) ? gelezen.MediaType! : "application/octet-stream";

    /// <summary>The next so many bytes of a stream, as a part of a request.</summary>
    private sealed class Stuk(Stream stroom, long omvang) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            var buffer = new byte[81920];
            for (var over = omvang; over > 0;)
            {
                var gelezen = await stroom.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, over)));
                if (gelezen == 0) throw new EndOfStreamException();
                await stream.WriteAsync(buffer.AsMemory(0, gelezen));
                over -= gelezen;
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = omvang;
            return true;
        }
    }
}

/// <param name="Informatieobjecttype">URL of its type.</param>
internal sealed record Nieuwdocument(string Titel, string Informatieobjecttype, DateOnly Datum);
