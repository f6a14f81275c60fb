namespace Meent.Services.Huishoudboekje.Betaalruns;

internal enum Runstatus
{
    /// <summary>Made by one employee; nothing can be paid yet.</summary>
    Voorgesteld,

    /// <summary>Released by another; the file can go to the bank.</summary>
    Vrijgegeven,
    Vervallen,
}

/// <summary>Payments of a period, from one account of the municipality.</summary>
/// <param name="Van">First day on which money goes.</param>
internal sealed record Betaalrun(Guid Id, string Iban, DateOnly Van, DateOnly Tot, Runstatus Status, string GemaaktDoor, DateTimeOffset GemaaktOp) : IRij
{
    public static string Tabel => "huishoudboekje_betaalruns";

    public string? VrijgegevenDoor { get; init; }

    public DateTimeOffset? VrijgegevenOp { get; init; }

    /// <summary>Of the message to the bank, which refuses one that it had before.</summary>
    public string Kenmerk => Id.ToString("N");
}

internal enum Betalingstatus
{
    Voorgesteld,

    /// <summary>Not to be paid as it is: the account was not confirmed, or the balance and what may be paid ahead are too small.</summary>
    Geblokkeerd,

    /// <summary>In a file for the bank.</summary>
    Vrijgegeven,

    /// <summary>On a statement.</summary>
    Uitgevoerd,

    /// <summary>The bank refused it.</summary>
    Geweigerd,
    Vervallen,
}

/// <summary>One planned day of one agreement.</summary>
internal sealed record Betaling
{
    public required Guid Id { get; init; }

    public required Guid Run { get; init; }

    public required Guid Deelnemer { get; init; }

    public required Guid Afspraak { get; init; }

    /// <summary>Day of the schedule; <see cref="Uitvoering"/> is the bank day for it.</summary>
    public required DateOnly Gepland { get; init; }

    public required DateOnly Uitvoering { get; init; }

    public required long Cent { get; init; }

    public required string Naam { get; init; }

    public required string Iban { get; init; }

    public required string Omschrijving { get; init; }

    public Betalingstatus Status { get; init; }

    /// <summary>Why it is blocked or refused.</summary>
    public string? Reden { get; init; }

    /// <summary>The line of the bank that settled it.</summary>
    public Guid? Bankregel { get; init; }

    /// <summary>EndToEndId.</summary>
    public string Kenmerk => Id.ToString("N");
}
