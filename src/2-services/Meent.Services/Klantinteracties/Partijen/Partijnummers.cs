using Meent.Data.Modellen.Klantinteracties;
using Meent.Services.Pijplijn;
using Meent.Standards.Identificaties;
using Meent.Standards.Problemen;

namespace Meent.Services.Klantinteracties.Partijen;

/// <summary>Which registry has which numbers, and how those look.</summary>
internal static class Partijnummers
{
    private static readonly Dictionary<string, string[]> Objecttypen = new() { ["brp"] = ["natuurlijk_persoon"], ["hr"] = ["vestiging", "niet_natuurlijk_persoon"] };

    private static readonly Dictionary<string, string[]> Soorten = new()
    {
        ["natuurlijk_persoon"] = ["bsn"],
        ["vestiging"] = ["vestigingsnummer"],
        ["niet_natuurlijk_persoon"] = ["rsin", "kvk_nummer"],
    };

    /// <exception cref="ProbleemException">400; it does not repeat the number.</exception>
    public static void Controleer(Partijnummer nummer)
    {
        if (Objecttypen[nummer.CodeRegister] is var typen && !typen.Contains(nummer.CodeObjecttype))
            throw Alleen("partijIdentificatorCodeObjecttype", $"`codeRegister` {nummer.CodeRegister}", typen);
        if (Soorten[nummer.CodeObjecttype] is var soorten && !soorten.Contains(nummer.CodeSoortObjectId))
            throw Alleen("partijIdentificatorCodeSoortObjectId", $"`codeObjecttype` {nummer.CodeObjecttype}", soorten);
        if (Klacht(nummer) is { } klacht) throw Weiger.Ongeldig("partijIdentificatorObjectId", "invalid", $"Deze waarde is ongeldig, reden: {klacht}");
    }

    private static string? Klacht(Partijnummer nummer)
    {
        var waarde = nummer.ObjectId;
        var lengte = nummer.CodeSoortObjectId switch { "vestigingsnummer" => 12, "kvk_nummer" => 8, _ => 9 };
        if (waarde.Length != lengte) return $"Waarde moet {lengte} tekens lang zijn";
        return nummer.CodeSoortObjectId switch
        {
            "bsn" => Bsn.TryParse(waarde, out _) ? null : "Onjuist BSN nummer",
            "rsin" => Rsin.IsGeldig(waarde) ? null : "Onjuist RSIN nummer",
            _ => waarde.All(char.IsAsciiDigit) ? null : "Voer een numerieke waarde in",
        };
    }

    private static ProbleemException Alleen(string veld, string van, string[] keuzes) =>
        Weiger.Ongeldig(veld, "invalid", $"voor {van} zijn alleen deze waarden toegestaan: [{string.Join(", ", keuzes.Select(k => $"'{k}'"))}]");
}
