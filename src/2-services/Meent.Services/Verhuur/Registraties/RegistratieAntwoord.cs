using Meent.Standards.Organisaties;

namespace Meent.Services.Verhuur.Registraties;

/// <summary>A registration as callers see it.</summary>
/// <param name="Weergave">The number in groups of four, as it stands in an advertisement.</param>
/// <param name="Verhuurder">Absent after the retention period.</param>
internal sealed record RegistratieAntwoord(
    string Url,
    string Registratienummer,
    string Weergave,
    string Gemeentecode,
    Registratiestatus Status,
    Verhuurder? Verhuurder,
    string AdresseerbaarObjectIdentificatie,
    string NummeraanduidingIdentificatie,
    Deel Deel,
    Gebruik Gebruik,
    int Slaapplaatsen,
    int MaximumGasten,
    string? Eenheidsnaam,
    string Voorwaardenversie,
    string Regels,
    DateTimeOffset AangemaaktOp,
    DateTimeOffset? BeeindigdOp)
{
    public static RegistratieAntwoord Van(Registratie registratie, Organisatie organisatie)
    {
        _ = Registraties.Registratienummer.TryParse(registratie.Registratienummer, out var nummer);
        return new(
            organisatie.Url(Links.Registratie(nummer.Waarde)),
            nummer.Waarde,
            nummer.Weergave,
            nummer.Gemeentecode,
            registratie.Status,
            registratie.Verhuurder,
            registratie.AdresseerbaarObjectIdentificatie,
            registratie.NummeraanduidingIdentificatie,
            registratie.Deel,
            registratie.Gebruik,
            registratie.Slaapplaatsen,
            registratie.MaximumGasten,
            registratie.Eenheidsnaam,
            registratie.Voorwaardenversie,
            organisatie.Url(Links.Regelset(registratie.Regelset)),
            registratie.AangemaaktOp,
            registratie.BeeindigdOp);
    }

    public static string ETag(Registratie registratie) => $"\"{registratie.Id:n}-{registratie.Version}\"";
}
