namespace Meent.Services.Personen.Tabellen;

/// <summary>An adellijke titel or predicaat (landelijke tabel 38), with the words that the sex of the bearer calls for.</summary>
/// <param name="Rang">How its bearer is addressed: <c>Hoogwelgeboren</c>, <c>Hooggeboren</c> or, for princes, <c>Hoogheid</c>.</param>
internal sealed record AdellijkeTitel(string Code, string Omschrijving, bool IsPredicaat, string Man, string? Vrouw, string Rang)
{
    private const string Hoogheid = "Hoogheid";

    private static readonly Dictionary<string, AdellijkeTitel> Alle = new AdellijkeTitel[]
    {
        new("B", "baron", false, "baron", "barones", "Hoogwelgeboren"),
        new("BS", "barones", false, "baron", "barones", "Hoogwelgeboren"),
        new("G", "graaf", false, "graaf", "gravin", "Hooggeboren"),
        new("GI", "gravin", false, "graaf", "gravin", "Hooggeboren"),
        new("H", "hertog", false, "hertog", "hertogin", "Hoogwelgeboren"),
        new("HI", "hertogin", false, "hertog", "hertogin", "Hoogwelgeboren"),
        new("JH", "jonkheer", true, "jonkheer", "jonkvrouw", "Hoogwelgeboren"),
        new("JV", "jonkvrouw", true, "jonkheer", "jonkvrouw", "Hoogwelgeboren"),
        new("M", "markies", false, "markies", "markiezin", "Hoogwelgeboren"),
        new("MI", "markiezin", false, "markies", "markiezin", "Hoogwelgeboren"),
        new("P", "prins", false, "prins", "prinses", Hoogheid),
        new("PS", "prinses", false, "prins", "prinses", Hoogheid),
        new("R", "ridder", false, "ridder", null, "Hoogwelgeboren"),
    }.ToDictionary(t => t.Code, StringComparer.Ordinal);

    /// <summary>Table 38 as it is told to others.</summary>
    public static IEnumerable<Tabelwaarde> Waarden => Alle.Values.Select(titel => new Tabelwaarde(titel.Code, titel.Omschrijving));

    public string Soort => IsPredicaat ? "predicaat" : "titel";

    /// <summary>A woman may carry the title of her partner as a courtesy, if the title of a man passes to his wife.</summary>
    public bool IsHoffelijkheidstitel => Code is "B" or "G" or "H" or "M" or "P";

    public static AdellijkeTitel? Vind(string? code) => code is null ? null : Alle.GetValueOrDefault(code);

    /// <summary>The title before a surname; empty when the language has no form for the sex.</summary>
    public string Woord(string? geslacht) => geslacht switch { "M" => Man, "V" => Vrouw ?? "", _ => "" };

    /// <summary>The title in the full name: there the form that is registered is used when the sex has none.</summary>
    public string WoordInVolledigeNaam(string? geslacht) => Woord(geslacht) is { Length: > 0 } woord ? woord : Omschrijving;

    /// <summary>The salutation of a letter; null when there is none for the sex.</summary>
    public string? Aanhef(string? geslacht) => (Rang, geslacht) switch
    {
        (Hoogheid, "M" or "V" or "O") => Hoogheid,
        (_, "M") => $"{Rang} heer",
        (_, "V") => $"{Rang} vrouwe",
        _ => null,
    };

    /// <summary>The line above the name in an address.</summary>
    public string? Aanspreekvorm(string? geslacht) =>
        (geslacht == "V" && Vrouw is null) || Aanhef(geslacht) is not { } aanhef
            ? null
            : $"De {char.ToLowerInvariant(aanhef[0])}{aanhef[1..]}";
}
