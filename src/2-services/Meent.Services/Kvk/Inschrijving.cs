namespace Meent.Services.Kvk;

/// <summary>An inschrijving of the handelsregister with all that the KVK API's tell of it, in their words.</summary>
internal sealed record Inschrijving
{
    public required string KvkNummer { get; init; }
    public string? Rsin { get; init; }
    public required string Rechtsvorm { get; init; }
    public string? UitgebreideRechtsvorm { get; init; }
    public string? IndNonMailing { get; init; }
    public required string Naam { get; init; }
    public string? StatutaireNaam { get; init; }
    public string? OokGenoemd { get; init; }

    /// <summary>Names of before, by which it is still found.</summary>
    public IReadOnlyList<string>? VervallenNamen { get; init; }

    public required string FormeleRegistratiedatum { get; init; }
    public required MaterieleRegistratie MaterieleRegistratie { get; init; }
    public string? DatumUitschrijving { get; init; }
    public int? TotaalWerkzamePersonen { get; init; }
    public IReadOnlyList<Handelsnaam>? Handelsnamen { get; init; }
    public IReadOnlyList<SbiActiviteit>? SbiActiviteiten { get; init; }

    /// <summary>Of the owner; told when there are no vestigingen.</summary>
    public IReadOnlyList<Adres>? Adressen { get; init; }
    public IReadOnlyList<string>? Websites { get; init; }

    /// <summary>Of the persons who are the company, when it is no rechtspersoon. Kept for their record, and never told: the API's have no such member.</summary>
    public IReadOnlyList<string>? Burgerservicenummers { get; init; }

    public IReadOnlyList<Vestiging>? Vestigingen { get; init; }

    /// <summary>Of a company without legal personality everything is about its owners.</summary>
    internal bool IsVanPersonen => Kvkregels.VanPersonen.Contains(Rechtsvorm);

    internal Vestiging? Hoofdvestiging => Vestigingen?.FirstOrDefault(vestiging => vestiging.IsHoofd);
}

/// <summary>What is kept of a vestiging.</summary>
internal sealed record Vestiging : Vestigingsgegevens;

internal abstract record Vestigingsgegevens
{
    public required string Vestigingsnummer { get; init; }
    public string? IndNonMailing { get; init; }
    public required string FormeleRegistratiedatum { get; init; }
    public required MaterieleRegistratie MaterieleRegistratie { get; init; }
    public required string EersteHandelsnaam { get; init; }
    public required string IndHoofdvestiging { get; init; }
    public required string IndCommercieleVestiging { get; init; }
    public int? VoltijdWerkzamePersonen { get; init; }
    public int? TotaalWerkzamePersonen { get; init; }
    public int? DeeltijdWerkzamePersonen { get; init; }
    public IReadOnlyList<Handelsnaam>? Handelsnamen { get; init; }
    public IReadOnlyList<Adres>? Adressen { get; init; }
    public IReadOnlyList<string>? Websites { get; init; }
    public IReadOnlyList<SbiActiviteit>? SbiActiviteiten { get; init; }

    internal bool IsHoofd => IndHoofdvestiging == Kvkregels.Ja;

    internal bool IsCommercieel => IndCommercieleVestiging == Kvkregels.Ja;
}

/// <param name="DatumAanvang">Year, month and day without anything between them, zeros for what is not known.</param>
internal sealed record MaterieleRegistratie(string DatumAanvang, string? DatumEinde = null);

internal sealed record Handelsnaam(string Naam, int Volgorde);

internal sealed record SbiActiviteit(string SbiCode, string SbiOmschrijving, string IndHoofdactiviteit);
