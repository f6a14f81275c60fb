using Meent.Services.Pijplijn;
using Meent.Standards;
using Meent.Standards.Identificaties;
using Meent.Standards.Problemen;

namespace Meent.Services.Toestemmingen;

/// <summary>Who a question is about: always in the body, never in a URL.</summary>
internal sealed record Persoonsvraag(string Burgerservicenummer)
{
    /// <exception cref="ProbleemException">400: it is none.</exception>
    public string Bsn() => Standards.Identificaties.Bsn.TryParse(Burgerservicenummer, out var bsn) ? bsn.Cijfers : throw Weiger.Ongeldig("burgerservicenummer", "invalid", "Geen geldig burgerservicenummer.");
}

/// <summary>A consent as it is given.</summary>
/// <param name="Doel">URI of the purpose, see <see cref="Mogelijkheid.Doel"/>.</param>
/// <param name="Van">First day; now, when absent.</param>
/// <param name="Tot">Last day.</param>
internal sealed record Toestemmingsinvoer(string Burgerservicenummer, string Doel, IReadOnlyList<string> Gegevens, DateOnly Tot, DateOnly? Van = null)
{
    private const int MaxJaren = 5;

    /// <exception cref="ProbleemException">400: it names all that is wrong.</exception>
    public Toestemming Lees(IReadOnlyList<Mogelijkheid> mogelijkheden, DateTimeOffset nu)
    {
        var (fouten, vandaag) = (new List<OngeldigVeld>(), nu.LokaleDag());
        var mogelijk = mogelijkheden.FirstOrDefault(een => een.Doel == Doel);
        if (!Bsn.TryParse(Burgerservicenummer, out var bsn)) fouten.Add(new("burgerservicenummer", "invalid", "Geen geldig burgerservicenummer."));
        if (mogelijk is null) fouten.Add(new("doel", "geen-toestemming-mogelijk", "Voor dit doel vraagt het register geen toestemming."));
        else if (Gegevens.Count == 0) fouten.Add(new("gegevens", "required", "Kies wat u wilt delen."));
        else if (!Gegevens.All(mogelijk.Gegevens.Contains)) fouten.Add(new("gegevens", "invalid_choice", "Dit is voor dit doel niet te delen."));
        if (Van < vandaag) fouten.Add(new("van", "past-not-allowed", "Toestemming begint vandaag of later."));
        if (Tot < (Van ?? vandaag)) fouten.Add(new("tot", "invalid", "Ligt voor het begin."));
        else if (Tot > vandaag.AddYears(MaxJaren)) fouten.Add(new("tot", "max_value", $"Hoogstens {MaxJaren} jaar vooruit."));
        if (fouten.Count > 0) throw Weiger.Ongeldig(fouten);
        var begin = Van > vandaag ? Van.Value.BeginVanDag() : nu;
        return new Toestemming(
            Guid.CreateVersion7(nu), bsn.Cijfers, mogelijk!.Activiteit, mogelijk.Ontvanger, Doel, [.. Gegevens.Distinct(StringComparer.Ordinal)], begin, Tot.AddDays(1).BeginVanDag(), nu);
    }
}

/// <summary>A consent as its own person sees it: without a number of theirs.</summary>
/// <param name="Naam">Of the activity, as the register has it now; null when it has it no more.</param>
/// <param name="Stand"><c>geldt</c>, <c>komt</c> or <c>voorbij</c>.</param>
internal sealed record Toestemmingsantwoord(
    Guid Id, string Activiteit, string? Naam, string Ontvanger, string Doel, IReadOnlyList<string> Gegevens, DateTimeOffset Begin, DateTimeOffset Einde, DateTimeOffset Gegeven,
    DateTimeOffset? Beeindigd, string Stand)
{
    public static Toestemmingsantwoord Van(Toestemming een, string? naam, bool mogelijk, DateTimeOffset nu)
    {
        var einde = een.Beeindigd < een.Einde ? een.Beeindigd.Value : een.Einde;
        var stand = einde <= nu || einde <= een.Begin || !mogelijk ? "voorbij" : een.Begin > nu ? "komt" : "geldt";
        return new(een.Id, een.Activiteit, naam, een.Ontvanger, een.Doel, een.Gegevens, een.Begin, een.Einde, een.Gegeven, een.Beeindigd, stand);
    }
}

internal sealed record Toestemmingenlijst(IReadOnlyList<Toestemmingsantwoord> Toestemmingen);

internal sealed record Mogelijkhedenlijst(IReadOnlyList<Mogelijkheid> Mogelijkheden);
