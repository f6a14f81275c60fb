using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Taal;
using Meent.Standards;

namespace Meent.Interaction.Verwerkingen;

/// <summary>The form of an activity.</summary>
/// <param name="Bekend">Null for a new one.</param>
/// <param name="Anderen">Of which it can be a part.</param>
internal sealed record Activiteitvorm(Registergeschiedenis? Bekend, IReadOnlyList<Registerversie> Anderen, Formulier Formulier)
{
    /// <summary>From the fields that the register names to those of the form.</summary>
    public static readonly IReadOnlyDictionary<string, string> Velden =
        Registerveld.Alle.ToDictionary(veld => $"activiteit.{veld.Naam}", veld => veld.Naam).Append(new("code", "code")).Append(new("beginGeldigheid", "vanaf")).ToDictionary(StringComparer.Ordinal);

    public string Terug => Bekend is null ? "/werk/verwerkingen" : $"/werk/verwerkingen/{Bekend.Nu.Code}";

    public static Formulier Begin(Registergeschiedenis? bekend, string? gegevens = null) => new(bekend is null
        ? new Dictionary<string, string>(StringComparer.Ordinal) { ["bewaartermijnLog"] = "P5Y", ["vertrouwelijkheid"] = "normaal" }
        : Registerveld.Alle.Select(veld => KeyValuePair.Create(veld.Naam, veld.Naam == "gegevens" && gegevens is { Length: > 0 } ? gegevens : bekend.Nu[veld.Naam])).Append(new("stand", bekend.Stand)).ToDictionary(StringComparer.Ordinal));

    /// <returns>What the register is sent; only to be used when the form is right.</returns>
    public object Lees(Tekst t)
    {
        if (Bekend is null) Formulier.Verplicht("code", t["Vul een code in.", "Fill in a code."]);
        foreach (var veld in Registerveld.Alle.Where(veld => veld.Verplicht)) Formulier.Verplicht(veld.Naam, t[$"Vul in: {veld.Nederlands.ToLowerInvariant()}.", $"Fill in: {veld.Engels.ToLowerInvariant()}."]);
        foreach (var regel in Formulier["verwerktePersoonsgegevens"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(regel => !regel.Contains(':', StringComparison.Ordinal)))
            Formulier.Fout("verwerktePersoonsgegevens", t[$"Zet in '{regel.Trim()}' een dubbele punt tussen wie en welk gegeven.", $"Put a colon between who and which data in '{regel.Trim()}'."]);
        var vanaf = Formulier["vanaf"].Length == 0 ? null : Formulier.Datum("vanaf", t["Vul een datum in, of laat dit leeg.", "Fill in a date, or leave this empty."]);
        Reden(Formulier, t);
        return new
        {
            code = Bekend is null ? Formulier["code"] : null,
            beginGeldigheid = vanaf?.BeginVanDag(),
            activiteit = Registerveld.Alle.Select(veld => (veld.Naam, Waarde: veld.Waarde(Formulier[veld.Naam].ReplaceLineEndings("\n")))).Where(veld => veld.Waarde is not null)
                .ToDictionary(veld => veld.Naam, veld => veld.Waarde, StringComparer.Ordinal),
        };
    }

    public static string Reden(Formulier formulier, Tekst t) => formulier.Verplicht("reden", t["Vul in waarom u dit doet.", "Fill in why you do this."]);
}
