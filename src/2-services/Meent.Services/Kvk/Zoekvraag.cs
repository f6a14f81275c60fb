using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Kvk;

/// <summary>What is sought at <c>/v2/zoeken</c>: everything that is given must fit.</summary>
internal sealed partial record Zoekvraag
{
    private static readonly string[] Bekend =
    [
        "kvkNummer", "rsin", "vestigingsnummer", "naam", "straatnaam", "plaats", "postcode", "huisnummer", "huisletter", "postbusnummer", "type",
        "inclusiefInactieveRegistraties", "pagina", "resultatenPerPagina",
    ];

    public string? KvkNummer { get; private init; }
    public string? Rsin { get; private init; }
    public string? Vestigingsnummer { get; private init; }
    public IReadOnlyList<string> Woorden { get; private init; } = [];
    public string? Straatnaam { get; private init; }
    public string? Plaats { get; private init; }
    public string? Postcode { get; private init; }
    public int? Huisnummer { get; private init; }
    public string? Huisletter { get; private init; }
    public int? Postbusnummer { get; private init; }
    public IReadOnlyList<string> Typen { get; private init; } = [];
    public bool OokInactief { get; private init; }
    public int Pagina { get; private init; }
    public int ResultatenPerPagina { get; private init; }

    /// <exception cref="Standards.Problemen.ProbleemException">400 or 404, in the codes of the KVK.</exception>
    public static Zoekvraag Lees(IQueryCollection query)
    {
        var lezer = new Kvklezer(query, Bekend);
        var vraag = new Zoekvraag
        {
            KvkNummer = lezer.Tekst("kvkNummer", AchtCijfers(), Kvkfouten.KvkNummer),
            Rsin = lezer.Tekst("rsin", NegenCijfers(), Kvkfouten.Rsin),
            Vestigingsnummer = lezer.Tekst("vestigingsnummer", TwaalfCijfers(), Kvkfouten.Vestigingsnummer),
            Woorden = lezer.Tekst("naam", Letters()) is { } naam ? [.. Vermelding.Woorden(naam)] : [],
            Straatnaam = lezer.Tekst("straatnaam", Gevuld()),
            Plaats = lezer.Tekst("plaats", Gevuld()),
            Postcode = lezer.Tekst("postcode", PostcodePatroon())?.ToUpperInvariant(),
            Huisnummer = lezer.Getal("huisnummer", 1, 99_999),
            Huisletter = lezer.Tekst("huisletter", Letter())?.ToLowerInvariant(),
            Postbusnummer = lezer.Getal("postbusnummer", 1, 99_999),
            Typen = lezer.Keuzes("type", Vermelding.Typen, Kvkfouten.Type),
            OokInactief = lezer.Ja("inclusiefInactieveRegistraties"),
            Pagina = lezer.Getal("pagina", 1, 1_000) ?? 1,
            ResultatenPerPagina = lezer.Getal("resultatenPerPagina", 1, 100) ?? 10,
        };
        lezer.Klaar();
        if (!vraag.IsVolledig) Kvkfouten.Weiger([Kvkfouten.Invoer]);
        return vraag;
    }

    /// <summary>A postcode goes with a number, and a number with a postcode; something must be sought.</summary>
    private bool IsVolledig =>
        (Postcode is not null) == ((Huisnummer ?? Postbusnummer) is not null)
        && (Huisnummer is null || Postbusnummer is null)
        && (Huisletter is null || Huisnummer is not null)
        && (Woorden.Count > 0 || (KvkNummer ?? Rsin ?? Vestigingsnummer ?? Straatnaam ?? Plaats ?? Postcode) is not null);

    /// <summary>Whether it is this address that was sought, so that it is the one to tell.</summary>
    public bool Past(Adres adres) =>
        (Postcode is null || Postcode.Equals(adres.Postcode, StringComparison.OrdinalIgnoreCase))
        && (Huisnummer is null || Huisnummer == adres.Huisnummer)
        && (Postbusnummer is null || Postbusnummer == adres.Postbusnummer)
        && (Huisletter is null || Huisletter.Equals(adres.Huisletter, StringComparison.OrdinalIgnoreCase))
        && (Straatnaam is null || Zelfde(Straatnaam, adres.Straatnaam))
        && (Plaats is null || Zelfde(Plaats, adres.Plaats));

    public bool Past(string naam) => Woorden.Count > 0 && Vermelding.Woorden(naam).IsSupersetOf(Woorden);

    private static bool Zelfde(string gezocht, string? gevonden) => Personen.Opslag.Zoektekst.Kaal(gezocht) == Personen.Opslag.Zoektekst.Kaal(gevonden);

    [GeneratedRegex(@"^[0-9]{8}\z")]
    private static partial Regex AchtCijfers();

    [GeneratedRegex(@"^[0-9]{9}\z")]
    private static partial Regex NegenCijfers();

    [GeneratedRegex(@"^[0-9]{12}\z")]
    private static partial Regex TwaalfCijfers();

    [GeneratedRegex(@"^[0-9]{4}[a-zA-Z]{2}\z")]
    private static partial Regex PostcodePatroon();

    [GeneratedRegex(@"^[a-zA-Z]\z")]
    private static partial Regex Letter();

    // A name without a letter or digit has no word to find.
    [GeneratedRegex(@"[\p{L}\p{Nd}]")]
    private static partial Regex Letters();

    [GeneratedRegex(@"\S")]
    private static partial Regex Gevuld();
}
