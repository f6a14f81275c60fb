using System.Text.Json;
using Meent.Data.Inhoud;
using Meent.Data.Modellen.Documenten;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Meent.Services.Zaakgericht.Documenten;

/// <summary>What comes with the JSON of a document.</summary>
/// <param name="Inhoud">The content, kept already; null when the client sent none.</param>
internal sealed record Meegestuurd(Ontvangst? Inhoud, Inhoudopslag Opslag)
{
    /// <summary>Name of the content that was counted, when it is one that there was already.</summary>
    public string? Van { get; init; }

    /// <summary>The checksum that was counted.</summary>
    public Integriteit? Geteld { get; init; }

    /// <summary>What was counted; null when it is not one that can be.</summary>
    public string? Getal { get; init; }
}

/// <summary>
/// Reads a document with its content in the JSON (Documenten API, "Uploaden van bestanden": bodies of 4 GiB). The member <c>inhoud</c> goes from the
/// network to a temporary file, decoded on the way; only what is left goes through memory.
/// </summary>
internal static class Documentinvoer
{
    private const long MaxBytes = 4L * 1024 * 1024 * 1024 + Scheider.MaxRest;

    /// <exception cref="Standards.Problemen.ProbleemException">400: broken base64, another size than bestandsomvang, or a fault in the other members; 413, 415.</exception>
    public static async Task<(JsonDocument Json, object? Bijlage)> Lees(HttpContext http, Dienstverlening diensten)
    {
        if (!http.Request.HasJsonContentType())
            throw new Standards.Problemen.ProbleemException(new(415, "unsupported_media_type", "Dit soort bericht wordt niet ondersteund.", "Stuur application/json."));
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } grens) grens.MaxRequestBodySize = MaxBytes;
        var organisatie = http.Organisatie();
        using var scheider = new Scheider(() =>
        {
            var ontvangst = diensten.Inhoud.Ontvang(organisatie);
            http.Response.RegisterForDisposeAsync(ontvangst);
            return ontvangst;
        });
        await Loop(http, scheider);
        var json = JsonDocument.Parse(scheider.Rest, Inhoud.Streng);
        try
        {
            // Before the content is kept: what is refused leaves nothing behind.
            Vorm.Controleer<EnkelvoudigInformatieObject>(json.RootElement, deels: HttpMethods.IsPatch(http.Request.Method));
            var omvang = Omvang(json.RootElement);
            var inhoud = scheider.Inhoud;
            if (inhoud is null && omvang == 0)
            {
                // An empty file is a file.
                inhoud = diensten.Inhoud.Ontvang(organisatie);
                http.Response.RegisterForDisposeAsync(inhoud);
            }

            var integriteit = Integriteitsregels.Gestuurd(json.RootElement);
            if (inhoud is null)
            {
                var bestaande = integriteit is null || HttpMethods.IsPost(http.Request.Method) ? new Meegestuurd(null, diensten.Inhoud) : await Integriteitsregels.VanBestaande(http, integriteit, diensten);
                return (json, bestaande);
            }

            return (json, await Bewaar(json.RootElement, inhoud, await Integriteitsregels.Geldend(http, json.RootElement, diensten), diensten.Inhoud, http.RequestAborted));
        }
        catch
        {
            json.Dispose();
            throw;
        }
    }

    /// <summary>Keeps content that is what the JSON says of it.</summary>
    /// <param name="geldend">The checksum that it is held to.</param>
    /// <exception cref="Standards.Problemen.ProbleemException">400: another size or checksum; nothing is kept.</exception>
    public static async Task<Meegestuurd> Bewaar(JsonElement json, Ontvangst inhoud, Integriteit? geldend, Inhoudopslag opslag, CancellationToken stop)
    {
        if (Omvang(json) is { } omvang && omvang != inhoud.Lengte)
            throw Weiger.Ongeldig("nonFieldErrors", "file-size", $"De inhoud heeft {inhoud.Lengte} bytes; bestandsomvang zegt {omvang}.");
        var getal = await Integriteitsregels.Tel(geldend, inhoud, stop);
        // A checksum of before is not told to whom may not know it: the write looks at that.
        if (Integriteitsregels.Gestuurd(json) is { } gestuurd) Integriteitsregels.Eis(gestuurd, getal);
        await inhoud.Bewaar(stop);
        return new Meegestuurd(inhoud, opslag) { Geteld = geldend, Getal = getal };
    }

    private static async Task Loop(HttpContext http, Scheider scheider)
    {
        var lezer = http.Request.BodyReader;
        while (true)
        {
            var gelezen = await lezer.ReadAsync(http.RequestAborted);
            try
            {
                foreach (var stuk in gelezen.Buffer) await scheider.Voeg(stuk, http.RequestAborted);
            }
            finally
            {
                // Also when it is refused: the server can answer only when what was read is given back.
                lezer.AdvanceTo(gelezen.Buffer.End);
            }

            if (gelezen.IsCompleted) return;
        }
    }

    /// <returns>Null when the client says none.</returns>
    public static long? Omvang(JsonElement json)
    {
        foreach (var lid in json.EnumerateObject())
        {
            // A name with escapes in it passed by unseen; there is no honest reason for one.
            if (lid.Name.Equals("inhoud", StringComparison.OrdinalIgnoreCase) && lid.Value.ValueKind != JsonValueKind.Null)
                throw Weiger.Ongeldig("inhoud", "invalid", "Verwachtte base64 in een tekenreeks.");
            if (lid.Name.Equals("bestandsomvang", StringComparison.OrdinalIgnoreCase) && lid.Value.ValueKind == JsonValueKind.Number) return lid.Value.GetInt64();
        }

        return null;
    }
}
