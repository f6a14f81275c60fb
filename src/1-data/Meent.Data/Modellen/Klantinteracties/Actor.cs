using System.Text.Json;
using System.Text.Json.Serialization;

namespace Meent.Data.Modellen.Klantinteracties;

/// <summary>Who or what works for the municipality (Klantinteracties 0.9.0, schema Actor and its three variants by soortActor).</summary>
public sealed record Actor
{
    [Max(200), NietLeeg] public required string Naam { get; init; }
    [Keuze("medewerker", "geautomatiseerde_actor", "organisatorische_eenheid")] public required string SoortActor { get; init; }
    public bool IndicatieActief { get; init; } = true;
    public Objectidentificator? Actoridentificator { get; init; }

    /// <summary>One of <see cref="Medewerker"/> and kin, by <see cref="SoortActor"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public JsonElement? ActorIdentificatie { get; init; }
}

public sealed record Medewerker
{
    [Max(40), NietLeeg] public required string Functie { get; init; }
    [Max(254), Patroon(Contactpatronen.Email)] public string Emailadres { get; init; } = "";
    [Max(20), NietLeeg, Patroon(Contactpatronen.Telefoon)] public required string Telefoonnummer { get; init; }
}

public sealed record GeautomatiseerdeActor
{
    [Max(40), NietLeeg] public required string Functie { get; init; }
    [Max(200)] public string Omschrijving { get; init; } = "";
}

public sealed record OrganisatorischeEenheid
{
    [Max(200)] public string Omschrijving { get; init; } = "";
    [Max(254), Patroon(Contactpatronen.Email)] public string Emailadres { get; init; } = "";
    [Max(20)] public string Faxnummer { get; init; } = "";
    [Max(20), Patroon(Contactpatronen.Telefoon)] public string Telefoonnummer { get; init; } = "";
}

/// <summary>That an actor took part in a contact (schema ActorKlantcontact).</summary>
public sealed record ActorKlantcontact
{
    public required Verwijzing Actor { get; init; }
    public required Verwijzing Klantcontact { get; init; }
}
