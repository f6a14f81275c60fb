using System.Text.Json;
using Meent.Data.Modellen.Zaken;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Standards.Problemen;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>Who has a rol: the five shapes of betrokkeneIdentificatie.</summary>
internal static class Betrokkene
{
    private static readonly Dictionary<string, Type> Vormen = new()
    {
        ["natuurlijk_persoon"] = typeof(NatuurlijkPersoon),
        ["niet_natuurlijk_persoon"] = typeof(NietNatuurlijkPersoon),
        ["vestiging"] = typeof(Vestiging),
        ["organisatorische_eenheid"] = typeof(OrganisatorischeEenheid),
        ["medewerker"] = typeof(Medewerker),
    };

    /// <summary>One member of the identification, for its index column; null when this betrokkene has none.</summary>
    public static string? Deel(Rol rol, string betrokkeneType, string lid) =>
        rol.BetrokkeneType == betrokkeneType && rol.BetrokkeneIdentificatie is { ValueKind: JsonValueKind.Object } identificatie
        && identificatie.TryGetProperty(lid, out var waarde) && waarde.GetString() is { Length: > 0 } tekst ? tekst : null;

    /// <summary>The identification in the shape of its betrokkeneType, complete with empty fields, as the standard shows it.</summary>
    /// <exception cref="ProbleemException">400: nobody at all, or a field of it is wrong.</exception>
    public static JsonElement? Identificatie(Rol rol)
    {
        if (rol.BetrokkeneIdentificatie is not { } json || json.ValueKind == JsonValueKind.Null)
        {
            return rol.Betrokkene.Length > 0 ? null
                : throw Weiger.Ongeldig("nonFieldErrors", "invalid-betrokkene", "betrokkene of betrokkeneIdentificatie moet ingevuld zijn.");
        }

        return Polymorf.Volledig(json, Vormen[rol.BetrokkeneType], "betrokkeneIdentificatie");
    }
}
