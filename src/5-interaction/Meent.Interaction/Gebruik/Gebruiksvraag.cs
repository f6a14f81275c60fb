using Meent.Interaction.Paginas;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Gebruik;

/// <summary>Which uses a resident wants to see: of a period, by an organisation, for a purpose. As it stands in the address, which holds no number of a person.</summary>
/// <param name="Organisatie">OIN of who used the data; empty for all.</param>
/// <param name="Doel">URI of the purpose; empty for all.</param>
/// <param name="Na">Cursor of the logbook; null for the newest.</param>
/// <param name="Formulier">To show the form with, and what is wrong with the period.</param>
internal sealed record Gebruiksvraag(DateOnly? Van, DateOnly? Tot, string Organisatie, string Doel, string? Na, Formulier Formulier)
{
    public bool IsGekozen => Velden.Any() || !Formulier.IsGoed;

    private IEnumerable<KeyValuePair<string, string?>> Velden => new (string Naam, string? Waarde)[]
    {
        ("van", Van is null ? "" : $"{Van:yyyy-MM-dd}"), ("tot", Tot is null ? "" : $"{Tot:yyyy-MM-dd}"), ("organisatie", Organisatie), ("doel", Doel),
    }.Where(v => v.Waarde is { Length: > 0 }).Select(v => KeyValuePair.Create(v.Naam, v.Waarde));

    public static Gebruiksvraag Lees(Verzoek verzoek)
    {
        var formulier = new Formulier(verzoek.Http.Request.Query.ToDictionary(v => v.Key, v => v.Value.ToString().Trim(), StringComparer.Ordinal));
        var (van, tot) = (Dag("van"), Dag("tot"));
        if (van > tot) formulier.Fout("tot", verzoek.T["Kies een dag die niet voor de eerste dag ligt.", "Choose a day that is not before the first day."]);
        var vraag = new Gebruiksvraag(van, tot, formulier["organisatie"], formulier["doel"], formulier["na"] is { Length: > 0 } na ? na : null, formulier);
        // A date field takes a day in one way only.
        return formulier.IsGoed ? vraag with { Formulier = new Formulier(vraag.Velden.ToDictionary(v => v.Key, v => v.Value!, StringComparer.Ordinal)) } : vraag;

        DateOnly? Dag(string veld) => formulier[veld].Length == 0 ? null : formulier.Datum(veld, verzoek.T["Vul een datum in, zoals 31-12-2026.", "Fill in a date, such as 31-12-2026."]);
    }

    /// <summary>A page with this filter.</summary>
    public string Adres(string pad, string? na = null) => pad + QueryString.Create(na is null ? Velden : Velden.Append(KeyValuePair.Create("na", (string?)na)));

    public bool Past(Opvragen.Verwerking verwerking) =>
        (Organisatie.Length == 0 || (verwerking.Ontvanger ?? verwerking.Organisatie).Oin == Organisatie) && (Doel.Length == 0 || verwerking.Doel.Uri == Doel);
}
