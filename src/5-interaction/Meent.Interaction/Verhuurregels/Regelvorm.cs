using System.Globalization;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;

namespace Meent.Interaction.Verhuurregels;

/// <summary>A version of the rules as a form, and back. Rows are numbered fields: <c>r0-naam</c>.</summary>
internal static class Regelvorm
{
    public const int MaxRijen = 50;
    private const string Aantal = "rijen";

    // The register's name of a member of a row, and the form's.
    private static readonly (string Lid, string Veld)[] Rijvelden =
    [
        ("naam", "naam"), ("gebied", "gebied"), ("deel", "deel"), ("gebruik", "gebruik"), ("registratieplicht", "nummer"), ("meldplicht", "melden"),
        ("maxNachtenPerKalenderjaar", "nachten"), ("maxPersonen", "personen"), ("vergunningplicht", "vergunning"), ("maxVergunningen", "quotum"),
        ("vergunningMaanden", "duur"),
    ];

    public static string Veld(int rij, string naam) => $"r{rij}-{naam}";

    public static int Rijen(Formulier formulier) =>
        int.TryParse(formulier[Aantal], NumberStyles.None, CultureInfo.InvariantCulture, out var rijen) ? Math.Clamp(rijen, 1, MaxRijen) : 1;

    public static Formulier Van(string voorwaarden, IReadOnlyList<Regelrij> regels, IReadOnlyList<Regelboete> boetes, int recidivejaren)
    {
        var waarden = new Dictionary<string, string> { ["voorwaardenversie"] = voorwaarden, [Aantal] = $"{regels.Count}", ["recidivejaren"] = recidivejaren == 0 ? "" : $"{recidivejaren}" };
        for (var i = 0; i < regels.Count; i++)
        {
            var regel = regels[i];
            string?[] leden = [regel.Naam, regel.Gebied?.ToString(), regel.Deel, regel.Gebruik, Vink(regel.Registratieplicht), Vink(regel.Meldplicht), $"{regel.MaxNachtenPerKalenderjaar}", $"{regel.MaxPersonen}", Vink(regel.Vergunningplicht), $"{regel.MaxVergunningen}", $"{regel.VergunningMaanden}"];
            for (var j = 0; j < leden.Length; j++) waarden[Veld(i, Rijvelden[j].Veld)] = leden[j] ?? "";
        }

        foreach (var boete in boetes)
        {
            waarden[$"boete-{boete.Overtreding}"] = $"{boete.Bedrag}";
            waarden[$"herhaling-{boete.Overtreding}"] = $"{boete.BedragBijHerhaling}";
        }

        return new Formulier(waarden);
    }

    /// <summary>The same form with its rows in another order; a row of which the number is not there is a new one.</summary>
    public static Formulier Met(Formulier formulier, IReadOnlyList<int> volgorde)
    {
        var waarden = formulier.Waarden.Where(w => !IsRij(w.Key)).ToDictionary(StringComparer.Ordinal);
        waarden[Aantal] = $"{volgorde.Count}";
        for (var i = 0; i < volgorde.Count; i++)
            foreach (var (_, veld) in Rijvelden) waarden[Veld(i, veld)] = formulier[Veld(volgorde[i], veld)];
        return new Formulier(waarden);
    }

    /// <summary>What the register reads; wrong numbers are marked in the form.</summary>
    public static object Lees(Formulier formulier, Taal.Tekst t)
    {
        var van = formulier.Datum("geldigVan", t["Vul in vanaf welke dag deze regels gelden.", "Fill in from which day these rules hold."]);
        return new
        {
            geldigVan = van is { } dag ? dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            voorwaardenversie = formulier.Verplicht("voorwaardenversie", t["Vul in hoe deze versie heet.", "Fill in what this version is called."]),
            regels = Enumerable.Range(0, Rijen(formulier)).Select(i => new
            {
                naam = formulier.Verplicht(Veld(i, "naam"), t["Geef de regel een naam.", "Give the rule a name."]),
                gebied = Tekst(Veld(i, "gebied")),
                deel = Tekst(Veld(i, "deel")),
                gebruik = Tekst(Veld(i, "gebruik")),
                registratieplicht = formulier[Veld(i, "nummer")] == "ja",
                meldplicht = formulier[Veld(i, "melden")] == "ja",
                maxNachtenPerKalenderjaar = Getal(Veld(i, "nachten")),
                maxPersonen = Getal(Veld(i, "personen")),
                vergunningplicht = formulier[Veld(i, "vergunning")] == "ja",
                maxVergunningen = Getal(Veld(i, "quotum")),
                vergunningMaanden = Getal(Veld(i, "duur")),
            }).ToList(),
            boetes = Regelwoorden.Overtredingen.Where(o => formulier[$"boete-{o}"].Length > 0)
                .Select(o => new { overtreding = o, bedrag = Getal($"boete-{o}"), bedragBijHerhaling = Getal($"herhaling-{o}") }).ToList(),
            recidivejaren = Getal("recidivejaren"),
        };

        string? Tekst(string veld) => formulier[veld] is { Length: > 0 } tekst ? tekst : null;
        int? Getal(string veld) => formulier[veld].Length == 0 ? null : formulier.Getal(veld, 0, 1_000_000, t["Vul een getal in, zonder punt of komma.", "Fill in a number, without point or comma."]);
    }

    /// <summary>From the register's names of fields to the form's.</summary>
    public static IReadOnlyDictionary<string, string> Velden(Formulier formulier, string voor = "")
    {
        var velden = new Dictionary<string, string>(StringComparer.Ordinal) { [voor + "geldigVan"] = "geldigVan", [voor + "voorwaardenversie"] = "voorwaardenversie", [voor + "recidivejaren"] = "recidivejaren" };
        for (var i = 0; i < Rijen(formulier); i++)
        {
            velden[$"{voor}regels.{i}"] = Veld(i, "naam");
            foreach (var (lid, veld) in Rijvelden) velden[$"{voor}regels.{i}.{lid}"] = Veld(i, veld);
        }

        return velden;
    }

    private static bool IsRij(string veld) => veld.Length > 2 && veld[0] == 'r' && char.IsAsciiDigit(veld[1]);

    private static string Vink(bool waar) => waar ? "ja" : "";
}
