namespace Meent.Services.Huishoudboekje.Afschriften;

/// <summary>A bank statement as it was read, in whatever format and dialect the bank sent it. Amounts are cents; money out is negative.</summary>
internal sealed record Afschrift(
    string Rekening, string? Kenmerk, string? Volgnummer, Saldo? Begin, Saldo? Eind, IReadOnlyList<Bankregel> Regels)
{
    /// <summary>What the closing balance differs from opening plus lines; null when the statement does not state both.</summary>
    public long? Verschil => Begin is { } begin && Eind is { } eind ? checked(eind.Cent - begin.Cent - Regels.Sum(r => r.Cent)) : null;
}

internal readonly record struct Saldo(long Cent, DateOnly? Datum);

/// <summary>One movement on the account: a batch with details that add up counts as its details.</summary>
internal sealed record Bankregel(long Cent, DateOnly Boekdatum, DateOnly Valutadatum)
{
    public string? Tegenrekening { get; init; }

    public string? Tegennaam { get; init; }

    public string Omschrijving { get; init; } = "";

    public string? EndToEndId { get; init; }

    public string? Machtiging { get; init; }

    public string? Bankkenmerk { get; init; }

    public bool Storno { get; init; }
}

/// <summary>Why a file cannot be read as a statement; the text is for the employee who offered it.</summary>
internal sealed class LeesfoutException(string melding) : Exception(melding);
