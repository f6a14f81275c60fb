using System.Text.RegularExpressions;
using Meent.Services.Brk.Model;
using Meent.Services.HaalCentraal;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Brk;

/// <summary>What is sought at <c>/kadastraalonroerendezaken</c>: in exactly one of the ways of the standard.</summary>
internal sealed partial record Zaakvraag
{
    /// <summary>With more nothing is told (the standard leaves the number to the source).</summary>
    public const int Maximum = 100;

    private const string Manieren =
        "Zoek met kadastraleAanduiding, kadastraleAanduidingMetGemeentecode, persoon__identificatie, postcode of nummeraanduidingIdentificatie.";

    private const string Splitsing = "inclusiefKadastraalOnroerendeZakenUitSplitsing";

    private static readonly HashSet<string> Bekend = new(StringComparer.Ordinal)
    {
        "kadastraleAanduiding", "kadastraleAanduidingMetGemeentecode", Splitsing, "persoon__identificatie", "postcode", "huisnummer", "huisletter", "huisnummertoevoeging",
        "nummeraanduidingIdentificatie", Veldkeuze.Parameter, Uitbreiding.Parameter,
    };

    public string? Aanduiding { get; private init; }
    public string? AanduidingMetCode { get; private init; }
    public bool InclusiefSplitsing { get; private init; }
    public string? Persoon { get; private init; }
    public IReadOnlyList<string> Persoonstypen { get; private init; } = [];
    public string? Postcode { get; private init; }
    public int? Huisnummer { get; private init; }
    public string? Huisletter { get; private init; }
    public string? Huisnummertoevoeging { get; private init; }
    public string? Nummeraanduiding { get; private init; }
    public required Veldkeuze Velden { get; init; }
    public Uitbreiding Uitbreiding { get; private init; } = Uitbreiding.Geen;

    /// <summary>By somebody: then the standard does not tell who else has a right.</summary>
    public bool IsVanPersoon => Persoon is not null;

    /// <exception cref="ProbleemException">400 in the standard's codes.</exception>
    public static Zaakvraag Lees(IQueryCollection query)
    {
        if (query.Keys.All(naam => naam is Veldkeuze.Parameter or Uitbreiding.Parameter)) throw Rfc2616Problemen.GeenParameters(Manieren);
        var lezer = new Parameterlezer(query, Bekend);
        var persoon = lezer.Tekst("persoon__identificatie", PersoonPatroon());
        var vraag = new Zaakvraag
        {
            Aanduiding = lezer.Tekst("kadastraleAanduiding", Brkregels.Aanduiding),
            AanduidingMetCode = lezer.Tekst("kadastraleAanduidingMetGemeentecode", Brkregels.AanduidingMetCode),
            InclusiefSplitsing = lezer.Ja(Splitsing),
            Persoon = persoon,
            Persoonstypen = [Model.Persoon.Kadastermens, Model.Persoon.Kadasterorganisatie],
            Postcode = lezer.Tekst("postcode", PostcodePatroon()),
            Huisnummer = lezer.Getal("huisnummer", 1, 99_999),
            Huisletter = lezer.Tekst("huisletter", HuisletterPatroon())?.ToLowerInvariant(),
            Huisnummertoevoeging = lezer.Tekst("huisnummertoevoeging", ToevoegingPatroon())?.ToLowerInvariant(),
            Nummeraanduiding = lezer.Tekst("nummeraanduidingIdentificatie", BagPatroon()),
            Velden = Veldkeuze.Lees(query, lezer, Brkvelden.Zaken),
            Uitbreiding = Uitbreiding.Lees(query, lezer, query.ContainsKey("persoon__identificatie") ? Brkvelden.BijZaakVanPersoon : Brkvelden.BijZaak),
        };
        lezer.Klaar();
        return vraag.Combinatie(lezer.Heeft(Splitsing));
    }

    /// <summary>What somebody who is in the BRP has a right on.</summary>
    public static Zaakvraag Van(string bsn, Veldkeuze velden) => new() { Persoon = bsn, Persoonstypen = [Model.Persoon.IngeschrevenMens], Velden = velden };

    private Zaakvraag Combinatie(bool metSplitsing)
    {
        var isAdres = (Postcode ?? Huisletter ?? Huisnummertoevoeging ?? (object?)Huisnummer) is not null;
        var manieren = new[] { Aanduiding, AanduidingMetCode, Persoon, Nummeraanduiding }.Count(waarde => waarde is not null) + (isAdres ? 1 : 0);
        if (manieren > 1 || (metSplitsing && manieren == 1 && Aanduiding is null && AanduidingMetCode is null)) throw Rfc2616Problemen.CombinatieNietToegestaan();
        return manieren == 1 && (!isAdres || Postcode is not null) ? this : throw Rfc2616Problemen.CombinatieOnvolledig(Manieren);
    }

    [GeneratedRegex(@"^[A-Za-z0-9.\-]{1,60}\z")]
    private static partial Regex PersoonPatroon();

    [GeneratedRegex(@"^[1-9][0-9][0-9][0-9][A-Z][A-Z]\z")]
    private static partial Regex PostcodePatroon();

    [GeneratedRegex(@"^[a-zA-Z]\z")]
    private static partial Regex HuisletterPatroon();

    [GeneratedRegex(@"^([a-z,A-Z,0-9]){1,4}\z")]
    private static partial Regex ToevoegingPatroon();

    [GeneratedRegex(@"^[0-9]{16}\z")]
    private static partial Regex BagPatroon();
}
