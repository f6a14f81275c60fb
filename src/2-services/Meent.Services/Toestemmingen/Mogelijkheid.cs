namespace Meent.Services.Toestemmingen;

/// <summary>What a resident can consent to: the register says so, nothing else does.</summary>
/// <param name="Activiteit">URI of the activity in the own register, whose ground is consent.</param>
/// <param name="Naam">Of the activity.</param>
/// <param name="Ontvanger">OIN of who would use the data.</param>
/// <param name="Doel">URI of the purpose in the register of that organisation.</param>
/// <param name="Gegevens">What can be chosen: <c>verhuur:registraties</c>.</param>
internal sealed record Mogelijkheid(string Activiteit, string Naam, string Omschrijving, string? ToelichtingGrondslag, string Ontvanger, string Doel, IReadOnlyList<string> Gegevens);

/// <summary>A purpose that can be used only for who consents, as the source holds a caller to it.</summary>
/// <param name="Ontvanger">OIN of who asks.</param>
/// <param name="Doel">URI of its purpose.</param>
/// <param name="Mogelijkheid">Null when the own register has nothing for it now: then nobody's data is given.</param>
internal sealed record Toestemmingsbereik(string Ontvanger, string Doel, Mogelijkheid? Mogelijkheid);

/// <summary>Stands with an endpoint that gives data only of who consented, or none of persons. All others refuse a purpose whose ground is consent.</summary>
internal sealed record KentToestemming;
