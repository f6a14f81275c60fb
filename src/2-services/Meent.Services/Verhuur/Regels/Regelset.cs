namespace Meent.Services.Verhuur.Regels;

/// <summary>One version of the municipality's rules for tourist rental (Huisvestingswet 2014, art. 23a-23c).</summary>
/// <param name="GeldigVan">First night that it rules.</param>
/// <param name="Versie">Serial number; of two versions from the same day, the later one counts.</param>
/// <param name="Registratieplicht">An offer must bear a registration number (art. 23a).</param>
/// <param name="Meldplicht">Every stay is reported before it starts (art. 23b).</param>
/// <param name="MaxNachtenPerKalenderjaar">Nachtencriterium (art. 23b); null sets no limit.</param>
/// <param name="MaxPersonen">Guests at the same time; null sets no limit.</param>
/// <param name="Voorwaardenversie">Version of the terms that a host agrees with.</param>
internal sealed record Regelset(
    Guid Id,
    int Versie,
    DateOnly GeldigVan,
    bool Registratieplicht,
    bool Meldplicht,
    int? MaxNachtenPerKalenderjaar,
    int? MaxPersonen,
    string Voorwaardenversie);
