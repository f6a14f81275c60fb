using System.Text;
using System.Text.Json;

namespace Meent.Services.Objecten.Schemas;

/// <summary>What a list must hold.</summary>
internal sealed partial class Toets
{
    private void Lijstwoord(Deel deel, string naam, JsonElement waarde)
    {
        switch (naam)
        {
            case "prefixItems":
                Vooraan(deel, waarde);
                break;
            case "items":
                if (waarde.ValueKind == JsonValueKind.Array) Vooraan(deel, waarde);
                else Vanaf(deel, deel.Vorm.TryGetProperty("prefixItems", out var voor) && voor.ValueKind == JsonValueKind.Array ? voor.GetArrayLength() : 0, waarde);
                break;
            case "additionalItems":
                if (deel.Vorm.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array) Vanaf(deel, items.GetArrayLength(), waarde);
                break;
            case "contains":
                Bevat(deel, waarde);
                break;
            case "minItems" or "maxItems":
                if (Getallen.Aantal(waarde) is { } grens && (naam[1] == 'i' ? deel.Data.GetArrayLength() < grens : deel.Data.GetArrayLength() > grens))
                    deel.Fout($"Heeft {(naam[1] == 'i' ? "minder" : "meer")} dan {grens} items.");
                break;
            case "uniqueItems":
                if (waarde.ValueKind == JsonValueKind.True && !IsUniek(deel.Data)) deel.Fout("Heeft een item meer dan eens.");
                break;
        }
    }

    private void Vooraan(Deel deel, JsonElement vormen)
    {
        if (vormen.ValueKind != JsonValueKind.Array) return;
        foreach (var ((nummer, item), vorm) in deel.Data.EnumerateArray().Index().Zip(vormen.EnumerateArray())) Item(deel, nummer, item, vorm);
    }

    private void Vanaf(Deel deel, int eerste, JsonElement vorm)
    {
        foreach (var (nummer, item) in deel.Data.EnumerateArray().Index().Skip(eerste)) Item(deel, nummer, item, vorm);
    }

    private void OnbekekenItems(Deel deel, JsonElement vorm)
    {
        if (deel.Data.ValueKind != JsonValueKind.Array) return;
        foreach (var (nummer, item) in deel.Data.EnumerateArray().Index().Where(i => !deel.Uitkomst.Items.Contains(i.Index)).ToList()) Item(deel, nummer, item, vorm);
    }

    private void Item(Deel deel, int nummer, JsonElement item, JsonElement vorm)
    {
        In(deel, vorm, item, deel.Item(nummer));
        deel.Uitkomst.Items.Add(nummer);
    }

    private void Bevat(Deel deel, JsonElement vorm)
    {
        var passend = 0;
        foreach (var (nummer, item) in deel.Data.EnumerateArray().Index())
        {
            if (!Loop(new Schemaplek(vorm, deel.Basis), item, deel.Item(nummer), deel.Diepte + 1).Past) continue;
            passend++;
            deel.Uitkomst.Items.Add(nummer);
        }

        var minst = deel.Vorm.TryGetProperty("minContains", out var min) && Getallen.Aantal(min) is { } m ? m : 1;
        if (passend < minst) deel.Fout($"Heeft minder dan {minst} items van de gevraagde vorm.");
        if (deel.Vorm.TryGetProperty("maxContains", out var max) && Getallen.Aantal(max) is { } meest && passend > meest) deel.Fout($"Heeft meer dan {meest} items van de gevraagde vorm.");
    }

    /// <summary>By one text for each item, so that a long list costs no more than its length.</summary>
    private bool IsUniek(JsonElement lijst)
    {
        var gezien = new HashSet<string>(StringComparer.Ordinal);
        return lijst.EnumerateArray().All(item =>
        {
            var tekst = new StringBuilder();
            Uitschrijven(item, tekst);
            return gezien.Add(tekst.ToString());
        });
    }

    private void Uitschrijven(JsonElement json, StringBuilder tekst)
    {
        Stap(1);
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                tekst.Append('{');
                foreach (var lid in json.EnumerateObject().OrderBy(lid => lid.Name, StringComparer.Ordinal))
                {
                    tekst.Append(JsonSerializer.Serialize(lid.Name)).Append(':');
                    Uitschrijven(lid.Value, tekst);
                }

                tekst.Append('}');
                break;
            case JsonValueKind.Array:
                tekst.Append('[');
                foreach (var item in json.EnumerateArray())
                {
                    Uitschrijven(item, tekst);
                    tekst.Append(',');
                }

                tekst.Append(']');
                break;
            case JsonValueKind.String:
                tekst.Append(JsonSerializer.Serialize(json.GetString()));
                break;
            case JsonValueKind.Number:
                // 1.0 and 1 are the same number.
                if (json.TryGetDecimal(out var getal)) tekst.Append((getal / 1.0000000000000000000000000000m).ToString(System.Globalization.CultureInfo.InvariantCulture));
                else tekst.Append(json.GetDouble().ToString("R", System.Globalization.CultureInfo.InvariantCulture));
                break;
            default:
                tekst.Append(json.ValueKind);
                break;
        }
    }
}
