using Meent.Services.Personen.Onderzoeken;
using Meent.Services.Pijplijn;
using Meent.Standards.Identificaties;
using Meent.Standards.Problemen;

namespace Meent.Services.Terugmelden;

/// <summary>A doubt as it is reported.</summary>
/// <param name="Gegeven">One of <see cref="Onderzoekbaar.Gegevens"/>.</param>
/// <param name="Melder"><c>inwoner</c> or <c>medewerker</c>; who exactly stays at the organisation of the reporter.</param>
internal sealed record Terugmeldinvoer(string Burgerservicenummer, string Gegeven, string Toelichting, string Melder)
{
    private const int Langst = 1000;

    /// <exception cref="ProbleemException">400: it names all that is wrong.</exception>
    public Terugmelding Lees(string afzender, DateTimeOffset nu)
    {
        var fouten = new List<OngeldigVeld>();
        if (!Bsn.TryParse(Burgerservicenummer, out var bsn)) fouten.Add(new("burgerservicenummer", "invalid", "Geen geldig burgerservicenummer."));
        if (!Onderzoekbaar.Gegevens.Contains(Gegeven)) fouten.Add(new("gegeven", "invalid_choice", $"Kies uit {string.Join(", ", Onderzoekbaar.Gegevens)}."));
        if (string.IsNullOrWhiteSpace(Toelichting)) fouten.Add(new("toelichting", "required", "Zeg wat er volgens u niet klopt."));
        else if (Toelichting.Length > Langst) fouten.Add(new("toelichting", "max_length", $"Hoogstens {Langst} tekens."));
        if (Melder is not ("inwoner" or "medewerker")) fouten.Add(new("melder", "invalid_choice", "Kies uit inwoner, medewerker."));
        return fouten.Count == 0
            ? new(Guid.CreateVersion7(nu), bsn.Cijfers, Gegeven, Toelichting.Trim(), Melder, afzender, nu, Terugmeldstatus.Ontvangen, null, nu)
            : throw Weiger.Ongeldig(fouten);
    }
}

/// <param name="Status"><c>inOnderzoek</c>, <c>gewijzigd</c> or <c>nietGewijzigd</c>.</param>
/// <param name="Uitleg">For the reporter; has to be there at the end.</param>
internal sealed record Statusinvoer(string Status, string? Uitleg = null)
{
    private const int Langst = 1000;

    /// <exception cref="ProbleemException">400: it is none, or says nothing.</exception>
    public Terugmeldstatus Lees()
    {
        if (!Enum.TryParse<Terugmeldstatus>(Status, ignoreCase: true, out var status) || !char.IsLetter(Status[0])) throw Weiger.Ongeldig("status", "invalid_choice", "Kies uit inOnderzoek, gewijzigd, nietGewijzigd.");
        if (status is Terugmeldstatus.Gewijzigd or Terugmeldstatus.NietGewijzigd && string.IsNullOrWhiteSpace(Uitleg)) throw Weiger.Ongeldig("uitleg", "required", "Vertel de melder wat u deed.");
        return Uitleg?.Length > Langst ? throw Weiger.Ongeldig("uitleg", "max_length", $"Hoogstens {Langst} tekens.") : status;
    }
}

/// <summary>As the reporter sees it.</summary>
internal sealed record Terugmeldantwoord(Guid Id, string Gegeven, string Toelichting, string Melder, DateTimeOffset Gemeld, string Status, string? Uitleg, DateTimeOffset Gewijzigd)
{
    /// <summary>Only for who has to look into it.</summary>
    public string? Burgerservicenummer { get; init; }

    /// <summary>OIN of the organisation at which it was reported; absent for the own one.</summary>
    public string? Afzender { get; init; }

    public static Terugmeldantwoord Van(Terugmelding een) => new(
        een.Id, een.Gegeven, een.Toelichting, een.Melder, een.Gemeld, System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(een.Status.ToString()), een.Uitleg, een.Gewijzigd);

    public static Terugmeldantwoord VoorBehandelaar(Terugmelding een) => Van(een) with { Burgerservicenummer = een.Bsn, Afzender = een.Afzender.Length == 0 ? null : een.Afzender };
}

internal sealed record Terugmeldlijst(IReadOnlyList<Terugmeldantwoord> Terugmeldingen);
