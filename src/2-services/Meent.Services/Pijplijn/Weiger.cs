using Meent.Standards.Problemen;

namespace Meent.Services.Pijplijn;

/// <summary>The problems that the standards share.</summary>
internal static class Weiger
{
    public static ProbleemException Ongeldig(params IReadOnlyList<OngeldigVeld> velden) =>
        new(new Probleem(400, "invalid", "Invalid input.", "De invoer is niet geldig; zie invalidParams.") { InvalidParams = velden });

    public static ProbleemException Ongeldig(string naam, string code, string reden) => Ongeldig(new OngeldigVeld(naam, code, reden));

    public static ProbleemException NietGevonden() => new(new Probleem(404, "not_found", "Niet gevonden.", "De gevraagde resource bestaat niet."));

    public static ProbleemException GeenRecht(string detail = "U heeft geen toestemming om deze actie uit te voeren.") =>
        new(new Probleem(403, "permission_denied", "U heeft geen toestemming om deze actie uit te voeren.", detail));

    public static ProbleemException NietBekend(string reden) =>
        new(new Probleem(403, "not_authenticated", "Authenticatiegegevens zijn niet opgegeven of ongeldig.", reden));

    /// <summary>As <see cref="NietBekend"/>, in the status of the standards that know API tokens.</summary>
    public static ProbleemException NietAangemeld(string reden) =>
        new(new Probleem(401, "not_authenticated", "Authenticatiegegevens zijn niet opgegeven of ongeldig.", reden));

    /// <summary>Doelbinding: data is used for a stated purpose or not at all.</summary>
    public static ProbleemException GeenDoel() => new(new Probleem(403, "doelbindingOntbreekt", "Er is geen doel opgegeven.",
        $"Noem in {Standards.Koppelvlak.Headers.Verwerkingsactiviteit} de verwerkingsactiviteit waarvoor de gegevens nodig zijn."));

    public static ProbleemException DoelOnbekend(string uri) => new(new Probleem(403, "doelbindingOnbekend", "Dit doel staat niet in het register.",
        $"Het verwerkingsregister heeft nu geen activiteit {uri}."));

    public static ProbleemException DoelDektNiet(string uri, string gegeven) => new(new Probleem(403, "doelbindingDektNiet", "Het doel dekt dit niet.",
        $"De activiteit {uri} geeft geen recht op {gegeven}."));

    /// <summary>What does not look per person whether there is consent cannot be used on that ground.</summary>
    public static ProbleemException NietMetToestemming(string uri) => new(new Probleem(403, "doelbindingDektNiet", "Het doel dekt dit niet.",
        $"De activiteit {uri} berust op toestemming; die wordt hier niet per persoon nagegaan."));

    /// <summary>A query parameter that the operation does not have (ZGW, "Filter-parameters": 400, never ignored).</summary>
    public static ProbleemException OnbekendeParameters(IEnumerable<string> namen) =>
        Ongeldig("nonFieldErrors", "unknown-parameters", "Onbekende query parameters: " + string.Join(", ", namen));
}
