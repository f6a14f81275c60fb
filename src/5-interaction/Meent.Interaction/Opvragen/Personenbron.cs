using System.Text.Json;
using Meent.Interaction.Paginas;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;

namespace Meent.Interaction.Opvragen;

/// <summary>Persons, from the BRP at its source (Haal Centraal BRP Personen bevragen).</summary>
internal sealed class Personenbron(Bronnen bronnen, Logschrijver logboek)
{
    /// <summary>The logged-in resident; null when the source does not know them.</summary>
    public Task<Persoon?> Zelf(Verzoek verzoek, Persoonsvraag scherm) => Ander(verzoek, scherm, verzoek.Inwoner.Bsn.Cijfers);

    /// <summary>Who an employee's work is about; null when the source does not know them.</summary>
    public async Task<Persoon?> Ander(Verzoek verzoek, Persoonsvraag scherm, string bsn)
    {
        var (doel, velden) = (scherm.Doel, scherm.Velden);
        var vraag = new Vraag("RaadpleegMetBurgerservicenummer", [bsn], velden);
        // The source writes in its own logbook; this is the record of who asked. Without it nothing is shown (B7952).
        var gelogd = logboek.Schrijf(verzoek.Namens(doel), "Persoonsgegevens opgevraagd bij de basisregistratie", LogboekAttributen.Bsn, bsn,
            gegevens: velden.Select(veld => $"{Diensten.Personen}:{veld}"), dienst: Diensten.Personen, stop: verzoek.Stop);
        var gevraagd = bronnen.Zend<Antwoord>(HttpMethod.Post, verzoek.Namens(doel), Diensten.Personen, "personen", vraag, verzoek.Stop);
        await Task.WhenAll(gelogd, gevraagd);
        var antwoord = await gevraagd;
        return antwoord.Personen is [var persoon, ..] ? persoon : null;
    }

    private sealed record Vraag(string Type, IReadOnlyList<string> Burgerservicenummer, IReadOnlyList<string> Fields);

    private sealed record Antwoord(IReadOnlyList<Persoon> Personen);
}

/// <summary>The part of a person that pages show.</summary>
internal sealed record Persoon(Naam? Naam, Geboorte? Geboorte, Verblijfplaats? Verblijfplaats, bool? GeheimhoudingPersoonsgegevens);

internal sealed record Naam(string? Voornamen, string? Voorvoegsel, string? Geslachtsnaam, string? VolledigeNaam, JsonElement? InOnderzoek);

internal sealed record Geboorte(BrpDatum? Datum, Waarde? Plaats, Waarde? Land, JsonElement? InOnderzoek);

/// <summary>A date that may be known in part; <c>langFormaat</c> says what is known.</summary>
internal sealed record BrpDatum(string? LangFormaat);

internal sealed record Waarde(string? Code, string? Omschrijving)
{
    public override string ToString() => Omschrijving ?? Code ?? "";
}

internal sealed record Verblijfplaats(
    Verblijfadres? Verblijfadres, string? AdresseerbaarObjectIdentificatie, string? NummeraanduidingIdentificatie, BrpDatum? DatumVan, Waarde? FunctieAdres, JsonElement? InOnderzoek)
{
    /// <summary>An address in the Netherlands that the BAG knows.</summary>
    public bool IsBekendAdres => AdresseerbaarObjectIdentificatie is not null && NummeraanduidingIdentificatie is not null;
}

internal sealed record Verblijfadres(
    string? OfficieleStraatnaam, string? KorteStraatnaam, int? Huisnummer, string? Huisletter, string? Huisnummertoevoeging, string? Postcode, string? Woonplaats)
{
    public string Regel1 => $"{OfficieleStraatnaam ?? KorteStraatnaam} {Huisnummer}{(Huisletter is null ? "" : " " + Huisletter)}{(Huisnummertoevoeging is null ? "" : "-" + Huisnummertoevoeging)}";

    public string Regel2 => $"{Weergave.Postcode(Postcode)} {Woonplaats}".Trim();
}
