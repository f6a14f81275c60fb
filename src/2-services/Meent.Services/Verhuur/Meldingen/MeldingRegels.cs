using Meent.Services.Verhuur.Regels;
using Meent.Services.Verhuur.Registraties;
using Meent.Services.Verhuur.Vergunningen;
using Meent.Standards;
using Meent.Standards.Problemen;

namespace Meent.Services.Verhuur.Meldingen;

/// <summary>What a host sends to report or change a stay.</summary>
internal sealed record Meldingsinvoer(DateOnly Aankomst, DateOnly Vertrek, int Gasten)
{
    public Verblijf Verblijf => new(Aankomst, Vertrek);
}

/// <summary>The rules for one report by itself; how it goes with other reports is in <see cref="Melden"/>.</summary>
internal static class MeldingRegels
{
    /// <summary>All rules that a report breaks, each with its field.</summary>
    public static IEnumerable<OngeldigVeld> Controleer(Meldingsinvoer invoer, Registratie registratie, Regelboek regels, Geval geval, IReadOnlyList<Vergunning> vergunningen, TimeProvider klok)
    {
        // VV-07
        if (!registratie.IsGeldig)
            yield return new("registratienummer", "nietActief", "Dit registratienummer is niet geldig.");

        // VV-01; the other rules count nights, so without these they have nothing to say.
        if (invoer.Vertrek <= invoer.Aankomst)
        {
            yield return new("vertrek", "vertrekNietNaAankomst", "Het vertrek is minstens een dag na de aankomst.");
            yield break;
        }

        if (invoer.Verblijf.Nachten > Verblijf.MaxNachten)
        {
            yield return new("vertrek", "teLang", $"Een verblijf duurt ten hoogste {Verblijf.MaxNachten} nachten.");
            yield break;
        }

        if (invoer.Verblijf.IsBegonnen(klok))
            yield return new("aankomst", "begonnen", "Meld een verblijf voor de dag van aankomst begint.");

        var geldend = invoer.Verblijf.Data.Select(nacht => regels.Op(nacht, geval)).Distinct().ToList();
        if (geldend.Any(regel => regel is not { Meldplicht: true }))
            yield return new("aankomst", "geenMeldplicht", "In deze periode hoeft een verblijf niet gemeld te worden.");

        // VV-07: a permit for each of the nights that need one.
        if (invoer.Verblijf.Data.FirstOrDefault(nacht => regels.Op(nacht, geval) is { Vergunningplicht: true } && !vergunningen.Any(v => v.GeldtOp(nacht))) is var zonder && zonder != default)
            yield return new("aankomst", "geenVergunning", $"Voor de nacht van {zonder:yyyy-MM-dd} is een vergunning nodig, en die is er niet.");

        // VV-06
        var maximum = geldend.Min(regel => regel?.MaxPersonen) is { } max ? Math.Min(max, registratie.MaximumGasten) : registratie.MaximumGasten;
        if (invoer.Gasten > maximum)
            yield return new("gasten", "teVeelGasten", $"Er mogen ten hoogste {maximum} gasten tegelijk verblijven.");
    }

    /// <summary>VV-04: the years in which a stay would pass the maximum, with what is left there.</summary>
    public static IEnumerable<OngeldigVeld> Nachtenlimiet(Meldingsinvoer invoer, IEnumerable<Jaartelling> telling) =>
        telling.Where(jaar => jaar.Overschreden).Select(jaar => new OngeldigVeld(
            jaar.Jaar == invoer.Aankomst.Year ? "aankomst" : "vertrek",
            "nachtenOverschreden",
            $"Op dit adres {(jaar.OverVooraf == 1 ? "is" : "zijn")} in {jaar.Jaar} nog {Aantal(jaar.OverVooraf ?? 0)} over; dit verblijf vraagt er {jaar.Nieuw}."));

    private static string Aantal(int nachten) => nachten == 1 ? "1 nacht" : $"{nachten} nachten";
}
