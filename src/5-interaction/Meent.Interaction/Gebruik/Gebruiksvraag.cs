using System.Globalization;
using Meent.Interaction.Paginas;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Gebruik;

/// <summary>Which uses a resident wants to see: of a period, by an organisation, for a purpose. As it stands in the address, which holds no number of a person.</summary>
/// <param name="Organisatie">OIN of who used the data; empty for all.</param>
/// <param name="Doel">URI of the purpose; empty for all.</param>
/// <param name="Na">Cursor of the logbook; null for the newest.</param>
internal sealed record Gebruiksvraag(DateOnly? Van, DateOnly? Tot, string Organisatie, string Doel, string? Na)
{
    public bool IsGekozen => Van is not null || Tot is not null || Organisatie.Length > 0 || Doel.Length > 0;

    /// <summary>To show the form with.</summary>
    public Formulier Formulier => new(Velden.ToDictionary(v => v.Key, v => v.Value!, StringComparer.Ordinal));

    private IEnumerable<KeyValuePair<string, string?>> Velden => new (string Naam, string? Waarde)[]
    {
        ("van", Van is null ? "" : $"{Van:yyyy-MM-dd}"), ("tot", Tot is null ? "" : $"{Tot:yyyy-MM-dd}"), ("organisatie", Organisatie), ("doel", Doel),
    }.Where(v => v.Waarde is { Length: > 0 }).Select(v => KeyValuePair.Create(v.Naam, v.Waarde));

    public static Gebruiksvraag Lees(Verzoek verzoek)
    {
        var query = verzoek.Http.Request.Query;
        return new(Dag(query["van"]), Dag(query["tot"]), query["organisatie"].ToString(), query["doel"].ToString(), (string?)query["na"] is { Length: > 0 } na ? na : null);
    }

    /// <summary>A page with this filter.</summary>
    public string Adres(string pad, string? na = null) => pad + QueryString.Create(na is null ? Velden : Velden.Append(KeyValuePair.Create("na", (string?)na)));

    public bool Past(Opvragen.Verwerking verwerking) =>
        (Organisatie.Length == 0 || (verwerking.Ontvanger ?? verwerking.Organisatie).Oin == Organisatie) && (Doel.Length == 0 || verwerking.Doel.Uri == Doel);

    private static DateOnly? Dag(string? tekst) => DateOnly.TryParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) ? dag : null;
}
