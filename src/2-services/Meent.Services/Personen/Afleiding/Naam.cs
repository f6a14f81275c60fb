using Meent.Services.Personen.Lijst;
using Meent.Services.Personen.Tabellen;

namespace Meent.Services.Personen.Afleiding;

/// <summary>A name as registered (group 02), of the person or of someone on the persoonslijst.</summary>
internal sealed record Naam(string? Voornamen, string? Voorvoegsel, string? Geslachtsnaam, AdellijkeTitel? Titel)
{
    private const string Onbekend = ".";

    public static Naam Van(Voorkomen voorkomen) => new(
        Bekend(voorkomen["0210"]), voorkomen["0230"], Bekend(voorkomen["0240"]), AdellijkeTitel.Vind(voorkomen["0220"]));

    /// <summary>Voorvoegsel and geslachtsnaam; empty when the surname is not known.</summary>
    public string Achternaam => Geslachtsnaam is null ? "" : Samen(Voorvoegsel, Geslachtsnaam);

    /// <summary>First letters with a point; a first name of one letter stays without.</summary>
    public string? Voorletters => Voornamen is null
        ? null
        : string.Concat(Voornamen.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => n.Length > 1 ? $"{n[0]}." : n + " ")).Trim();

    /// <summary>Predicaat, voornamen, titel, voorvoegsel and geslachtsnaam; null when nothing of it is known.</summary>
    public string? VolledigeNaam(string? geslacht)
    {
        var titel = Titel?.WoordInVolledigeNaam(geslacht);
        var naam = Titel is { IsPredicaat: true }
            ? Samen(titel, Voornamen, Voorvoegsel, Geslachtsnaam)
            : Samen(Voornamen, titel, Voorvoegsel, Geslachtsnaam);
        return naam.Length == 0 ? null : naam;
    }

    /// <summary>The parts that are there, with one space between.</summary>
    public static string Samen(params ReadOnlySpan<string?> delen) =>
        string.Join(' ', string.Join(' ', delen!).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string? Bekend(string? waarde) => waarde == Onbekend ? null : waarde;
}
