using System.Text.Encodings.Web;
using System.Text.Json;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Pijplijn.Uitvouwen;

/// <summary>Writes objects with what was found behind their links, and only the members that were asked for.</summary>
internal static class Uitschrijven
{
    /// <summary>Above this the client has to ask for less (design: at most 16 MB an answer).</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private static readonly JsonWriterOptions Ruw = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <exception cref="Standards.Problemen.ProbleemException">400: the answer became too large.</exception>
    public static void Schrijf(Stuk stuk, Keuze keuze, Buffer buffer)
    {
        if (buffer.Lengte > MaxBytes) throw Weiger.Ongeldig("expand", "expand-too-large", "Het antwoord wordt te groot; vraag minder tegelijk.");
        if (keuze.Velden is null) buffer.Schrijf(stuk.Json.AsSpan(..^1));
        else Kies(stuk, keuze, buffer);
        if (stuk.Uit.Count > 0)
        {
            buffer.Schrijf(buffer.Inhoud.Span[^1] == (byte)'{' ? "\"_expand\":{"u8 : ",\"_expand\":{"u8);
            var eerste = true;
            foreach (var (naam, gevonden) in stuk.Uit)
            {
                buffer.Schrijf(eerste ? $"\"{naam}\":" : $",\"{naam}\":");
                eerste = false;
                if (gevonden.IsLijst) Lijst(gevonden.Stukken, keuze.Takken[naam], buffer);
                else if (gevonden.Stukken is [var een]) Schrijf(een, keuze.Takken[naam], buffer);
                else buffer.Schrijf(gevonden.Leeg);
            }

            buffer.Schrijf("}"u8);
        }

        buffer.Schrijf("}"u8);
    }

    private static void Lijst(IReadOnlyList<Stuk> stukken, Keuze keuze, Buffer buffer)
    {
        buffer.Schrijf("["u8);
        for (var i = 0; i < stukken.Count; i++)
        {
            if (i > 0) buffer.Schrijf(","u8);
            Schrijf(stukken[i], keuze, buffer);
        }

        buffer.Schrijf("]"u8);
    }

    /// <summary>The members that were chosen, without the closing brace.</summary>
    private static void Kies(Stuk stuk, Keuze keuze, Buffer buffer)
    {
        buffer.Schrijf("{"u8);
        using var document = JsonDocument.Parse(stuk.Json);
        var eerste = true;
        foreach (var lid in document.RootElement.EnumerateObject())
        {
            // A group is chosen from as a linked resource is (zrc-029: processobject), but stays where it is.
            var groep = lid.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Null && !stuk.Uit.ContainsKey(lid.Name) && keuze.Takken.TryGetValue(lid.Name, out var deel) ? deel : null;
            if (groep is null && !keuze.Velden!.Contains(lid.Name.ToLowerInvariant())) continue;
            buffer.Schrijf(eerste ? $"\"{lid.Name}\":" : $",\"{lid.Name}\":");
            eerste = false;
            using var schrijver = new Utf8JsonWriter(buffer, Ruw);
            if (groep is { Velden: { } velden } && lid.Value.ValueKind == JsonValueKind.Object) Groep(lid.Value, velden, schrijver);
            else lid.Value.WriteTo(schrijver);
        }
    }

    private static void Groep(JsonElement groep, IReadOnlySet<string> velden, Utf8JsonWriter schrijver)
    {
        schrijver.WriteStartObject();
        foreach (var lid in groep.EnumerateObject().Where(l => velden.Contains(l.Name.ToLowerInvariant()))) lid.WriteTo(schrijver);
        schrijver.WriteEndObject();
    }
}
