using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Opvragen;

/// <summary>What purposes may have and what they use of it, as the logbook counted.</summary>
internal sealed class Minimalisatiebron(Bronnen bronnen)
{
    public async Task<Minimalisatieoverzicht> Alle(Verzoek verzoek) =>
        await bronnen.Haal<Minimalisatieoverzicht>(verzoek.Namens(Doelen.Toezien), Diensten.Logboek, "minimalisatie", verzoek.Stop) ?? new(default, null, 0, []);
}

/// <param name="Sinds">The first day that was counted; null when none was.</param>
internal sealed record Minimalisatieoverzicht(DateOnly Van, DateOnly? Sinds, int MinsteAntwoorden, IReadOnlyList<Minimalisatie> Activiteiten);

/// <param name="Stand"><c>voorstel</c>, <c>past</c>, or why nothing can be said: <c>elders</c>, <c>jong</c>, <c>kortGemeten</c>, <c>weinig</c>.</param>
internal sealed record Minimalisatie(
    string Activiteit, string Naam, string Stand, long Antwoorden, IReadOnlyList<string> Gegevens, IReadOnlyList<Veldmeting> Velden, IReadOnlyList<string> Voorstel, IReadOnlyList<string> Vervalt)
{
    /// <summary>Last part of the URI of the activity.</summary>
    public string Code => Activiteit[(Activiteit.LastIndexOf(':') + 1)..];

    /// <summary>Whether the data comes from another organisation, under a contract.</summary>
    public bool IsElders => Stand == "elders";

    /// <summary>What can be taken off it: what is granted and counted.</summary>
    public IEnumerable<Veldmeting> AfTeNemen => Velden.Where(veld => Gegevens.Contains(veld.Veld));

    /// <summary>The screens that would be refused when it were granted no more than this, with the fields that they would miss.</summary>
    public IReadOnlyList<(Persoonsvraag Scherm, IReadOnlyList<string> Mist)> Breekt(IReadOnlyCollection<string> gegevens) =>
        [.. Persoonsvraag.Alle.Where(scherm => scherm.Doel == Code).Select(scherm => (scherm, scherm.Mist(gegevens))).Where(een => een.Item2.Count > 0)];
}

/// <param name="Laatste">The last day; null when it was never asked.</param>
internal sealed record Veldmeting(string Veld, bool Toegekend, long Gevraagd, long Verstrekt, DateOnly? Laatste);
