using System.Text.Json;

namespace Meent.Services.Personen.Velden;

/// <summary>Delivered unasked with an address: the municipality has established that the person no longer lives there.</summary>
internal static class NietOpAdres
{
    public static void Schrijf(Utf8JsonWriter json, Plek plek, Keuze keuze)
    {
        if (plek.Persoon.Onderzoek("08") is { VerblijftNietOpAdres: true })
            json.WriteBoolean("indicatieVastgesteldVerblijftNietOpAdres"u8, true);
    }
}
