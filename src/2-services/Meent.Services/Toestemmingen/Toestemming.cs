namespace Meent.Services.Toestemmingen;

/// <summary>Consent of one person to the use of their own data by an organisation, for a purpose and a period.</summary>
/// <param name="Activiteit">URI of the activity in the own register whose ground it is.</param>
/// <param name="Ontvanger">OIN of who may use the data.</param>
/// <param name="Doel">URI of the purpose in the register of that organisation.</param>
/// <param name="Gegevens">As the register has them: <c>verhuur:registraties</c>.</param>
/// <param name="Einde">From when it holds no longer.</param>
/// <param name="Beeindigd">From when it was withdrawn, or another took its place; null when neither was.</param>
internal sealed record Toestemming(
    Guid Id, string Bsn, string Activiteit, string Ontvanger, string Doel, IReadOnlyList<string> Gegevens, DateTimeOffset Begin, DateTimeOffset Einde, DateTimeOffset Gegeven,
    DateTimeOffset? Beeindigd = null);
