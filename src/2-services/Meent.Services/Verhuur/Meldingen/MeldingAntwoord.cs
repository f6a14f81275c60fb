using System.Globalization;
using Meent.Services.EigenApi;
using Meent.Standards.Organisaties;

namespace Meent.Services.Verhuur.Meldingen;

/// <summary>A report as callers see it.</summary>
/// <param name="NachtenOver">By calendar year; a year without a maximum is absent. Only with an answer to a change, or for one report.</param>
internal sealed record MeldingAntwoord(
    string Url,
    Guid Id,
    string Registratienummer,
    string AdresseerbaarObjectIdentificatie,
    DateOnly Aankomst,
    DateOnly Vertrek,
    int Gasten,
    int Nachten,
    Meldingstatus Status,
    IReadOnlyDictionary<string, int>? NachtenOver,
    DateTimeOffset IngediendOp,
    DateTimeOffset? GewijzigdOp,
    DateTimeOffset? GeannuleerdOp,
    string? RedenAnnulering)
{
    public static MeldingAntwoord Van(Melding melding, Organisatie organisatie, DateOnly vandaag, IReadOnlyList<Jaartelling>? telling = null) => new(
        organisatie.Url(Links.Melding(melding.Id)),
        melding.Id,
        melding.Registratienummer,
        melding.AdresseerbaarObjectIdentificatie,
        melding.Aankomst,
        melding.Vertrek,
        melding.Gasten,
        melding.Verblijf.Nachten,
        melding.Status(vandaag),
        telling?.Where(jaar => jaar.Over is not null).ToDictionary(jaar => jaar.Jaar.ToString(CultureInfo.InvariantCulture), jaar => jaar.Over!.Value),
        melding.IngediendOp,
        melding.GewijzigdOp,
        melding.Annulering?.Op,
        melding.Annulering?.Reden);

    /// <summary>The status follows from the calendar, so it is part of what a caller has seen.</summary>
    public static string ETag(Melding melding, DateOnly vandaag) => $"\"{melding.Id:n}-{melding.Version}-{melding.Status(vandaag).Woord()}\"";
}
