using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Services.Kvk;

/// <summary>An inschrijving as each of the API's tells it.</summary>
/// <param name="geo">Whether addresses are told with where they are.</param>
internal sealed class Profielen(Inschrijving inschrijving, Organisatie organisatie, bool geo = false)
{
    private readonly string _basis = organisatie.Basis + Diensten.Pad(Diensten.Kvk);

    public Basisprofiel Basisprofiel(bool metHoofdvestiging, bool metEigenaar) => new()
    {
        KvkNummer = inschrijving.KvkNummer,
        IndNonMailing = inschrijving.IndNonMailing,
        Naam = inschrijving.Naam,
        FormeleRegistratiedatum = inschrijving.FormeleRegistratiedatum,
        MaterieleRegistratie = inschrijving.MaterieleRegistratie,
        TotaalWerkzamePersonen = inschrijving.TotaalWerkzamePersonen,
        StatutaireNaam = inschrijving.StatutaireNaam,
        Handelsnamen = inschrijving.Handelsnamen,
        SbiActiviteiten = inschrijving.SbiActiviteiten,
        Links = [new("self", Basispad), new("vestigingen", Basispad + "/vestigingen")],
        Embedded = new(
            // In here it is without what stands around it already.
            metHoofdvestiging && inschrijving.Hoofdvestiging is { } hoofd ? Hoofdvestiging(hoofd with { Handelsnamen = null }) : null,
            metEigenaar ? Eigenaar() : null),
    };

    public Eigenaar Eigenaar() => new()
    {
        Rsin = inschrijving.Rsin,
        Rechtsvorm = inschrijving.Rechtsvorm,
        UitgebreideRechtsvorm = inschrijving.UitgebreideRechtsvorm,
        DatumUitschrijving = inschrijving.DatumUitschrijving,
        // With vestigingen the addresses and websites stand there.
        Adressen = inschrijving.Hoofdvestiging is null ? Verteld(inschrijving.Adressen) : null,
        Websites = inschrijving.Hoofdvestiging is null ? inschrijving.Websites : null,
        Links = [new("self", Basispad + "/eigenaar"), new("basisprofiel", Basispad)],
    };

    /// <returns>Null when there is none.</returns>
    public Vestigingsprofiel? Hoofdvestiging() => inschrijving.Hoofdvestiging is { } hoofd ? Hoofdvestiging(hoofd) with { Rsin = inschrijving.Rsin } : null;

    public Vestigingenlijst Vestigingen()
    {
        var vestigingen = inschrijving.Vestigingen ?? [];
        var commercieel = vestigingen.Count(vestiging => vestiging.IsCommercieel);
        return new(inschrijving.KvkNummer, commercieel, vestigingen.Count - commercieel, vestigingen.Count, [.. vestigingen.Select(Regel)], [new("self", Basispad + "/vestigingen"), new("basisprofiel", Basispad)]);
    }

    public Vestigingsprofiel Vestigingsprofiel(string vestigingsnummer) => Profiel(
        inschrijving.Vestigingen!.First(vestiging => vestiging.Vestigingsnummer == vestigingsnummer), [new("self", Vestigingspad(vestigingsnummer)), new("basisprofiel", Basispad)]) with
    {
        Rsin = inschrijving.Rsin,
        StatutaireNaam = inschrijving.StatutaireNaam,
    };

    public Naamgeving Naamgeving() => new(
        inschrijving.KvkNummer, inschrijving.Rsin, inschrijving.StatutaireNaam, inschrijving.Naam, inschrijving.OokGenoemd,
        inschrijving.MaterieleRegistratie.DatumAanvang, inschrijving.MaterieleRegistratie.DatumEinde,
        [.. (inschrijving.Vestigingen ?? []).Select(Namen)],
        [new("self", $"{_basis}/v1/naamgevingen/kvknummer/{inschrijving.KvkNummer}"), new("basisprofiel", Basispad)]);

    private string Basispad => $"{_basis}/v1/basisprofielen/{inschrijving.KvkNummer}";

    private string Vestigingspad(string vestigingsnummer) => $"{_basis}/v1/vestigingsprofielen/{vestigingsnummer}";

    private Vestigingsprofiel Hoofdvestiging(Vestiging hoofd) => Profiel(
        hoofd, [new("self", Basispad + "/hoofdvestiging"), new("vestigingen", Basispad + "/vestigingen"), new("basisprofiel", Basispad), new("vestigingsprofiel", Vestigingspad(hoofd.Vestigingsnummer))]);

    private Vestigingsprofiel Profiel(Vestiging vestiging, IReadOnlyList<Link> links) => new(vestiging with { Adressen = Verteld(vestiging.Adressen) }, inschrijving.KvkNummer, links);

    private Vestigingsregel Regel(Vestiging vestiging)
    {
        var adres = vestiging.Adressen?.OrderByDescending(adres => adres.IsBezoekadres).FirstOrDefault();
        return new(
            vestiging.Vestigingsnummer, inschrijving.KvkNummer, vestiging.EersteHandelsnaam, vestiging.IndHoofdvestiging, adres?.IndAfgeschermd ?? "Nee", vestiging.IndCommercieleVestiging,
            adres?.Verteld(geo: false).VolledigAdres, [new("vestigingsprofiel", Vestigingspad(vestiging.Vestigingsnummer))]);
    }

    private Naamgevingvestiging Namen(Vestiging vestiging)
    {
        Link[] links = [new("vestigingsprofiel", Vestigingspad(vestiging.Vestigingsnummer))];
        return vestiging.IsCommercieel
            ? new(vestiging.Vestigingsnummer, vestiging.EersteHandelsnaam, vestiging.Handelsnamen, null, null, links)
            : new(vestiging.Vestigingsnummer, null, null, vestiging.EersteHandelsnaam, vestiging.Handelsnamen?.FirstOrDefault(naam => naam.Naam != vestiging.EersteHandelsnaam)?.Naam, links);
    }

    private IReadOnlyList<Adres>? Verteld(IReadOnlyList<Adres>? adressen) => adressen is null ? null : [.. adressen.Select(adres => adres.Verteld(geo))];
}
