using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using Meent.Services.Personen.Velden;
using Meent.Services.Personen.Vraag;

namespace Meent.Services.Personen.Autorisaties;

/// <summary>What a consumer may ask of persons, in elements of the Logisch Ontwerp, for a time (table 35 of RvIG; decision 0031).</summary>
/// <param name="Afnemer">OIN of the organisation that asks; the own one for its own programs.</param>
/// <param name="Doel">URI of the purpose that it is for; null for any.</param>
/// <param name="Gemeente">Code of the municipality that the consumer is: about its own residents it may ask everything.</param>
/// <param name="Rubrieken">Elements by their six digits, and codes of what is derived: <c>010120</c>, <c>PANM01</c>.</param>
/// <param name="DatumEinde">The first day on which it holds no more.</param>
internal sealed record Autorisatie(
    Guid Id, string Afnemer, string? Doel, string? Gemeente, IReadOnlyList<string> Rubrieken, string? Omschrijving, DateOnly DatumIngang, DateOnly? DatumEinde)
{
    // All of 'adressering', and of it how somebody is addressed without the address.
    private const string Adressering = "PAAD01";
    private const string ElektronischeAdressering = "PAAD02";

    // A bound against paths that vary without end: any part of a date is a path.
    private const int MaximumBewaard = 2_000;

    private static readonly string[] Aanspreking = ["PANM03", "PANM04", "PANM05", "PANM06"];

    private readonly HashSet<string> _rubrieken = new(Rubrieken, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(Veldenlijst, string), bool> _velden = new();

    [JsonIgnore]
    public bool IsVanGemeente => Gemeente is not null;

    public bool IsActueel(DateOnly vandaag) => DatumIngang <= vandaag && (DatumEinde is null || DatumEinde > vandaag);

    public bool Heeft(string rubriek) => _rubrieken.Contains(rubriek);

    /// <summary>Whether the question is about residents of the municipality that asks, and nobody else.</summary>
    public bool IsOverEigenInwoners(string? gemeente) => Gemeente is not null && Gemeente == gemeente;

    /// <summary>What searches no element needs none.</summary>
    public bool Mag(Parameter parameter) => parameter.Rubriek is null || Heeft(parameter.Rubriek);

    /// <summary>Whether it has every element that a path is made from.</summary>
    public bool Mag(Veldenlijst lijst, string pad)
    {
        if (_velden.TryGetValue((lijst, pad), out var mag)) return mag;
        mag = Bepaal(lijst, pad);
        if (_velden.Count < MaximumBewaard) _velden.TryAdd((lijst, pad), mag);
        return mag;
    }

    private bool Bepaal(Veldenlijst lijst, string pad)
    {
        // Which of the parents it is, is no element; who may see anything of both may know it.
        if (pad == "ouders.ouderAanduiding") return Heeft("PAOU01") || (HeeftVan("02") && HeeftVan("03"));
        var isAdressering = pad.StartsWith("adressering", StringComparison.Ordinal);
        return lijst.Rubrieken(pad).All(rubriek => Heeft(rubriek)
            || (isAdressering && (Heeft(Adressering) || (Heeft(ElektronischeAdressering) && Aanspreking.Contains(rubriek)))));
    }

    private bool HeeftVan(string categorie) => Rubrieken.Any(rubriek => rubriek.StartsWith(categorie, StringComparison.Ordinal));
}
