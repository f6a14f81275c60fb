using Meent.Services.Personen.Lijst;

namespace Meent.Services.Personen.Gezag;

internal enum Gezagsoort
{
    GezamenlijkOuderlijkGezag,
    EenhoofdigOuderlijkGezag,
    GezamenlijkGezag,
    Voogdij,
    TijdelijkGeenGezag,
    GezagNietTeBepalen,
}

/// <summary>Who has gezag over a minor.</summary>
/// <param name="Ouders">Categories 02 and 03 of the parents that have it.</param>
/// <param name="Derde">Who else has it, as registered; null when the register does not tell.</param>
/// <param name="Toelichting">Why nobody has it, or nobody can tell.</param>
internal sealed record Gezagsuitkomst(Gezagsoort Soort, IReadOnlyList<string> Ouders, Voorkomen? Derde, string? Toelichting)
{
    public static Gezagsuitkomst Geen(string waarom) => new(Gezagsoort.TijdelijkGeenGezag, [], null, $"Tijdelijk geen gezag omdat {waarom}.");

    public static Gezagsuitkomst Onbepaald(string waarom) => new(Gezagsoort.GezagNietTeBepalen, [], null, $"Gezag kan niet worden bepaald omdat {waarom}.");

    /// <param name="waarbij">What could not be established; empty for gezag as a whole.</param>
    public static Gezagsuitkomst Ontbreekt(string gegeven, string waarbij = "") => new(
        Gezagsoort.GezagNietTeBepalen, [], null,
        $"Gezag kan niet worden bepaald omdat relevante gegevens ontbreken{(waarbij.Length == 0 ? "" : $" bij het bepalen van {waarbij}")}. Het gaat om de volgende gegevens: {gegeven}");
}
