using Meent.Services.Personen.Opslag;

namespace Meent.Services.Kvk;

/// <summary>What of an inschrijving can be found: a vestiging, or the rechtspersoon itself.</summary>
internal sealed record Vermelding
{
    public const string Hoofdvestiging = "hoofdvestiging";
    public const string Nevenvestiging = "nevenvestiging";
    public const string Rechtspersoon = "rechtspersoon";

    /// <summary>In the order in which they are told.</summary>
    public static readonly string[] Typen = [Hoofdvestiging, Nevenvestiging, Rechtspersoon];

    public required string KvkNummer { get; init; }
    public string? Rsin { get; init; }
    public string? Vestigingsnummer { get; init; }
    public required string Type { get; init; }
    public string? Einde { get; init; }

    /// <summary>The one that is told unless another was sought comes first.</summary>
    public required IReadOnlyList<string> Namen { get; init; }
    public IReadOnlyList<string> VervallenNamen { get; init; } = [];
    public IReadOnlyList<Adres> Adressen { get; init; } = [];

    /// <summary>Whether it is about persons, and who they are.</summary>
    public bool VanPersonen { get; init; }
    public IReadOnlyList<string> Burgerservicenummers { get; init; } = [];

    internal int Rang => Array.IndexOf(Typen, Type);

    public static IEnumerable<Vermelding> Van(Inschrijving inschrijving)
    {
        var vestigingen = inschrijving.Vestigingen ?? [];
        var ingeschreven = new Vermelding
        {
            KvkNummer = inschrijving.KvkNummer,
            Rsin = inschrijving.Rsin,
            Type = Rechtspersoon,
            Einde = inschrijving.DatumUitschrijving ?? inschrijving.MaterieleRegistratie.DatumEinde,
            Namen = Uniek(inschrijving.StatutaireNaam, inschrijving.Naam, inschrijving.OokGenoemd),
            VervallenNamen = inschrijving.VervallenNamen ?? [],
            Adressen = Zichtbaar(inschrijving.Adressen ?? inschrijving.Hoofdvestiging?.Adressen),
            VanPersonen = inschrijving.IsVanPersonen,
            Burgerservicenummers = inschrijving.Burgerservicenummers ?? [],
        };
        foreach (var vestiging in vestigingen)
        {
            yield return ingeschreven with
            {
                Vestigingsnummer = vestiging.Vestigingsnummer,
                Type = vestiging.IsHoofd ? Hoofdvestiging : Nevenvestiging,
                Einde = vestiging.MaterieleRegistratie.DatumEinde ?? ingeschreven.Einde,
                Namen = Uniek([vestiging.EersteHandelsnaam, .. (vestiging.Handelsnamen ?? []).OrderBy(naam => naam.Volgorde).Select(naam => naam.Naam)]),
                Adressen = Zichtbaar(vestiging.Adressen),
            };
        }

        // What has no legal personality is found by its vestigingen, or it could not be found at all.
        if (!inschrijving.IsVanPersonen || vestigingen.Count == 0) yield return ingeschreven;
    }

    /// <summary>The whole words of a name, as they are sought.</summary>
    public static IReadOnlySet<string> Woorden(string naam) =>
        new string([.. Zoektekst.Kaal(naam).Select(teken => char.IsLetterOrDigit(teken) ? teken : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    private static string[] Uniek(params IEnumerable<string?> namen) => [.. namen.OfType<string>().Distinct(StringComparer.Ordinal)];

    // An address that is shielded is neither told nor found.
    private static List<Adres> Zichtbaar(IReadOnlyList<Adres>? adressen) =>
        [.. (adressen ?? []).Where(adres => !adres.IsAfgeschermd).OrderByDescending(adres => adres.IsBezoekadres).Select(adres => adres with { GeoData = null })];
}
