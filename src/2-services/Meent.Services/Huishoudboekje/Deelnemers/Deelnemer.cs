using System.Globalization;

namespace Meent.Services.Huishoudboekje.Deelnemers;

internal enum Deelnemerstatus
{
    /// <summary>The agreement was signed; it begins later.</summary>
    Aangemeld,
    Actief,
    Beeindigd,
}

/// <summary>Why it ended.</summary>
internal enum Eindreden
{
    /// <summary>The resident manages alone again.</summary>
    Zelfstandig,
    OpVerzoek,
    Verhuisd,
    Overleden,
    Doorverwezen,
}

/// <summary>A resident whose income the municipality receives. Of the person only the BSN is kept; the rest is asked at the source.</summary>
internal sealed record Deelnemer : IRij
{
    public static string Tabel => "huishoudboekje_deelnemers";

    public required Guid Id { get; init; }

    /// <summary>On letters and payments, instead of anything that says who it is.</summary>
    public required string Nummer { get; init; }

    public required string Burgerservicenummer { get; init; }

    /// <summary>Who share money; not always who share an address.</summary>
    public required Guid Huishouden { get; init; }

    /// <summary>The employee whose caseload it is.</summary>
    public string? Consulent { get; init; }

    public required DateOnly Begin { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? Einde { get; init; }

    public Eindreden? Eindreden { get; init; }

    /// <summary>When the resident signed to take part. Without it nobody's income is received.</summary>
    public required DateOnly OvereenkomstGetekendOp { get; init; }

    /// <summary>When the resident signed that the municipality may pay.</summary>
    public required DateOnly MachtigingGetekendOp { get; init; }

    /// <summary>How far the municipality may pay ahead for this resident, in cents.</summary>
    public long VoorschotCent { get; init; }

    /// <summary>Whether a balance below zero is a signal.</summary>
    public bool Saldowaarschuwing { get; init; } = true;

    /// <summary>The zaak of the participation, with its documents and decisions.</summary>
    public string? Zaak { get; init; }

    public Deelnemerstatus Status(DateOnly vandaag) =>
        Einde < vandaag ? Deelnemerstatus.Beeindigd : Begin > vandaag ? Deelnemerstatus.Aangemeld : Deelnemerstatus.Actief;

    public static string MaakNummer(long volgnummer) => string.Create(CultureInfo.InvariantCulture, $"HHB{volgnummer:000000}");

    // A record prints its fields; a BSN must not reach a log by accident.
    public override string ToString() => Nummer;
}
