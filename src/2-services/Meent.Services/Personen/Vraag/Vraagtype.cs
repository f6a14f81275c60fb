using Meent.Services.Personen.Velden;

namespace Meent.Services.Personen.Vraag;

/// <summary>One of the seven questions of the standard.</summary>
/// <param name="Velden">The fields that may be asked with it.</param>
/// <param name="Maximum">With more persons than this nobody is told, but that the search must be narrower; null for a question by number.</param>
/// <param name="Verplicht">In the order in which the standard names what is wrong with them.</param>
/// <param name="Erbij">What may be added.</param>
internal sealed record Vraagtype(string Naam, Veldenlijst Velden, int? Maximum, Parameter[] Verplicht, Parameter[] Erbij)
{
    public static readonly Vraagtype Raadpleeg = new("RaadpleegMetBurgerservicenummer", Veldenlijst.Persoon, null, [], [Parameter.Gemeente]);

    private const int PerNaam = 10;
    private const int PerAdres = 30;

    private static readonly Dictionary<string, Vraagtype> Typen = new Vraagtype[]
    {
        Raadpleeg,
        new("ZoekMetGeslachtsnaamEnGeboortedatum", Veldenlijst.PersoonBeperkt, PerNaam,
            [Parameter.Geboortedatum, Parameter.Geslachtsnaam],
            [Parameter.Gemeente, Parameter.Geslacht, Parameter.InclusiefOverledenPersonen, Parameter.VoornamenErbij, Parameter.Voorvoegsel]),
        new("ZoekMetNaamEnGemeenteVanInschrijving", Veldenlijst.PersoonBeperkt, PerNaam,
            [Parameter.Gemeente, Parameter.Geslachtsnaam, Parameter.Voornamen],
            [Parameter.Geslacht, Parameter.InclusiefOverledenPersonen, Parameter.Voorvoegsel]),
        new("ZoekMetPostcodeEnHuisnummer", Veldenlijst.PersoonBeperkt, PerAdres,
            [Parameter.Postcode, Parameter.Huisnummer],
            [Parameter.Geboortedatum, Parameter.Gemeente, Parameter.Geslachtsnaam, Parameter.Huisletter, Parameter.Huisnummertoevoeging, Parameter.InclusiefOverledenPersonen]),
        new("ZoekMetStraatHuisnummerEnGemeenteVanInschrijving", Veldenlijst.PersoonBeperkt, PerAdres,
            [Parameter.Gemeente, Parameter.Huisnummer, Parameter.Straat],
            [Parameter.Huisletter, Parameter.Huisnummertoevoeging, Parameter.InclusiefOverledenPersonen]),
        new("ZoekMetNummeraanduidingIdentificatie", Veldenlijst.PersoonBeperkt, PerAdres,
            [Parameter.Nummeraanduiding], [Parameter.Gemeente, Parameter.InclusiefOverledenPersonen]),
        new("ZoekMetAdresseerbaarObjectIdentificatie", Veldenlijst.GezagPersoonBeperkt, PerAdres,
            [Parameter.AdresseerbaarObject], [Parameter.Gemeente, Parameter.InclusiefOverledenPersonen]),
    }.ToDictionary(type => type.Naam, StringComparer.Ordinal);

    public IEnumerable<Parameter> Parameters => Verplicht.Concat(Erbij);

    public bool IsZoekvraag => this != Raadpleeg;

    public static IReadOnlyCollection<Vraagtype> Alle => Typen.Values;

    public static Vraagtype? Vind(string naam) => Typen.GetValueOrDefault(naam);
}
