using Meent.Interaction.Opvragen;
using Meent.Interaction.Taal;
using Meent.Interaction.Toegang;

namespace Meent.Interaction.Zaken;

/// <summary>A zaak as its page shows it, and as its handelingen judge it.</summary>
/// <param name="Statustypen">Of its zaaktype, in order.</param>
/// <param name="Statussen">That it got.</param>
internal sealed record Zaakbeeld(Zaak Zaak, Zaaktype Zaaktype, IReadOnlyList<Statustype> Statustypen, IReadOnlyList<Zaakstatus> Statussen, Termijn Termijn)
{
    public Statustype? Status => Zaak.Uit?.Status is { Statustype: { } url } ? Statustypen.FirstOrDefault(s => s.Url == url) : null;

    public Statustype? Eindstatus => Statustypen.FirstOrDefault(s => s.IsEindstatus);

    /// <summary>All that can be set without ending the zaak, the one after the current first.</summary>
    public IReadOnlyList<Statustype> Volgende => [.. Statustypen
        .Where(s => !s.IsEindstatus && s.Url != Status?.Url)
        .OrderBy(s => s.Volgnummer < (Status?.Volgnummer ?? 0)).ThenBy(s => s.Volgnummer)];

    public Resultaattype? Resultaat => Zaak.Uit?.Resultaat is { Url: not null } resultaat ? resultaat.Uit?.Resultaattype ?? new(null, "", null, null, null, null, null, null) : null;

    public IReadOnlyList<Zaakrol> Rollen => Zaak.Uit?.Rollen ?? [];

    public IReadOnlyList<Zaakdocument> Documenten => Zaak.Uit?.Zaakinformatieobjecten ?? [];

    public bool IsVan(Medewerker medewerker) => Rollen.Any(rol => rol.OmschrijvingGeneriek == "behandelaar" && rol.Medewerker == medewerker.Id);
}

/// <summary>What the page of a zaak shows besides.</summary>
/// <param name="Namen">Employees by their id.</param>
/// <param name="Gedaan">What was just done.</param>
internal sealed record Zaakmodel(
    Zaakbeeld Beeld, IReadOnlyList<Auditregel> Historie, IReadOnlyList<Besluit> Besluiten, IReadOnlyList<Zaaknotitie> Notities, IReadOnlyDictionary<string, string> Namen, IReadOnlyList<Handeling> Handelingen, Func<Tekst, string>? Gedaan);
