using Meent.Interaction.Opvragen;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Paginas;

/// <summary>A search form of a list with pages, as it stands in the address.</summary>
/// <param name="Velden">What was filled in.</param>
internal sealed record Vraag(string Pad, IReadOnlyDictionary<string, string> Velden, string Cursor)
{
    private const int Langst = 200;

    public string this[string veld] => Velden.GetValueOrDefault(veld, "");

    public bool HeeftBegin => Cursor.Length > 0;

    /// <summary>To show the form with.</summary>
    public Formulier Formulier => new(Velden);

    /// <param name="namen">The fields that the form has; others do not count.</param>
    public static Vraag Van(Verzoek verzoek, params IReadOnlyList<string> namen)
    {
        var query = verzoek.Http.Request.Query;
        return new Vraag(verzoek.Pad, namen.Select(naam => (naam, Waarde: Kort(query[naam]))).Where(v => v.Waarde.Length > 0).ToDictionary(v => v.naam, v => v.Waarde, StringComparer.Ordinal), query["cursor"].ToString());
    }

    /// <summary>Address of the page with a cursor.</summary>
    public string Adres(string cursor = "") => Pad + QueryString.Create(Velden.Select(v => KeyValuePair.Create(v.Key, (string?)v.Value)).Concat(
        cursor.Length == 0 ? [] : [KeyValuePair.Create("cursor", (string?)cursor)]));

    public string? Volgende(Bladwijzer bladwijzer) => bladwijzer.NextCursor.Length == 0 ? null : Adres(bladwijzer.NextCursor);

    /// <summary>The query of an API: each field under the name that it has there, and the cursor.</summary>
    public string Query(int limit, params IReadOnlyList<(string Naam, string? Waarde)> velden) => string.Join('&', velden.Where(v => v.Waarde is { Length: > 0 })
        .Append(("limit", $"{limit}")).Append(("cursor", Cursor)).Select(v => $"{v.Item1}={Uri.EscapeDataString(v.Item2!)}"));

    private static string Kort(string? tekst) => tekst?.Trim() is { } waarde ? waarde[..Math.Min(waarde.Length, Langst)] : "";
}
