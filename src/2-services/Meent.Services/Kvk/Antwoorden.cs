using System.Text.Json.Serialization;

namespace Meent.Services.Kvk;

/// <summary>What <c>/v2/zoeken</c> answers.</summary>
internal sealed record Resultaat(int Pagina, int ResultatenPerPagina, long Totaal, string? Vorige, string? Volgende, IReadOnlyList<ResultaatItem> Resultaten)
{
    [JsonPropertyName("_links")]
    public required IReadOnlyDictionary<string, Verwijzing> Links { get; init; }
}

internal sealed record ResultaatItem
{
    public required string KvkNummer { get; init; }

    /// <summary>When it was sought.</summary>
    public string? Rsin { get; init; }
    public string? Vestigingsnummer { get; init; }
    public required string Naam { get; init; }
    public Gevondenadres? Adres { get; init; }
    public required string Type { get; init; }

    /// <summary>When those that are not are sought too.</summary>
    public string? Actief { get; init; }
    public string? VervallenNaam { get; init; }

    [JsonPropertyName("_links")]
    public IReadOnlyDictionary<string, Verwijzing>? Links { get; init; }
}

internal sealed record Verwijzing(string Href);

internal sealed record Gevondenadres(Binnenland? BinnenlandsAdres, Buitenland? BuitenlandsAdres);

internal sealed record Binnenland(string Type, string? Straatnaam, int? Huisnummer, string? Huisletter, int? Postbusnummer, string? Postcode, string? Plaats);

internal sealed record Buitenland(string Type, string? StraatHuisnummer, string? PostcodeWoonplaats, string? Land);

/// <summary>What the profiles point to.</summary>
internal sealed record Link(string Rel, string Href);

internal sealed record Basisprofiel
{
    public required string KvkNummer { get; init; }
    public string? IndNonMailing { get; init; }
    public required string Naam { get; init; }
    public required string FormeleRegistratiedatum { get; init; }
    public required MaterieleRegistratie MaterieleRegistratie { get; init; }
    public int? TotaalWerkzamePersonen { get; init; }
    public string? StatutaireNaam { get; init; }
    public IReadOnlyList<Handelsnaam>? Handelsnamen { get; init; }
    public IReadOnlyList<SbiActiviteit>? SbiActiviteiten { get; init; }
    public required IReadOnlyList<Link> Links { get; init; }

    [JsonPropertyName("_embedded")]
    public required Ingesloten Embedded { get; init; }
}

internal sealed record Ingesloten(Vestigingsprofiel? Hoofdvestiging, Eigenaar? Eigenaar);

internal sealed record Eigenaar
{
    public string? Rsin { get; init; }
    public required string Rechtsvorm { get; init; }
    public string? UitgebreideRechtsvorm { get; init; }
    public string? DatumUitschrijving { get; init; }
    public IReadOnlyList<Adres>? Adressen { get; init; }
    public IReadOnlyList<string>? Websites { get; init; }
    public required IReadOnlyList<Link> Links { get; init; }
}

internal sealed record Vestigingsprofiel : Vestigingsgegevens
{
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public Vestigingsprofiel(Vestiging vestiging, string kvkNummer, IReadOnlyList<Link> links)
        : base(vestiging)
    {
        (KvkNummer, Links) = (kvkNummer, links);
    }

    public string KvkNummer { get; }
    public string? Rsin { get; init; }
    public string? StatutaireNaam { get; init; }
    public IReadOnlyList<Link> Links { get; }
}

internal sealed record Vestigingenlijst(
    string KvkNummer, long AantalCommercieleVestigingen, long AantalNietCommercieleVestigingen, long TotaalAantalVestigingen, IReadOnlyList<Vestigingsregel> Vestigingen, IReadOnlyList<Link> Links);

internal sealed record Vestigingsregel(
    string Vestigingsnummer, string KvkNummer, string EersteHandelsnaam, string IndHoofdvestiging, string IndAdresAfgeschermd, string IndCommercieleVestiging, string? VolledigAdres, IReadOnlyList<Link> Links);

internal sealed record Naamgeving(
    string KvkNummer, string? Rsin, string? StatutaireNaam, string Naam, string? OokGenoemd, string Startdatum, string? Einddatum, IReadOnlyList<Naamgevingvestiging> Vestigingen, IReadOnlyList<Link> Links);

/// <summary>A commercial one has trade names, another a name.</summary>
internal sealed record Naamgevingvestiging(string Vestigingsnummer, string? EersteHandelsnaam, IReadOnlyList<Handelsnaam>? Handelsnamen, string? Naam, string? OokGenoemd, IReadOnlyList<Link> Links);
