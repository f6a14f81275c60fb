using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Services.Personen.Reisdocumenten;
using Meent.Services.Personen.Vraag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Elders;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Personen;

/// <summary>What the BRP APIs ask of a source elsewhere, when the organisation keeps no persons itself.</summary>
internal static class Voorposten
{
    private const string Bsn = "burgerservicenummer";
    private const string Houder = "houder";

    private static readonly JsonSerializerOptions Schrijfwijze = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<ReadOnlyMemory<byte>> Personen(this Voorpost voorpost, Aanroep aanroep, Personenvraag vraag, JsonElement body, CancellationToken stop)
    {
        // Without the number of who is found there is nobody to put on record; it is asked along, and not told.
        var erbij = vraag.IsZoekvraag && !vraag.Velden.Contains(Bsn);
        var inhoud = await voorpost.Vraag(
            aanroep,
            new(Diensten.Personen, "personen", vraag.IsZoekvraag ? "Gevonden bij het zoeken naar een persoon" : "Persoonsgegevens gevraagd bij de bron",
                vraag.Velden.Select(veld => $"{Diensten.Personen}:{veld}"), vraag.Burgerservicenummers,
                antwoord => antwoord.GetProperty("personen").EnumerateArray().Select(Nummer))
            { Body = erbij ? Met(body, Bsn) : body.GetRawText() },
            stop);
        return erbij ? Zonder(inhoud, persoon => persoon.Remove(Bsn), "personen") : inhoud;
    }

    public static async Task<ReadOnlyMemory<byte>> Reisdocumenten(this Voorpost voorpost, Aanroep aanroep, Reisdocumentvraag vraag, JsonElement body, CancellationToken stop)
    {
        var erbij = vraag.IsOpNummer && !vraag.Velden.Any(veld => veld is Houder or $"{Houder}.{Bsn}");
        var inhoud = await voorpost.Vraag(
            aanroep,
            new(Diensten.Reisdocumenten, "reisdocumenten", vraag.IsOpNummer ? "Gevonden bij het zoeken naar een reisdocument" : "Reisdocumenten gevraagd bij de bron",
                vraag.Velden.Select(veld => $"{Diensten.Reisdocumenten}:{veld}"), vraag.IsOpNummer ? [] : [vraag.Nummer],
                antwoord => antwoord.GetProperty("reisdocumenten").EnumerateArray().Select(document => document.TryGetProperty(Houder, out var houder) ? Nummer(houder) : null))
            { Body = erbij ? Met(body, $"{Houder}.{Bsn}") : body.GetRawText() },
            stop);
        return erbij ? Zonder(inhoud, document => document.Remove(Houder), "reisdocumenten") : inhoud;
    }

    public static async Task<ReadOnlyMemory<byte>> Bewoningen(this Voorpost voorpost, Aanroep aanroep, JsonElement body, CancellationToken stop) => await voorpost.Vraag(
        aanroep,
        new(Diensten.Bewoning, "bewoningen", "Als bewoner van een adres gevonden", [$"{Diensten.Bewoning}:bewoningen"], [],
            antwoord => antwoord.GetProperty("bewoningen").EnumerateArray().SelectMany(bewoning => (string[])["bewoners", "mogelijkeBewoners"], (bewoning, wie) => (bewoning, wie))
                .SelectMany(deel => deel.bewoning.TryGetProperty(deel.wie, out var bewoners) ? bewoners.EnumerateArray().Select(Nummer) : []))
        { Body = body.GetRawText() },
        stop);

    public static async Task<ReadOnlyMemory<byte>> Historie(this Voorpost voorpost, Aanroep aanroep, Periodevraag vraag, JsonElement body, CancellationToken stop) => await voorpost.Vraag(
        aanroep,
        new(Diensten.Verblijfplaatshistorie, "verblijfplaatshistorie", "Waar iemand woonde gevraagd bij de bron", [$"{Diensten.Verblijfplaatshistorie}:verblijfplaatsen"], [vraag.Waarde], _ => [])
        { Body = body.GetRawText() },
        stop);

    private static string? Nummer(JsonElement wie) => wie.TryGetProperty(Bsn, out var nummer) ? nummer.GetString() : null;

    private static string Met(JsonElement body, string veld)
    {
        var vraag = JsonObject.Create(body)!;
        vraag["fields"]!.AsArray().Add(veld);
        return vraag.ToJsonString();
    }

    private static byte[] Zonder(byte[] inhoud, Action<JsonObject> haalWeg, string lijst)
    {
        var antwoord = JsonNode.Parse(inhoud)!;
        foreach (var een in antwoord[lijst]!.AsArray()) haalWeg(een!.AsObject());
        return JsonSerializer.SerializeToUtf8Bytes(antwoord, Schrijfwijze);
    }
}
