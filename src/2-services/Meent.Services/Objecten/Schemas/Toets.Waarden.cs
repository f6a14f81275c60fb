using System.Text.Json;

namespace Meent.Services.Objecten.Schemas;

/// <summary>What a single value must be.</summary>
internal sealed partial class Toets
{
    private static void Soort(Deel deel, JsonElement soort)
    {
        var past = soort.ValueKind == JsonValueKind.Array
            ? soort.EnumerateArray().Any(een => een.ValueKind == JsonValueKind.String && Is(deel.Data, een.GetString()!))
            : soort.ValueKind != JsonValueKind.String || Is(deel.Data, soort.GetString()!);
        if (!past) deel.Fout($"Is niet van de soort {soort.GetRawText().Replace("\"", "", StringComparison.Ordinal)}.");
    }

    private static bool Is(JsonElement data, string soort) => soort switch
    {
        "object" => data.ValueKind == JsonValueKind.Object,
        "array" => data.ValueKind == JsonValueKind.Array,
        "string" => data.ValueKind == JsonValueKind.String,
        "boolean" => data.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => data.ValueKind == JsonValueKind.Null,
        "number" => data.ValueKind == JsonValueKind.Number,
        "integer" => data.ValueKind == JsonValueKind.Number && Getallen.IsGeheel(data),
        _ => false,
    };

    private void Keuze(Deel deel, JsonElement keuzes)
    {
        if (keuzes.ValueKind == JsonValueKind.Array && !keuzes.EnumerateArray().Any(keuze => Gelijk(keuze, deel.Data))) deel.Fout("Is geen van de keuzes.");
    }

    private static void Tekstwoord(Deel deel, string naam, JsonElement waarde)
    {
        if (naam is not ("minLength" or "maxLength" or "pattern")) return;
        var tekst = deel.Data.GetString()!;
        if (naam == "pattern")
        {
            if (waarde.ValueKind == JsonValueKind.String && !Patronen.Past(waarde.GetString()!, tekst)) deel.Fout($"Heeft niet de vorm {waarde.GetString()}.");
            return;
        }

        if (Getallen.Aantal(waarde) is not { } grens) return;
        // The standard counts characters, not the halves that .NET counts.
        var lengte = tekst.EnumerateRunes().Count();
        if (naam == "minLength" && lengte < grens) deel.Fout($"Heeft minder dan {grens} tekens.");
        if (naam == "maxLength" && lengte > grens) deel.Fout($"Heeft meer dan {grens} tekens.");
    }

    private static void Getalwoord(Deel deel, string naam, JsonElement waarde)
    {
        if (waarde.ValueKind != JsonValueKind.Number) return;
        switch (naam)
        {
            case "minimum":
                // In draft 4 another keyword says that the limit itself is out.
                if (Getallen.Vergelijk(deel.Data, waarde) < (Zonder(deel, "exclusiveMinimum") ? 1 : 0)) deel.Fout($"Is te klein; de grens is {waarde.GetRawText()}.");
                break;
            case "maximum":
                if (Getallen.Vergelijk(deel.Data, waarde) > (Zonder(deel, "exclusiveMaximum") ? -1 : 0)) deel.Fout($"Is te groot; de grens is {waarde.GetRawText()}.");
                break;
            case "exclusiveMinimum":
                if (Getallen.Vergelijk(deel.Data, waarde) <= 0) deel.Fout($"Is te klein; moet groter zijn dan {waarde.GetRawText()}.");
                break;
            case "exclusiveMaximum":
                if (Getallen.Vergelijk(deel.Data, waarde) >= 0) deel.Fout($"Is te groot; moet kleiner zijn dan {waarde.GetRawText()}.");
                break;
            case "multipleOf":
                if (!Getallen.IsVeelvoud(deel.Data, waarde)) deel.Fout($"Is geen veelvoud van {waarde.GetRawText()}.");
                break;
        }
    }

    private static bool Zonder(Deel deel, string naam) => deel.Vorm.TryGetProperty(naam, out var vlag) && vlag.ValueKind == JsonValueKind.True;
}
