using System.Text.Json;
using System.Text.Json.Serialization;

namespace Meent.Data.Modellen.Klantinteracties;

/// <summary>A person or organisation that the municipality has to do with (Klantinteracties 0.9.0, schema Partij and its three variants by soortPartij).</summary>
public sealed record Partij
{
    [Max(10), Patroon(@"^-?[0-9]+\z")] public string? Nummer { get; init; }
    [Max(1000)] public string InterneNotitie { get; init; } = "";
    [AlleenInvoer] public IReadOnlyList<Verwijzing>? DigitaleAdressen { get; init; }
    public Verwijzing? VoorkeursDigitaalAdres { get; init; }
    [AlleenInvoer] public IReadOnlyList<Verwijzing>? Rekeningnummers { get; init; }
    public Verwijzing? VoorkeursRekeningnummer { get; init; }
    [AlleenInvoer] public IReadOnlyList<PartijIdentificator>? PartijIdentificatoren { get; init; }
    [Keuze("persoon", "organisatie", "contactpersoon")] public required string SoortPartij { get; init; }
    public bool? IndicatieGeheimhouding { get; init; }
    [Max(3)] public string Voorkeurstaal { get; init; } = "";
    public required bool IndicatieActief { get; init; }
    public Adres? Bezoekadres { get; init; }
    public Adres? Correspondentieadres { get; init; }

    /// <summary>One of <see cref="Persoon"/> and kin, by <see cref="SoortPartij"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public JsonElement? PartijIdentificatie { get; init; }
}

public sealed record Persoon
{
    public Contactnaam? Contactnaam { get; init; }
    [AlleenLezen] public string VolledigeNaam { get; init; } = "";
}

public sealed record Organisatie
{
    [Max(200)] public string Naam { get; init; } = "";
}

public sealed record Contactpersoon
{
    public Guid? Uuid { get; init; }

    /// <summary>A partij that is an organisatie.</summary>
    public Verwijzing? WerkteVoorPartij { get; init; }
    public Contactnaam? Contactnaam { get; init; }
    [AlleenLezen] public string VolledigeNaam { get; init; } = "";
}

/// <summary>That one partij acts for another (schema Vertegenwoordigden).</summary>
public sealed record Vertegenwoordiging
{
    public required Verwijzing VertegenwoordigendePartij { get; init; }
    public required Verwijzing VertegenwoordigdePartij { get; init; }
}
