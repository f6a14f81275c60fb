using System.Text.Json;
using Meent.Services.Personen.Lijst;
using Meent.Services.Personen.Tabellen;

namespace Meent.Services.Personen.Velden;

/// <summary>What every answer tells about a person without being asked.</summary>
internal static class Automatischen
{
    private static readonly JsonEncodedText Datum = JsonEncodedText.Encode("datum");
    private static readonly JsonEncodedText Reden = JsonEncodedText.Encode("reden");

    public static void Schrijf(Utf8JsonWriter json, Plek plek, Keuze keuze)
    {
        SchrijfGeheimhouding(json, plek);
        SchrijfOpschorting(json, plek);
        SchrijfVerificatie(json, plek);
    }

    public static bool IsGeheim(Plek plek) => plek["077010"] is not (null or "0");

    public static void SchrijfGeheimhouding(Utf8JsonWriter json, Plek plek)
    {
        if (IsGeheim(plek)) json.WriteBoolean("geheimhoudingPersoonsgegevens"u8, true);
    }

    public static void SchrijfOpschorting(Utf8JsonWriter json, Plek plek)
    {
        if (plek["076720"] is not { } reden) return;
        json.WriteStartObject("opschortingBijhouding"u8);
        json.Code(Reden, reden, plek.Persoon.Tabellen.Omschrijving(Tabel.RedenOpschorting, reden));
        if (Lo3Datum.Lees(plek["076710"]) is { } datum) json.Datum(Datum, datum);
        json.WriteEndObject();
    }

    private static void SchrijfVerificatie(Utf8JsonWriter json, Plek plek)
    {
        var (datum, omschrijving) = (Lo3Datum.Lees(plek["077110"]), plek["077120"]);
        if (datum is null && omschrijving is null) return;
        json.WriteStartObject("verificatie"u8);
        if (datum is not null) json.Datum(Datum, datum.Value);
        if (omschrijving is not null) json.WriteString("omschrijving"u8, omschrijving);
        json.WriteEndObject();
    }
}
