using System.Text.Json;
using Meent.Services.Pijplijn;

namespace Meent.Services.Objecten.Schemas;

/// <summary>What one schema found of one value.</summary>
internal sealed class Uitkomst
{
    public List<Schemafout> Fouten { get; } = [];

    /// <summary>Members and items that some keyword has looked at, for <c>unevaluated…</c>.</summary>
    public HashSet<string> Leden { get; } = new(StringComparer.Ordinal);
    public HashSet<int> Items { get; } = [];

    public bool Past => Fouten.Count == 0;

    public void Fout(string plek, string reden) => Fouten.Add(new Schemafout(plek, reden));

    /// <summary>Takes over what another schema found of the same value; what does not fit has looked at nothing.</summary>
    public void Neem(Uitkomst ander)
    {
        Fouten.AddRange(ander.Fouten);
        if (!ander.Past) return;
        Leden.UnionWith(ander.Leden);
        Items.UnionWith(ander.Items);
    }
}

/// <summary>Holds data against a schema. Bounded: a schema that refers to itself without end, or costs too much, is refused and not followed.</summary>
internal sealed partial class Toets(Jsonschema schema)
{
    private const int MeesteStappen = 1_000_000;
    private const int Diepst = 256;

    private int _stappen;

    public IReadOnlyList<Schemafout> Fouten(JsonElement data) => Loop(schema.Wortel, data, "", 0).Fouten;

    private Uitkomst Loop(Schemaplek plek, JsonElement data, string waar, int diepte)
    {
        if (diepte > Diepst) throw TeVeel();
        Stap(1);
        var uitkomst = new Uitkomst();
        if (plek.Vorm.ValueKind == JsonValueKind.False) uitkomst.Fout(waar, "Hier mag niets staan.");
        if (plek.Vorm.ValueKind != JsonValueKind.Object) return uitkomst;
        var deel = new Deel(plek.Vorm, Jsonschema.Basis(plek.Vorm, plek.Basis), data, waar, diepte, uitkomst);
        if (schema.AlleenRef && plek.Vorm.TryGetProperty("$ref", out var alleen))
        {
            Verwijzing(deel with { Basis = plek.Basis }, alleen);
            return uitkomst;
        }

        foreach (var woord in plek.Vorm.EnumerateObject()) Woord(deel, woord.Name, woord.Value);
        // Last: it depends on what all others have looked at.
        if (plek.Vorm.TryGetProperty("unevaluatedProperties", out var leden)) OnbekekenLeden(deel, leden);
        if (plek.Vorm.TryGetProperty("unevaluatedItems", out var items)) OnbekekenItems(deel, items);
        return uitkomst;
    }

    private void Woord(Deel deel, string naam, JsonElement waarde)
    {
        Stap(1);
        switch (naam)
        {
            case "$ref":
                Verwijzing(deel, waarde);
                break;
            case "type":
                Soort(deel, waarde);
                break;
            case "enum":
                Keuze(deel, waarde);
                break;
            case "const":
                if (!Gelijk(waarde, deel.Data)) deel.Fout("Is niet de vaste waarde.");
                break;
            case "allOf" or "anyOf" or "oneOf":
                Takken(deel, naam, waarde);
                break;
            case "not":
                if (Op(deel, waarde).Past) deel.Fout("Heeft een vorm die niet mag.");
                break;
            case "if":
                Als(deel, waarde);
                break;
            default:
                if (deel.Data.ValueKind == JsonValueKind.Object) Objectwoord(deel, naam, waarde);
                else if (deel.Data.ValueKind == JsonValueKind.Array) Lijstwoord(deel, naam, waarde);
                else if (deel.Data.ValueKind == JsonValueKind.String) Tekstwoord(deel, naam, waarde);
                else if (deel.Data.ValueKind == JsonValueKind.Number) Getalwoord(deel, naam, waarde);
                break;
        }
    }

    private void Verwijzing(Deel deel, JsonElement waarde)
    {
        if (waarde.ValueKind != JsonValueKind.String) return;
        if (schema.Vind(deel.Basis, waarde.GetString()!) is not { } gevonden) throw Weiger.Ongeldig("nonFieldErrors", "invalid-json-schema", "Het JSON-schema verwijst naar wat er niet in staat.");
        deel.Uitkomst.Neem(Loop(gevonden, deel.Data, deel.Waar, deel.Diepte + 1));
    }

    private void Takken(Deel deel, string naam, JsonElement takken)
    {
        if (takken.ValueKind != JsonValueKind.Array) return;
        var uitkomsten = takken.EnumerateArray().Select(tak => Op(deel, tak)).ToList();
        var passend = uitkomsten.FindAll(uitkomst => uitkomst.Past);
        if (naam == "allOf") uitkomsten.ForEach(deel.Uitkomst.Neem);
        else if (naam == "oneOf" && passend.Count > 1) deel.Fout("Past bij meer dan een van de vormen.");
        else if (passend.Count == 0) deel.Fout("Past bij geen van de vormen.");
        else passend.ForEach(deel.Uitkomst.Neem);
    }

    private void Als(Deel deel, JsonElement voorwaarde)
    {
        var als = Op(deel, voorwaarde);
        if (als.Past) deel.Uitkomst.Neem(als);
        if (deel.Vorm.TryGetProperty(als.Past ? "then" : "else", out var dan)) deel.Uitkomst.Neem(Op(deel, dan));
    }

    /// <summary>Another schema on the same value.</summary>
    private Uitkomst Op(Deel deel, JsonElement vorm) => Loop(new Schemaplek(vorm, deel.Basis), deel.Data, deel.Waar, deel.Diepte + 1);

    /// <summary>A schema on a part of the value.</summary>
    private void In(Deel deel, JsonElement vorm, JsonElement data, string waar) =>
        deel.Uitkomst.Fouten.AddRange(Loop(new Schemaplek(vorm, deel.Basis), data, waar, deel.Diepte + 1).Fouten);

    private bool Gelijk(JsonElement een, JsonElement ander)
    {
        Stap(1);
        return een.ValueKind == ander.ValueKind && JsonElement.DeepEquals(een, ander);
    }

    private void Stap(int aantal)
    {
        _stappen += aantal;
        if (_stappen > MeesteStappen) throw TeVeel();
    }

    private static Standards.Problemen.ProbleemException TeVeel() =>
        Weiger.Ongeldig("nonFieldErrors", "invalid-json-schema", "Deze gegevens aan het JSON-schema toetsen is te veel werk.");

    /// <summary>One schema and one value under way.</summary>
    private sealed record Deel(JsonElement Vorm, string Basis, JsonElement Data, string Waar, int Diepte, Uitkomst Uitkomst)
    {
        public void Fout(string reden) => Uitkomst.Fout(Waar, reden);

        public string Lid(string naam) => Waar.Length == 0 ? naam : $"{Waar}.{naam}";

        public string Item(int nummer) => $"{Waar}[{nummer}]";
    }
}
