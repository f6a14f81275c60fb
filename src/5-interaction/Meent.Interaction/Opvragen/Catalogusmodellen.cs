using System.Text.Json;

namespace Meent.Interaction.Opvragen;

internal sealed record Catalogus(string Url, string Domein, string Rsin, string? Naam, string? ContactpersoonBeheerNaam);

/// <summary>One version of a zaaktype.</summary>
internal sealed record Zaaktype(
    string Url, string Identificatie, string Omschrijving, string Vertrouwelijkheidaanduiding, string Doel, string Aanleiding, string? Toelichting, string IndicatieInternOfExtern,
    string Doorlooptijd, string? Servicenorm, bool OpschortingEnAanhoudingMogelijk, bool VerlengingMogelijk, string? Verlengingstermijn, string? Verantwoordelijke, string Catalogus,
    DateOnly BeginGeldigheid, DateOnly? EindeGeldigheid, DateOnly Versiedatum, bool Concept, IReadOnlyList<string>? Statustypen, IReadOnlyList<string>? Resultaattypen,
    IReadOnlyList<string>? Roltypen, IReadOnlyList<string>? Eigenschappen, IReadOnlyList<string>? Informatieobjecttypen, IReadOnlyList<string>? Besluittypen)
{
    public string Id => Url.LaatsteDeel();

    public bool GeldtOp(DateOnly dag) => !Concept && BeginGeldigheid <= dag && (EindeGeldigheid is null || dag < EindeGeldigheid);
}

/// <summary>A version of a type of any sort: what rights are given to.</summary>
/// <param name="Identificatie">Only zaaktypen have one.</param>
internal sealed record Typeversie(string Url, string? Identificatie, string Omschrijving, string Catalogus, DateOnly BeginGeldigheid)
{
    /// <summary>What its versions have in common.</summary>
    public string Naam => Identificatie ?? Omschrijving;
}

internal sealed record Statustype(string? Url, string Omschrijving, string Zaaktype, int Volgnummer, bool IsEindstatus, bool? Informeren, string? Toelichting);

internal sealed record Resultaattype(
    string? Url, string Omschrijving, string? OmschrijvingGeneriek, string? Zaaktype, string? Selectielijstklasse, string? Archiefnominatie, string? Archiefactietermijn, JsonElement? BrondatumArchiefprocedure);

internal sealed record Roltype(string Url, string Omschrijving, string OmschrijvingGeneriek);

internal sealed record Eigenschaptype(string Url, string Naam, string Definitie, JsonElement? Specificatie);

internal sealed record Informatieobjecttype(string Url, string Omschrijving, string? Vertrouwelijkheidaanduiding, bool? Concept, DateOnly? BeginGeldigheid);

/// <summary>Which documents a zaaktype has.</summary>
internal sealed record Zaaktypedocument(string Url, string Informatieobjecttype, int? Volgnummer, string? Richting);

internal sealed record Besluittype(
    string? Url, string Omschrijving, string? OmschrijvingGeneriek, bool? PublicatieIndicatie, string? Reactietermijn, bool? Concept, DateOnly? BeginGeldigheid);
