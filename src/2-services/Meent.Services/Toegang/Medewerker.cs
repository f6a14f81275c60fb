namespace Meent.Services.Toegang;

/// <summary>An employee as the API answers: with what they may do today.</summary>
/// <param name="Id">As in the <c>sub</c> of the employees' identity provider.</param>
/// <param name="Actief">Whoever left keeps their entry, for the records that name them, and has no right.</param>
/// <param name="Rechten">By role and by the mandates that hold today; none for who left.</param>
/// <param name="Caseload">What is assigned to them: numbers of zaken or registrations.</param>
internal sealed record Medewerker(
    string Id, string Naam, bool Actief, IReadOnlyList<string> Rollen, IReadOnlyList<string> Rechten, IReadOnlyList<Mandaat> Mandaten, IReadOnlyList<string> Caseload);

/// <summary>A right beside those of the roles, for a time (Awb art. 10:3).</summary>
/// <param name="GeldigTot">Last day; open without.</param>
internal sealed record Mandaat(string Recht, DateOnly GeldigVan, DateOnly? GeldigTot)
{
    public bool GeldtOp(DateOnly dag) => GeldigVan <= dag && (GeldigTot is null || dag <= GeldigTot);
}

internal sealed record Rol(string Naam, IReadOnlyList<string> Rechten);

/// <summary>What an administrator sends to enter or change an employee.</summary>
internal sealed record Medewerkerinvoer(string? Naam, bool? Actief, IReadOnlyList<string>? Rollen, IReadOnlyList<Mandaat>? Mandaten);

/// <param name="Zaak">Number of a zaak or registration.</param>
internal sealed record Caseloadinvoer(string? Zaak);
