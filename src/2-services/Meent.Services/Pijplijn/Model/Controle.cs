using System.Globalization;
using System.Text.Json;
using Meent.Standards.Problemen;

namespace Meent.Services.Pijplijn.Model;

/// <summary>Checks a JSON object against the fields of a record and finds every fault, in the codes that the ZGW standards use.</summary>
internal static class Controle
{
    /// <param name="deels">A PATCH: what is absent stays as it is. Groups that are sent are complete all the same (zrc-012).</param>
    public static void Object(JsonElement json, Beschrijving beschrijving, string pad, List<OngeldigVeld> fouten, bool deels = false)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            fouten.Add(new OngeldigVeld(pad.Length == 0 ? "nonFieldErrors" : pad, "invalid", "Verwachtte een object."));
            return;
        }

        foreach (var veld in beschrijving.Velden)
        {
            if (veld.AlleenLezen) continue;
            var naam = pad.Length == 0 ? veld.Naam : $"{pad}.{veld.Naam}";
            if (Lid(json, veld.Naam, out var waarde)) Waarde(waarde, veld, naam, fouten);
            else if (veld.Verplicht && !deels) fouten.Add(new OngeldigVeld(naam, "required", "Dit veld is vereist."));
        }
    }

    /// <summary>Clients of older versions write some names with other capitals (<c>laatsteBetaalDatum</c>).</summary>
    private static bool Lid(JsonElement json, string naam, out JsonElement waarde)
    {
        if (json.TryGetProperty(naam, out waarde)) return true;
        foreach (var lid in json.EnumerateObject())
        {
            if (!lid.Name.Equals(naam, StringComparison.OrdinalIgnoreCase)) continue;
            waarde = lid.Value;
            return true;
        }

        return false;
    }

    private static void Waarde(JsonElement waarde, Veld veld, string naam, List<OngeldigVeld> fouten)
    {
        if (waarde.ValueKind == JsonValueKind.Null)
        {
            // Null stands for "nothing chosen" where the standard has an empty choice.
            if (!veld.MagNull && veld.Keuzes?.Contains("") != true) fouten.Add(new OngeldigVeld(naam, "null", "Dit veld mag niet leeg zijn."));
            return;
        }

        if (veld.Element is not null) Lijst(waarde, veld, naam, fouten);
        else if (veld.Genest is not null) Object(waarde, veld.Genest, naam, fouten);
        else if (Enkel(waarde, veld) is { } fout) fouten.Add(fout with { Name = naam });
    }

    private static void Lijst(JsonElement waarde, Veld veld, string naam, List<OngeldigVeld> fouten)
    {
        if (waarde.ValueKind != JsonValueKind.Array)
        {
            fouten.Add(new OngeldigVeld(naam, "not_a_list", "Verwachtte een lijst met items."));
            return;
        }

        var nummer = 0;
        foreach (var item in waarde.EnumerateArray())
        {
            var plek = $"{naam}.{nummer++}";
            if (veld.Genest is not null) Object(item, veld.Genest, plek, fouten);
            else if (veld.Element == typeof(string) && Tekst(item, veld) is { } fout) fouten.Add(fout with { Name = plek });
        }
    }

    private static OngeldigVeld? Enkel(JsonElement waarde, Veld veld)
    {
        if (veld.Type == typeof(string)) return Tekst(waarde, veld);
        if (veld.Type == typeof(bool)) return waarde.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : Ongeldig("Moet een geldige booleaanse waarde zijn.");
        if (veld.Type == typeof(int)) return Getal(waarde, veld);
        if (veld.Type == typeof(Guid)) return waarde.ValueKind == JsonValueKind.String && waarde.TryGetGuid(out _) ? null : Ongeldig("Moet een geldige UUID zijn.");
        // A size in bytes.
        if (veld.Type == typeof(long)) return waarde.ValueKind == JsonValueKind.Number && waarde.TryGetInt64(out var omvang) && omvang >= 0 ? null : Ongeldig("Een geldig getal, niet onder nul, is verplicht.");
        if (veld.Type == typeof(DateOnly)) return IsDatum(waarde) ? null : Ongeldig("Datum heeft het verkeerde formaat, gebruik YYYY-MM-DD.");
        if (veld.Type == typeof(DateTimeOffset)) return waarde.ValueKind == JsonValueKind.String && waarde.TryGetDateTimeOffset(out _) ? null : Ongeldig("Datumtijd heeft het verkeerde formaat, gebruik YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].");
        return null;
    }

    private static OngeldigVeld? Tekst(JsonElement waarde, Veld veld)
    {
        if (waarde.ValueKind != JsonValueKind.String) return Ongeldig("Geen geldige tekenreeks.");
        var tekst = waarde.GetString()!;
        // U+0000 cannot be stored, U+0001 is the store's placeholder, and the others have no place in a text.
        if (tekst.AsSpan().ContainsAnyInRange('\0', '\b') || tekst.AsSpan().ContainsAnyInRange('\u000b', '\u001f') && tekst.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
            return Ongeldig("Stuurtekens zijn niet toegestaan.") with { Code = "null_characters_not_allowed" };
        if (veld.Keuzes is { } keuzes) return keuzes.Contains(tekst) ? null : new OngeldigVeld("", "invalid_choice", "Dit is een ongeldige keuze. Mogelijk zijn: " + string.Join(", ", keuzes.Where(k => k.Length > 0)) + ".");
        if (tekst.Length == 0) return veld.NietLeeg || (veld.Verplicht && veld.Controles.Count > 0) ? new OngeldigVeld("", "blank", "Dit veld mag niet leeg zijn.") : null;
        if (tekst.Length > veld.Max) return new OngeldigVeld("", "max_length", $"Zorg ervoor dat dit veld niet meer dan {veld.Max} karakters bevat.");
        return veld.Controles.FirstOrDefault(controle => !controle.Klopt(tekst)) is { } gezakt ? Ongeldig(gezakt.Reden) : null;
    }

    private static OngeldigVeld? Getal(JsonElement waarde, Veld veld)
    {
        if (waarde.ValueKind != JsonValueKind.Number || !waarde.TryGetInt32(out var getal)) return Ongeldig("Een geldig getal is verplicht.");
        if (veld.Bereik is not { } bereik) return null;
        if (getal < bereik.Laagste) return new OngeldigVeld("", "min_value", $"Zorg ervoor dat deze waarde groter is dan of gelijk aan {bereik.Laagste}.");
        return getal > bereik.Hoogste ? new OngeldigVeld("", "max_value", $"Zorg ervoor dat deze waarde kleiner is dan of gelijk aan {bereik.Hoogste}.") : null;
    }

    private static bool IsDatum(JsonElement waarde) =>
        waarde.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(waarde.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static OngeldigVeld Ongeldig(string reden) => new("", "invalid", reden);
}
