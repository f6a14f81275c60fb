namespace Meent.Services.Personen.Tabellen;

/// <summary>A table as the Landelijke tabellen API names it (its "Benodigde tabellen").</summary>
internal sealed record Landelijketabel(string Tabelidentificatie, string Omschrijving)
{
    private static readonly Dictionary<Tabel, Landelijketabel> Namen = new()
    {
        [Tabel.AanduidingBijHuisnummer] = new("Aanduiding_Bij_Huisnummer", "De aanduiding die wordt gebruikt voor adressen die geen straatnaam en huisnummeraanduidingen hebben, maar verwijzen naar een (verblijf)plaats in de buurt."),
        [Tabel.AdellijkeTitels] = new("Adellijke_Titel_Predicaat", "Adellijke titel/predicaat"),
        [Tabel.EuropeesKiesrecht] = new("Europees_Kiesrecht", "Aanduiding van het recht om deel te nemen aan verkiezingen binnen de Europese Unie."),
        [Tabel.FunctieAdres] = new("Functie_Adres", "Aanduiding van de functie van het adres."),
        [Tabel.Gemeenten] = new("Gemeenten", "Gemeenten"),
        [Tabel.Geslacht] = new("Geslacht", "Geeft aan wat het geslacht is van de persoon."),
        [Tabel.Gezagsverhoudingen] = new("Gezagsverhouding", "Gezagsverhouding"),
        [Tabel.Landen] = new("Landen", "Landen"),
        [Tabel.Naamgebruik] = new("Naamgebruik", "De manier waarop de geslachtsnaam van persoon en partner van persoon moet worden verwerkt in de manier waarop persoon wil worden aangesproken."),
        [Tabel.Nationaliteiten] = new("Nationaliteiten", "Nationaliteiten"),
        [Tabel.RedenOpnemenBeeindigen] = new("Reden_Nationaliteit", "Reden opnemen - beeindigen Nationaliteit"),
        [Tabel.RedenOpschorting] = new("Reden_Opschorting_Bijhouding", "Reden voor opschorting van de bijhouding."),
        [Tabel.SoortVerbintenis] = new("Soort_Verbintenis", "Soort verbintenis tussen de persoon en de partner die bij de burgerlijke stand is ingeschreven."),
        [Tabel.Verblijfstitels] = new("Verblijfstitel", "Verblijfstitel"),
    };

    public static IReadOnlyList<Landelijketabel> Alle { get; } = [.. Namen.Values.OrderBy(tabel => tabel.Tabelidentificatie, StringComparer.Ordinal)];

    private static readonly Dictionary<string, Tabel> Tabellen = Namen.ToDictionary(tabel => tabel.Value.Tabelidentificatie, tabel => tabel.Key, StringComparer.Ordinal);

    /// <summary>Null when there is no table of that name.</summary>
    public static Tabel? Vind(string tabelidentificatie) => Tabellen.TryGetValue(tabelidentificatie, out var tabel) ? tabel : null;
}
