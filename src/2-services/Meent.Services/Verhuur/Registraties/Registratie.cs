using System.Text.Json.Serialization;

namespace Meent.Services.Verhuur.Registraties;

/// <summary>Who lets the dwelling: a resident or a company. Name and address stay at their source and are asked there.</summary>
internal sealed record Verhuurder(string? Burgerservicenummer, string? KvkNummer)
{
    public const string Bsn = "bsn";
    public const string Kvk = "kvk";

    [JsonIgnore]
    public string Soort => Burgerservicenummer is null ? Kvk : Bsn;

    [JsonIgnore]
    public string Nummer => Burgerservicenummer ?? KvkNummer ?? "";

    public static Verhuurder? Van(string? soort, string? nummer) => nummer is null ? null : soort == Bsn ? new(nummer, null) : new(null, nummer);

    // A record prints its fields; a BSN must not reach a log by accident.
    public override string ToString() => Soort;
}

internal enum Deel
{
    Geheel,
    Gedeelte,
}

internal enum Gebruik
{
    Hoofdverblijf,
    TweedeWoning,
    Anders,
}

internal enum Registratiestatus
{
    Actief,

    /// <summary>Withdrawn by the host.</summary>
    Ingetrokken,

    /// <summary>Holds; the host is asked to correct the declaration.</summary>
    Herstelverzoek,

    /// <summary>Holds; the host was told that it will be suspended.</summary>
    Voornemen,

    /// <summary>Does not hold for now.</summary>
    Opgeschort,

    /// <summary>Struck off by the municipality.</summary>
    Doorgehaald,
}

/// <summary>Permission to offer one unit at one address, with the number that every offer bears (R7).</summary>
internal sealed record Registratie
{
    public required Guid Id { get; init; }
    public required string Registratienummer { get; init; }

    /// <summary>Null after the retention period (VV-12).</summary>
    public Verhuurder? Verhuurder { get; init; }

    /// <summary>BAG verblijfsobject, ligplaats or standplaats: the dwelling on which nights are counted.</summary>
    public required string AdresseerbaarObjectIdentificatie { get; init; }
    public required string NummeraanduidingIdentificatie { get; init; }
    public required Deel Deel { get; init; }
    public required Gebruik Gebruik { get; init; }
    public required int Slaapplaatsen { get; init; }
    public required int MaximumGasten { get; init; }

    /// <summary>Tells several units at one address apart.</summary>
    public string? Eenheidsnaam { get; init; }
    public required DateTimeOffset AangemaaktOp { get; init; }

    /// <summary>The version of the rules under which the number was issued (VV-13).</summary>
    public required Guid Regelset { get; init; }
    public required string Voorwaardenversie { get; init; }
    public Registratiestatus Status { get; init; }
    public DateTimeOffset? BeeindigdOp { get; init; }

    /// <summary>Whether offers may bear the number: until it is suspended or ended.</summary>
    [JsonIgnore]
    public bool IsGeldig => Status is Registratiestatus.Actief or Registratiestatus.Herstelverzoek or Registratiestatus.Voornemen;

    [JsonIgnore]
    public bool IsBeeindigd => Status is Registratiestatus.Ingetrokken or Registratiestatus.Doorgehaald;

    /// <summary>Serial number of the last change; not part of the body.</summary>
    [JsonIgnore]
    public long Version { get; init; } = 1;

    /// <summary>How units are compared: case and spacing of a name make no other unit.</summary>
    [JsonIgnore]
    public string Eenheid => string.Join(' ', (Eenheidsnaam ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
