namespace Meent.Data.Modellen.Klantinteracties;

/// <summary>Where a person or organisation can be reached: e-mail, telephone, something else (Klantinteracties 0.9.0, schema DigitaalAdres).</summary>
public sealed record DigitaalAdres
{
    public Verwijzing? VerstrektDoorBetrokkene { get; init; }
    public Verwijzing? VerstrektDoorPartij { get; init; }
    [Max(80), NietLeeg] public required string Adres { get; init; }
    [Keuze("email", "telefoonnummer", "overig")] public required string SoortDigitaalAdres { get; init; }
    public bool IsStandaardAdres { get; init; }
    [Max(40)] public string Omschrijving { get; init; } = "";
    [Max(50), Patroon(@"^[-a-zA-Z0-9_]+\z")] public string Referentie { get; init; } = "";
    public DateOnly? VerificatieDatum { get; init; }
}

/// <summary>A bank account (schema Rekeningnummer).</summary>
public sealed record Rekeningnummer
{
    public Verwijzing? Partij { get; init; }
    [Max(34), NietLeeg, Patroon(@"^[A-Za-z]{2}[0-9]{2}[A-Za-z0-9]{1,30}\z")] public required string Iban { get; init; }
    [Max(11), Patroon(@"^\S{8,11}\z")] public string Bic { get; init; } = "";
}
