using Meent.Data.Modellen.Klantinteracties;

namespace Meent.Data.Modellen.Contactgegevens;

/// <summary>An organisation as it is registered (Contactgegevens 1.1.1, schema Organisatie).</summary>
public sealed record Organisatie
{
    [Max(255), NietLeeg] public required string Handelsnaam { get; init; }
    public DateOnly? Oprichtingsdatum { get; init; }
    public DateOnly? Opheffingsdatum { get; init; }
    public Adres? Adres { get; init; }
}

/// <summary>A person as registered (Contactgegevens 1.1.1, schema Persoon).</summary>
public sealed record Persoon
{
    public required DateOnly Geboortedatum { get; init; }
    public DateOnly? Overlijdensdatum { get; init; }
    [Max(200), NietLeeg] public required string Geslachtsnaam { get; init; }
    [Keuze("m", "v", "o", "")] public string Geslacht { get; init; } = "";
    [Max(10)] public string Voorvoegsel { get; init; } = "";
    [Max(200)] public string Voornamen { get; init; } = "";
    public Adres? Adres { get; init; }
}
