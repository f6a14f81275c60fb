using System.Text.RegularExpressions;
using Meent.Services.Pijplijn;
using Meent.Standards.Problemen;

namespace Meent.Services.Personen.Autorisaties;

/// <summary>An authorisation as it is sent in. Elements may be written as RvIG does: <c>10120</c>, <c>PA.NM.01</c>.</summary>
internal sealed partial record Autorisatieinvoer(
    string? Afnemer, string? Doel, string? Gemeente, IReadOnlyList<string>? Rubrieken, string? Omschrijving, DateOnly? DatumIngang, DateOnly? DatumEinde)
{
    private const int MaximumTekst = 200;

    /// <exception cref="ProbleemException">400 that names every wrong field.</exception>
    public Autorisatie Als(Guid id)
    {
        var fouten = new List<OngeldigVeld>();
        if (Afnemer is null || !Oin().IsMatch(Afnemer)) fouten.Add(new("afnemer", "invalid", "Een OIN: 20 cijfers."));
        if (Doel is not null && (!Doel.StartsWith("urn:", StringComparison.Ordinal) || Doel.Length > MaximumTekst)) fouten.Add(new("doel", "invalid", "De URI van een verwerkingsactiviteit."));
        if (Gemeente is not null && !Gemeentecode().IsMatch(Gemeente)) fouten.Add(new("gemeente", "invalid", "Een gemeentecode: 4 cijfers."));
        if (Omschrijving?.Length > MaximumTekst) fouten.Add(new("omschrijving", "max_length", $"Hoogstens {MaximumTekst} tekens."));
        if (DatumIngang is null) fouten.Add(new("datumIngang", "required", "Dit veld is verplicht."));
        // A day on which it begins and ends makes it void: it was a mistake.
        if (DatumEinde < DatumIngang) fouten.Add(new("datumEinde", "invalid", "Ligt voor de datum van ingang."));
        var rubrieken = (Rubrieken ?? []).Select(Vorm).ToList();
        for (var i = 0; i < rubrieken.Count; i++)
            if (!Rubriek().IsMatch(rubrieken[i])) fouten.Add(new($"rubrieken[{i}]", "invalid", "Een rubriek van het Logisch Ontwerp, zoals 010120, of een code, zoals PANM01."));
        if (rubrieken.Count == 0 && Gemeente is null) fouten.Add(new("rubrieken", "required", "Noem rubrieken, of de gemeente die de afnemer is."));
        return fouten.Count > 0
            ? throw Weiger.Ongeldig(fouten)
            : new(id, Afnemer!, Doel, Gemeente, [.. rubrieken.Distinct().Order(StringComparer.Ordinal)], Omschrijving, DatumIngang!.Value, DatumEinde);
    }

    private static string Vorm(string? rubriek)
    {
        var kaal = (rubriek ?? "").Replace(".", "", StringComparison.Ordinal).Trim();
        return kaal.Length == 5 && kaal.All(char.IsAsciiDigit) ? "0" + kaal : kaal;
    }

    [GeneratedRegex(@"^[0-9]{20}\z")]
    private static partial Regex Oin();

    [GeneratedRegex(@"^[0-9]{4}\z")]
    private static partial Regex Gemeentecode();

    [GeneratedRegex(@"^([0-9]{6}|(PA|PX|AX)[A-Z]{2}[0-9]{2})\z")]
    private static partial Regex Rubriek();
}
