using System.Text.Json;

namespace Meent.Services.Objecten.Schemas;

/// <summary>What an object must have and may have.</summary>
internal sealed partial class Toets
{
    private void Objectwoord(Deel deel, string naam, JsonElement waarde)
    {
        switch (naam)
        {
            case "properties":
                foreach (var lid in Leden(deel).Where(lid => Heeft(waarde, lid.Name))) Lid(deel, lid, waarde.GetProperty(lid.Name));
                break;
            case "patternProperties":
                if (waarde.ValueKind != JsonValueKind.Object) break;
                foreach (var patroon in waarde.EnumerateObject())
                {
                    foreach (var lid in Leden(deel).Where(lid => Patronen.Past(patroon.Name, lid.Name))) Lid(deel, lid, patroon.Value);
                }

                break;
            case "additionalProperties":
                Overige(deel, waarde);
                break;
            case "propertyNames":
                foreach (var lid in Leden(deel)) In(deel, waarde, JsonSerializer.SerializeToElement(lid.Name), deel.Lid(lid.Name));
                break;
            case "required":
                Vereist(deel, waarde);
                break;
            case "minProperties" or "maxProperties":
                if (Getallen.Aantal(waarde) is { } grens && (naam[1] == 'i' ? deel.Data.GetPropertyCount() < grens : deel.Data.GetPropertyCount() > grens))
                    deel.Fout($"Heeft {(naam[1] == 'i' ? "minder" : "meer")} dan {grens} leden.");
                break;
            case "dependentRequired" or "dependentSchemas" or "dependencies":
                Afhankelijk(deel, waarde);
                break;
        }
    }

    private void Lid(Deel deel, JsonProperty lid, JsonElement vorm)
    {
        In(deel, vorm, lid.Value, deel.Lid(lid.Name));
        deel.Uitkomst.Leden.Add(lid.Name);
    }

    private void Overige(Deel deel, JsonElement vorm)
    {
        var genoemd = deel.Vorm.TryGetProperty("properties", out var leden) ? leden : default;
        var patronen = deel.Vorm.TryGetProperty("patternProperties", out var p) && p.ValueKind == JsonValueKind.Object ? p.EnumerateObject().Select(patroon => patroon.Name).ToList() : [];
        foreach (var lid in Leden(deel).Where(lid => !Heeft(genoemd, lid.Name) && !patronen.Exists(patroon => Patronen.Past(patroon, lid.Name)))) Lid(deel, lid, vorm);
    }

    private void OnbekekenLeden(Deel deel, JsonElement vorm)
    {
        if (deel.Data.ValueKind != JsonValueKind.Object) return;
        foreach (var lid in Leden(deel).Where(lid => !deel.Uitkomst.Leden.Contains(lid.Name)).ToList()) Lid(deel, lid, vorm);
    }

    private void Afhankelijk(Deel deel, JsonElement regels)
    {
        if (regels.ValueKind != JsonValueKind.Object) return;
        foreach (var regel in regels.EnumerateObject().Where(regel => Heeft(deel.Data, regel.Name)))
        {
            if (regel.Value.ValueKind == JsonValueKind.Array) Vereist(deel, regel.Value);
            else deel.Uitkomst.Neem(Op(deel, regel.Value));
        }
    }

    private void Vereist(Deel deel, JsonElement namen)
    {
        if (namen.ValueKind != JsonValueKind.Array) return;
        foreach (var naam in namen.EnumerateArray().Where(naam => naam.ValueKind == JsonValueKind.String).Select(naam => naam.GetString()!))
        {
            if (!Heeft(deel.Data, naam)) deel.Uitkomst.Fout(deel.Lid(naam), "Is vereist.");
        }
    }

    private IEnumerable<JsonProperty> Leden(Deel deel)
    {
        foreach (var lid in deel.Data.EnumerateObject())
        {
            Stap(1);
            yield return lid;
        }
    }

    private bool Heeft(JsonElement vorm, string naam)
    {
        if (vorm.ValueKind != JsonValueKind.Object) return false;
        // A name is looked for among all of them.
        Stap(1 + (vorm.GetPropertyCount() / 32));
        return vorm.TryGetProperty(naam, out _);
    }
}
