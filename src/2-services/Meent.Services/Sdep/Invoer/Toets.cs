using System.Globalization;
using System.Text.Json;
using Meent.Services.Sdep.Fouten;

namespace Meent.Services.Sdep.Invoer;

/// <summary>Holds one item of a bulk message against its schema, and tells all that is wrong with it, in the words of the standard.</summary>
internal sealed class Toets
{
    private readonly List<object> _plaats = [];

    private Toets()
    {
    }

    private List<Foutregel> Fouten { get; } = [];

    /// <returns>Empty when it is right.</returns>
    public static List<Foutregel> Van(JsonElement item, Schema schema)
    {
        var toets = new Toets();
        toets.Bekijk(item, schema);
        return toets.Fouten;
    }

    private void Bekijk(JsonElement waarde, Schema schema)
    {
        if (waarde.ValueKind == JsonValueKind.Null && schema.MagNull) return;
        switch (schema.Soort)
        {
            case "object": Object(waarde, schema); break;
            case "array": Lijst(waarde, schema); break;
            case "integer": Getal(waarde, schema); break;
            case "boolean": if (waarde.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) Fout("Input should be a valid boolean", "bool_type"); break;
            default: Tekst(waarde, schema); break;
        }
    }

    private void Object(JsonElement waarde, Schema schema)
    {
        if (waarde.ValueKind != JsonValueKind.Object)
        {
            Fout("Input should be a valid dictionary", "dict_type");
            return;
        }

        foreach (var (naam, veld, verplicht) in schema.Velden)
        {
            _plaats.Add(naam);
            if (waarde.TryGetProperty(naam, out var gegeven)) Bekijk(gegeven, veld);
            else if (verplicht) Fout("Field required", "missing");
            _plaats.RemoveAt(_plaats.Count - 1);
        }
    }

    private void Lijst(JsonElement waarde, Schema schema)
    {
        if (waarde.ValueKind != JsonValueKind.Array)
        {
            Fout("Input should be a valid list", "list_type");
            return;
        }

        var aantal = waarde.GetArrayLength();
        if (aantal < schema.MinAantal) Fout(Tekst($"List should have at least {schema.MinAantal} item after validation, not {aantal}"), "too_short");
        if (aantal > schema.MaxAantal)
        {
            Fout(Tekst($"List should have at most {schema.MaxAantal} items after validation, not {aantal}"), "too_long");
            return;
        }

        var plaats = 0;
        foreach (var deel in waarde.EnumerateArray())
        {
            _plaats.Add(plaats++);
            Bekijk(deel, schema.Delen!);
            _plaats.RemoveAt(_plaats.Count - 1);
        }

        if (schema.Uniek && waarde.EnumerateArray().Select(deel => deel.GetRawText()).Distinct().Count() < aantal) Fout("Value error, items must be distinct", "value_error");
    }

    private void Getal(JsonElement waarde, Schema schema)
    {
        if (waarde.ValueKind != JsonValueKind.Number || !waarde.TryGetInt64(out var getal)) Fout("Input should be a valid integer", "int_type");
        else if (getal < schema.Min) Fout(Tekst($"Input should be greater than or equal to {schema.Min}"), "greater_than_equal");
        else if (getal > schema.Max) Fout(Tekst($"Input should be less than or equal to {schema.Max}"), "less_than_equal");
    }

    private void Tekst(JsonElement waarde, Schema schema)
    {
        if (waarde.ValueKind != JsonValueKind.String)
        {
            Fout("Input should be a valid string", "string_type");
            return;
        }

        var tekst = Itemvelden.Leesbaar(waarde);
        // A platform may leave an id that it need not give empty.
        if (tekst is { Length: 0 } && schema is { MagNull: true, Patroon: not null }) return;
        if (tekst is null || tekst.Contains('\0', StringComparison.Ordinal)) Fout("Input should be a valid string", "string_unicode");
        else if (schema.Formaat is { } formaat) Moment(tekst, formaat);
        else if (schema.Keuzes is { } keuzes)
        {
            if (!keuzes.Contains(tekst)) Fout($"Input should be {string.Join(" or ", keuzes.Select(keuze => $"'{keuze}'"))}", "enum");
        }
        else if (tekst.Length < schema.MinLengte) Fout(Tekst($"String should have at least {schema.MinLengte} character"), "string_too_short");
        else if (tekst.Length > schema.MaxLengte && Tekens(tekst) > schema.MaxLengte) Fout(Tekst($"String should have at most {schema.MaxLengte} characters"), "string_too_long");
        else if (schema.Patroon?.IsMatch(tekst) == false) Fout($"String should match pattern '{schema.Patroontekst}'", "string_pattern_mismatch");
    }

    private void Moment(string tekst, string formaat)
    {
        if (Momenten.Lees(tekst) is not { } moment) Fout("Input should be a valid datetime", "datetime_parsing");
        else if (formaat == Momenten.Utc && !moment.IsUtc) Fout("Value error, Datetime must be expressed in UTC with offset Z or +00:00", "value_error");
    }

    private static int Tekens(string tekst) => tekst.EnumerateRunes().Count();

    private void Fout(string msg, string type) => Fouten.Add(new Foutregel(msg, type, [.. _plaats]));

    private static string Tekst(FormattableString tekst) => tekst.ToString(CultureInfo.InvariantCulture);
}
