using System.Text.Json;
using System.Text.Json.Serialization;
using Meent.Standards;

namespace Meent.Interaction.Opvragen;

/// <summary>A zaak as the Zaken API answers; <see cref="Uit"/> holds what was expanded.</summary>
internal sealed record Zaak(
    string Url, Guid Uuid, string Identificatie, string Bronorganisatie, string Omschrijving, string Toelichting, string Zaaktype, DateOnly? Registratiedatum,
    DateOnly Startdatum, DateOnly? Einddatum, DateOnly? EinddatumGepland, DateOnly? UiterlijkeEinddatumAfdoening, string Vertrouwelijkheidaanduiding,
    Verlenging? Verlenging, Opschorting? Opschorting, string? Status, string? Resultaat, string? Archiefnominatie, DateOnly? Archiefactiedatum,
    [property: JsonPropertyName("_expand")] Zaakuitbreiding? Uit)
{
    public string Pad => $"/werk/zaken/{Uuid}";

    public bool IsOpen => Einddatum is null;

    public bool IsOpgeschort => Opschorting is { Indicatie: true };

    /// <summary>Whether its term was extended; the standard shows an empty structure when it was not (zrc-012).</summary>
    public bool IsVerlengd => Periode.Lees(Verlenging?.Duur) is { } duur && duur != default;
}

internal sealed record Verlenging(string? Reden, string? Duur);

internal sealed record Opschorting(bool Indicatie, string? Reden);

/// <summary>What stands in <c>_expand</c>; where there is nothing the standard has an empty object.</summary>
internal sealed record Zaakuitbreiding(
    Zaaktype? Zaaktype, Zaakstatus? Status, Zaakresultaat? Resultaat, IReadOnlyList<Zaakrol>? Rollen, IReadOnlyList<Zaakeigenschap>? Eigenschappen,
    IReadOnlyList<Zaakobject>? Zaakobjecten, IReadOnlyList<Zaakdocument>? Zaakinformatieobjecten);

internal sealed record Zaakstatus(
    string? Url, string? Statustype, DateTimeOffset DatumStatusGezet, string? Statustoelichting, [property: JsonPropertyName("_expand")] Statusuitbreiding? Uit);

internal sealed record Statusuitbreiding(Statustype? Statustype);

internal sealed record Zaakresultaat(string? Url, string? Resultaattype, string? Toelichting, [property: JsonPropertyName("_expand")] Resultaatuitbreiding? Uit);

internal sealed record Resultaatuitbreiding(Resultaattype? Resultaattype);

internal sealed record Zaakrol(
    string Url, string BetrokkeneType, string Omschrijving, string OmschrijvingGeneriek, string Roltoelichting, string? AfwijkendeNaamBetrokkene, JsonElement? BetrokkeneIdentificatie)
{
    /// <summary>The name by which the betrokkene is known here; never a number.</summary>
    public string Naam => AfwijkendeNaamBetrokkene is { Length: > 0 } anders ? anders : BetrokkeneType switch
    {
        "natuurlijk_persoon" => Samen(Deel("voornamen") is { Length: > 0 } voornamen ? voornamen : Deel("voorletters"), Deel("voorvoegselGeslachtsnaam"), Deel("geslachtsnaam")),
        "medewerker" => Samen(Deel("voorletters"), Deel("voorvoegselAchternaam"), Deel("achternaam")) is { Length: > 0 } naam ? naam : Deel("identificatie"),
        "organisatorische_eenheid" => Deel("naam"),
        "vestiging" => BetrokkeneIdentificatie is { } v && v.TryGetProperty("handelsnaam", out var namen) && namen.ValueKind == JsonValueKind.Array && namen.GetArrayLength() > 0 ? namen[0].GetString()! : "",
        _ => Deel("statutaireNaam"),
    };

    /// <summary>The employee, when it is one.</summary>
    public string? Medewerker => BetrokkeneType == "medewerker" ? Deel("identificatie") : null;

    private string Deel(string lid) => BetrokkeneIdentificatie.Tekst(lid) ?? "";

    private static string Samen(params IEnumerable<string> delen) => string.Join(' ', delen.Where(deel => deel.Length > 0));
}

internal sealed record Zaakeigenschap(string Url, string Naam, string Waarde, string Eigenschap);

internal sealed record Zaakobject(string Url, string? Object, string ObjectType, string? ObjectTypeOverige, string? RelatieOmschrijving, JsonElement? ObjectIdentificatie);

internal sealed record Zaakdocument(
    string Url, string Informatieobject, string? Titel, string? Beschrijving, DateTimeOffset? Registratiedatum, [property: JsonPropertyName("_expand")] Documentuitbreiding? Uit)
{
    public string Id => Informatieobject.LaatsteDeel();
}

internal sealed record Documentuitbreiding(Document? Informatieobject);

/// <summary>A document of the Documenten API, without its content.</summary>
internal sealed record Document(
    string? Url, string? Identificatie, string? Titel, string? Formaat, string? Bestandsnaam, long? Bestandsomvang, string? Auteur, DateOnly? Creatiedatum, string? Status,
    string? Vertrouwelijkheidaanduiding, string? Informatieobjecttype, int? Versie);

/// <summary>A line of the audit trail.</summary>
internal sealed record Auditregel(
    Guid Uuid, string GebruikersId, string? GebruikersWeergave, string Actie, string Resource, string? ResourceWeergave, string? Toelichting, DateTimeOffset Aanmaakdatum, Wijzigingen? Wijzigingen);

internal sealed record Wijzigingen(JsonElement? Oud, JsonElement? Nieuw);

internal sealed record Besluit(
    string Url, string Identificatie, string Besluittype, DateOnly Datum, string? Toelichting, DateOnly Ingangsdatum, DateOnly? Vervaldatum, DateOnly? UiterlijkeReactiedatum,
    [property: JsonPropertyName("_expand")] Besluituitbreiding? Uit);

internal sealed record Besluituitbreiding(Besluittype? Besluittype);

internal sealed record Zaaknotitie(string Url, string Onderwerp, string Tekst, string? AangemaaktDoor, DateTimeOffset? Aanmaakdatum);

/// <summary>A page of a paginated list.</summary>
internal sealed record Blad<T>(long Count, string? Next, IReadOnlyList<T> Results);

internal static class Adresdeel
{
    /// <summary>The id at the end of a URL of the standard.</summary>
    public static string LaatsteDeel(this string url) => url[(url.LastIndexOf('/') + 1)..];
}
