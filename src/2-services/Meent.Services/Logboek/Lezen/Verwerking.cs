using Meent.Services.Verwerkingsregister;

namespace Meent.Services.Logboek.Lezen;

/// <summary>One use of a resident's data, in what they may know of it.</summary>
/// <param name="Handeling">What was done.</param>
/// <param name="Gegevens">Which data, as far as the record tells.</param>
/// <param name="Ontvanger">The organisation that asked for the data, when it was another one.</param>
/// <param name="TraceId">Joins it with the records of other organisations.</param>
internal sealed record Verwerking(
    DateTimeOffset Tijdstip,
    string Handeling,
    Partij Organisatie,
    Verwerkingsdoel Doel,
    IReadOnlyList<string> Gegevens,
    Partij? Ontvanger,
    string? DoelOntvanger,
    bool Mislukt,
    string TraceId);

internal sealed record Partij(string Naam, string? Oin);

/// <summary>The purpose as the register had it at that time; only its URI when the register does not know it.</summary>
internal sealed record Verwerkingsdoel(
    string Uri, string? Naam, string? Omschrijving, Grondslag? Grondslag, string? ToelichtingGrondslag, string? Bewaartermijn);
