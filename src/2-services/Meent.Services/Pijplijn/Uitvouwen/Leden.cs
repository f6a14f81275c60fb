using System.Text.Json;

namespace Meent.Services.Pijplijn.Uitvouwen;

/// <summary>Reads the links of an object out of its bytes, without making anything of the rest.</summary>
internal static class Leden
{
    /// <summary>The URLs at a member: of a text, of a list of texts, or of (a list of) objects with a URL.</summary>
    public static Lid Links(ReadOnlySpan<byte> json, string naam)
    {
        var lezer = new Utf8JsonReader(json);
        lezer.Read();
        while (lezer.Read() && lezer.TokenType == JsonTokenType.PropertyName)
        {
            var raak = lezer.ValueTextEquals(naam);
            lezer.Read();
            if (raak) return Waarde(ref lezer);
            lezer.Skip();
        }

        return new Lid(Lidsoort.Geen, []);
    }

    private static Lid Waarde(ref Utf8JsonReader lezer)
    {
        var urls = new List<string>();
        switch (lezer.TokenType)
        {
            case JsonTokenType.String:
                Voeg(urls, lezer.GetString());
                return new Lid(Lidsoort.Enkel, urls);
            case JsonTokenType.StartArray:
                while (lezer.Read() && lezer.TokenType != JsonTokenType.EndArray)
                {
                    if (lezer.TokenType == JsonTokenType.String) Voeg(urls, lezer.GetString());
                    else if (lezer.TokenType == JsonTokenType.StartObject) Voeg(urls, EersteUrl(ref lezer));
                }

                return new Lid(Lidsoort.Lijst, urls);
            case JsonTokenType.StartObject:
                Voeg(urls, EersteUrl(ref lezer));
                return new Lid(Lidsoort.Groep, urls);
            default:
                return new Lid(Lidsoort.Null, urls);
        }
    }

    /// <summary>The URL in an object of a list of relations: <c>url</c> of relevanteAndereZaken, <c>zaaktype</c> of gerelateerdeZaaktypen.</summary>
    private static string? EersteUrl(ref Utf8JsonReader lezer)
    {
        string? url = null;
        while (lezer.Read() && lezer.TokenType != JsonTokenType.EndObject)
        {
            var raak = url is null && (lezer.ValueTextEquals("url"u8) || lezer.ValueTextEquals("zaaktype"u8));
            lezer.Read();
            if (raak && lezer.TokenType == JsonTokenType.String) url = lezer.GetString();
            else lezer.Skip();
        }

        return url;
    }

    private static void Voeg(List<string> urls, string? url)
    {
        if (!string.IsNullOrEmpty(url)) urls.Add(url);
    }
}

/// <summary>What stands at a member.</summary>
internal enum Lidsoort
{
    Geen,
    Null,
    Enkel,
    Lijst,
    Groep,
}

internal readonly record struct Lid(Lidsoort Soort, List<string> Urls);
