using System.Text.Encodings.Web;
using System.Text.Json;
using Meent.Services.Personen.Lijst;

namespace Meent.Services.Personen.Velden;

/// <summary>The two shapes that recur everywhere in the answers: dates and waardetabellen.</summary>
internal static class JsonVormen
{
    public static readonly JsonWriterOptions Schrijfwijze = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static void Datum(this Utf8JsonWriter json, JsonEncodedText naam, Lo3Datum datum)
    {
        json.WriteStartObject(naam);
        switch (datum)
        {
            case { Jaar: 0 }:
                json.WriteString("type"u8, "DatumOnbekend"u8);
                json.WriteBoolean("onbekend"u8, true);
                break;
            case { Maand: 0 }:
                json.WriteString("type"u8, "JaarDatum"u8);
                json.WriteNumber("jaar"u8, datum.Jaar);
                break;
            case { Dag: 0 }:
                json.WriteString("type"u8, "JaarMaandDatum"u8);
                json.WriteNumber("jaar"u8, datum.Jaar);
                json.WriteNumber("maand"u8, datum.Maand);
                break;
            default:
                json.WriteString("type"u8, "Datum"u8);
                json.WriteString("datum"u8, FormattableString.Invariant($"{datum.Jaar:0000}-{datum.Maand:00}-{datum.Dag:00}"));
                break;
        }

        json.WriteString("langFormaat"u8, datum.LangFormaat);
        json.WriteEndObject();
    }

    public static void Code(this Utf8JsonWriter json, JsonEncodedText naam, string? code, string? omschrijving)
    {
        json.WriteStartObject(naam);
        if (code is not null) json.WriteString("code"u8, code);
        if (omschrijving is not null) json.WriteString("omschrijving"u8, omschrijving);
        json.WriteEndObject();
    }
}
