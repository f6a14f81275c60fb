using System.Globalization;
using System.Text.RegularExpressions;
using Meent.Standards;
using Meent.Standards.Problemen;

namespace Meent.Services.Verwerkingsregister;

/// <summary>An entry as it is sent in: by a call, or in a file with more of them.</summary>
internal sealed partial record Invoer
{
    private const int MaxTekst = 2042;
    private const int MaxNaam = 242;
    private const int MaxAantal = 500;

    /// <summary>Last part of the URI; given once, with the first version.</summary>
    public string? Code { get; init; }

    /// <summary>From when; now, when absent.</summary>
    public DateTimeOffset? BeginGeldigheid { get; init; }
    public DateTimeOffset? EindeGeldigheid { get; init; }
    public Activiteit? Activiteit { get; init; }

    /// <summary>Everything that is wrong with it by itself.</summary>
    /// <param name="metCode">Whether it says of which entry it is.</param>
    public IReadOnlyList<OngeldigVeld> Fouten(bool metCode, DateTimeOffset nu)
    {
        var fouten = new List<OngeldigVeld>();
        if (metCode && (Code is null || !CodeVorm().IsMatch(Code)))
            fouten.Add(new("code", "invalid", "Kleine letters, cijfers en koppeltekens; 3 tot 80 tekens."));
        if (EindeGeldigheid <= (BeginGeldigheid ?? nu)) fouten.Add(new("eindeGeldigheid", "invalid", "Ligt niet na het begin."));
        if (Activiteit is null) fouten.Add(new("activiteit", "required", "Dit veld is verplicht."));
        else Controleer(Activiteit, (veld, code, reden) => fouten.Add(new($"activiteit.{veld}", code, reden)));
        return fouten;
    }

    private static void Controleer(Activiteit a, Action<string, string, string> fout)
    {
        Tekst("naam", a.Naam, MaxNaam, verplicht: true);
        Tekst("doel", a.Doel, MaxTekst, verplicht: true);
        foreach (var (veld, tekst) in new[]
        {
            ("toelichtingGrondslag", a.ToelichtingGrondslag), ("bewaartermijn", a.Bewaartermijn), ("herkomst", a.Herkomst), ("waarborgenDoorgifte", a.WaarborgenDoorgifte),
            ("beveiligingsmaatregelen", a.Beveiligingsmaatregelen),
        }) Tekst(veld, tekst, MaxTekst);
        Tekst("categorie", a.Categorie, MaxNaam);
        Tekst("verantwoordelijkeBestuursorgaan", a.VerantwoordelijkeBestuursorgaan, MaxNaam);
        // A number stands for a name in the standard's list, and may be of none.
        if (!Enum.IsDefined(a.Grondslag)) fout("grondslag", "invalid_choice", "Kies een grondslag van artikel 6 van de AVG.");
        if (a.DelenMet.Count > 0 && a.Grondslag != Grondslag.Toestemming) fout("delenMet", "invalid", "Alleen wat op toestemming berust, kan een inwoner delen.");
        if (!Enum.IsDefined(a.Vertrouwelijkheid)) fout("vertrouwelijkheid", "invalid_choice", "Kies normaal, vertrouwelijk of opgeheven.");
        Duur("bewaartermijnLog", a.BewaartermijnLog);
        if (a.Vertrouwelijkheidstermijn is not null) Duur("vertrouwelijkheidstermijn", a.Vertrouwelijkheidstermijn);
        if (a.GebaseerdOp is not null && !IsUri(a.GebaseerdOp)) fout("gebaseerdOp", "invalid", "Geen URI.");
        if (a.BovenliggendeActiviteit is not null && !IsUri(a.BovenliggendeActiviteit)) fout("bovenliggendeActiviteit", "invalid", "Geen URI.");
        Lijst("wetten", a.Wetten, wet => IsUri(wet) && wet.StartsWith("http", StringComparison.OrdinalIgnoreCase), "Geen adres dat met https:// begint.");
        Lijst("gezamenlijkVerantwoordelijken", a.GezamenlijkVerantwoordelijken, IsNaam, Naamregel);
        Lijst("afnemendeCategorieOntvangers", a.AfnemendeCategorieOntvangers, IsNaam, Naamregel);
        Lijst("afnemendeInternationaleDerden", a.AfnemendeInternationaleDerden, IsNaam, Naamregel);
        Lijst("delenMet", a.DelenMet, doel => DoelVorm().IsMatch(doel), "Geen URI van een verwerkingsactiviteit, zoals urn:nld:oin:…:verwerkingsactiviteit:….");
        Lijst("gegevens", a.Gegevens, gegeven => GegevenVorm().IsMatch(gegeven), "Schrijf {dienst}:{veld} of {dienst}:*.");
        Lijst("verwerktePersoonsgegevens", a.VerwerktePersoonsgegevens, gegeven => IsNaam(gegeven.RolBetrokkene) && IsNaam(gegeven.Naam) && !gegeven.RolBetrokkene.Contains(':', StringComparison.Ordinal),
            Naamregel + " De rol bevat geen dubbele punt.");

        void Tekst(string veld, string? waarde, int max, bool verplicht = false)
        {
            if (verplicht && string.IsNullOrWhiteSpace(waarde)) fout(veld, "required", "Dit veld is verplicht.");
            else if (waarde?.Length > max) fout(veld, "max_length", $"Hoogstens {max} tekens.");
            else if (waarde?.Any(teken => char.IsControl(teken) && teken is not ('\n' or '\r' or '\t')) == true) fout(veld, "invalid", "Bevat een stuurteken.");
        }

        void Duur(string veld, string? waarde)
        {
            if (!Periode.TryParse(waarde, out var termijn) || termijn == default) fout(veld, "invalid", "Geen ISO 8601-duur, zoals P5Y.");
        }

        void Lijst<T>(string veld, IReadOnlyList<T> waarden, Func<T, bool> klopt, string reden)
        {
            if (waarden.Count > MaxAantal) fout(veld, "max_length", $"Hoogstens {MaxAantal}.");
            for (var i = 0; i < waarden.Count; i++)
                if (waarden[i] is not { } waarde || !klopt(waarde)) fout(string.Create(CultureInfo.InvariantCulture, $"{veld}[{i}]"), "invalid", reden);
        }
    }

    private static string Naamregel => $"Een naam van 1 tot {MaxNaam} tekens, op één regel.";

    private static bool IsNaam(string? naam) => !string.IsNullOrWhiteSpace(naam) && naam.Length <= MaxNaam && !naam.Any(char.IsControl);

    private static bool IsUri(string tekst) => tekst.Length <= MaxTekst && !tekst.Any(char.IsWhiteSpace) && Uri.TryCreate(tekst, UriKind.Absolute, out _) && !tekst.StartsWith('/');

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,78}[a-z0-9]$")]
    private static partial Regex CodeVorm();

    [GeneratedRegex("^urn:nld:oin:[0-9]{20}:verwerkingsactiviteit:[a-z0-9-]{3,80}$")]
    private static partial Regex DoelVorm();

    [GeneratedRegex(@"^[a-z][a-z0-9-]*:(\*|[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*)$")]
    private static partial Regex GegevenVorm();
}
