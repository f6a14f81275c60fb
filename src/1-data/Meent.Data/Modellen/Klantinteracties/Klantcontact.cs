using System.Text.Json;

namespace Meent.Data.Modellen.Klantinteracties;

/// <summary>A contact between a customer and the municipality (Klantinteracties 0.9.0, schema Klantcontact).</summary>
public sealed record Klantcontact
{
    [Max(10), Patroon(@"^-?[0-9]+\z")] public string? Nummer { get; init; }
    [Max(10), Patroon(@"^-?[0-9]+\z")] public string? Referentienummer { get; init; }
    [Max(50), NietLeeg] public required string Kanaal { get; init; }
    [Max(200), NietLeeg] public required string Onderwerp { get; init; }
    [Max(1000)] public string Inhoud { get; init; } = "";
    [Max(4000)] public string Reactie { get; init; } = "";
    public bool? IndicatieContactGelukt { get; init; }
    [Url, Max(200)] public string HoofdOnderwerpType { get; init; } = "";
    public bool VerdereActieOndernomen { get; init; }
    [Max(3), NietLeeg] public required string Taal { get; init; }
    public required bool Vertrouwelijk { get; init; }
    public DateTimeOffset PlaatsgevondenOp { get; init; }

    /// <summary>Texts by name.</summary>
    public JsonElement Metadata { get; init; }
}

/// <summary>Who took part in a contact on the side of the customer, known as a partij or not (schema Betrokkene).</summary>
public sealed record Betrokkene
{
    public Verwijzing? WasPartij { get; init; }
    public required Verwijzing HadKlantcontact { get; init; }
    public Adres? Bezoekadres { get; init; }
    public Adres? Correspondentieadres { get; init; }
    public Contactnaam? Contactnaam { get; init; }
    [AlleenLezen] public string VolledigeNaam { get; init; } = "";
    [Keuze("vertegenwoordiger", "klant")] public required string Rol { get; init; }
    [Max(200)] public string Organisatienaam { get; init; } = "";
    public required bool Initiator { get; init; }
}

/// <summary>A document that says (a part of) what a contact was (schema Bijlage).</summary>
public sealed record Bijlage
{
    public Verwijzing? WasBijlageVanKlantcontact { get; init; }
    public Objectidentificator? Bijlageidentificator { get; init; }
}

/// <summary>What a contact was about: something elsewhere, such as a zaak, or another contact (schema Onderwerpobject).</summary>
public sealed record Onderwerpobject
{
    public Verwijzing? Klantcontact { get; init; }
    public Verwijzing? WasKlantcontact { get; init; }
    public Objectidentificator? Onderwerpobjectidentificator { get; init; }
}
