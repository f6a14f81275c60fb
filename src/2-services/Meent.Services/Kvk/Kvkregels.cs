using System.Text.RegularExpressions;
using Meent.Standards.Identificaties;

namespace Meent.Services.Kvk;

/// <summary>What an inschrijving must be before it is kept.</summary>
internal static partial class Kvkregels
{
    public const string Ja = "Ja";
    public const string Bezoekadres = "bezoekadres";

    private const string Nee = "Nee";
    private const string Correspondentieadres = "correspondentieadres";

    /// <summary>Forms that have no legal personality: their owners are the company.</summary>
    public static IReadOnlySet<string> VanPersonen { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "Eenmanszaak", "VennootschapOnderFirma", "CommanditaireVennootschap", "Maatschap", "Rederij",
    };

    /// <returns>The first thing that is wrong, without the value; null when nothing is.</returns>
    public static string? Fout(Inschrijving inschrijving)
    {
        var vestigingen = inschrijving.Vestigingen ?? [];
        if (!IsKvkNummer(inschrijving.KvkNummer)) return "kvkNummer is geen acht cijfers";
        if (inschrijving.Rsin is { } rsin && !Rsin.IsGeldig(rsin)) return "rsin is geen geldig RSIN";
        if (inschrijving.Burgerservicenummers is { Count: > 0 } nummers)
        {
            if (!nummers.All(bsn => Bsn.TryParse(bsn, out _))) return "burgerservicenummers is geen geldig BSN";
            // Of a rechtspersoon the API's tell nothing of persons, so nothing of them is kept.
            if (!inschrijving.IsVanPersonen) return $"burgerservicenummers hoort niet bij een rechtspersoon, alleen bij {string.Join(", ", VanPersonen)}";
        }

        if (vestigingen.Any(vestiging => !IsVestigingsnummer(vestiging.Vestigingsnummer))) return "vestigingen.vestigingsnummer is geen twaalf cijfers";
        if (vestigingen.DistinctBy(vestiging => vestiging.Vestigingsnummer).Count() < vestigingen.Count) return "vestigingen.vestigingsnummer komt meer dan eens voor";
        if (vestigingen.Count(vestiging => vestiging.IsHoofd) > 1) return "vestigingen heeft meer dan één hoofdvestiging";
        if (Indicaties(inschrijving).FirstOrDefault(indicatie => indicatie.Waarde is not (null or Ja or Nee)) is { Naam: { } naam }) return $"{naam} is geen {Ja} of {Nee}";
        if (Data(inschrijving).FirstOrDefault(datum => datum.Waarde is { } waarde && !AchtCijfers().IsMatch(waarde)) is { Naam: { } dag }) return $"{dag} is geen acht cijfers (jjjjmmdd)";
        return Adressen(inschrijving).Any(adres => adres.Type is not (Bezoekadres or Correspondentieadres)) ? $"adressen.type is geen {Bezoekadres} of {Correspondentieadres}" : null;
    }

    public static bool IsKvkNummer(string tekst) => AchtCijfers().IsMatch(tekst);

    public static bool IsVestigingsnummer(string tekst) => TwaalfCijfers().IsMatch(tekst);

    private static IEnumerable<Adres> Adressen(Inschrijving inschrijving) =>
        (inschrijving.Adressen ?? []).Concat((inschrijving.Vestigingen ?? []).SelectMany(vestiging => vestiging.Adressen ?? []));

    private static IEnumerable<(string Naam, string? Waarde)> Indicaties(Inschrijving inschrijving) =>
    [
        ("indNonMailing", inschrijving.IndNonMailing),
        .. Adressen(inschrijving).Select(adres => ("adressen.indAfgeschermd", (string?)adres.IndAfgeschermd)),
        .. (inschrijving.SbiActiviteiten ?? []).Select(sbi => ("sbiActiviteiten.indHoofdactiviteit", (string?)sbi.IndHoofdactiviteit)),
        .. (inschrijving.Vestigingen ?? []).SelectMany(vestiging => new[]
        {
            ("vestigingen.indNonMailing", vestiging.IndNonMailing),
            ("vestigingen.indHoofdvestiging", vestiging.IndHoofdvestiging),
            ("vestigingen.indCommercieleVestiging", vestiging.IndCommercieleVestiging),
        }),
    ];

    private static IEnumerable<(string Naam, string? Waarde)> Data(Inschrijving inschrijving) =>
    [
        ("formeleRegistratiedatum", inschrijving.FormeleRegistratiedatum),
        ("datumUitschrijving", inschrijving.DatumUitschrijving),
        ("materieleRegistratie.datumAanvang", inschrijving.MaterieleRegistratie.DatumAanvang),
        ("materieleRegistratie.datumEinde", inschrijving.MaterieleRegistratie.DatumEinde),
        .. (inschrijving.Vestigingen ?? []).SelectMany(vestiging => new[]
        {
            ("vestigingen.formeleRegistratiedatum", (string?)vestiging.FormeleRegistratiedatum),
            ("vestigingen.materieleRegistratie.datumAanvang", vestiging.MaterieleRegistratie.DatumAanvang),
            ("vestigingen.materieleRegistratie.datumEinde", vestiging.MaterieleRegistratie.DatumEinde),
        }),
    ];

    [GeneratedRegex(@"^[0-9]{8}\z")]
    private static partial Regex AchtCijfers();

    [GeneratedRegex(@"^[0-9]{12}\z")]
    private static partial Regex TwaalfCijfers();
}
