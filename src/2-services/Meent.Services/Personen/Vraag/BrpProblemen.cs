using Meent.Standards.Problemen;

namespace Meent.Services.Personen.Vraag;

/// <summary>The problems of the BRP APIs, to the letter of the standard.</summary>
internal static class BrpProblemen
{
    public const string Geauthenticeerd = "https://datatracker.ietf.org/doc/html/rfc7235#section-3.1";

    private const string Rfc7231 = "https://datatracker.ietf.org/doc/html/rfc7231#section-6.5.";
    private const string AlleenJson = "Ondersteunde content type: application/json; charset=utf-8.";

    public static ProbleemException GeenJson() =>
        Fout(400, 1, "paramsValidation", "De bevraging bevat een fout.", "Request body is geen geldige JSON.");

    public static ProbleemException Parameters(IReadOnlyList<OngeldigVeld> fouten) => new(new Probleem(
        400, "paramsValidation", "Een of meerdere parameters zijn niet correct.",
        $"De foutieve parameter(s) zijn: {string.Join(", ", fouten.Select(f => f.Name))}.")
    {
        Type = Rfc7231 + 1,
        InvalidParams = fouten,
    });

    public static ProbleemException NietGeautoriseerd(string detail) =>
        Fout(403, 3, "unauthorized", "U bent niet geautoriseerd voor het gebruik van deze API.", detail);

    public static ProbleemException VraagNietGeautoriseerd(string detail) =>
        Fout(403, 3, "unauthorized", "U bent niet geautoriseerd voor deze vraag.", detail);

    public static ProbleemException VeldenNietGeautoriseerd(IEnumerable<string> velden) => Fout(
        403, 3, "unauthorizedField", "U bent niet geautoriseerd voor één of meerdere opgegeven field waarden.",
        $"U bent niet geautoriseerd om de volgende gegevens op te vragen met fields: {string.Join(", ", velden.Order(StringComparer.Ordinal))}");

    public static ProbleemException ParametersNietGeautoriseerd(IEnumerable<string> parameters) => Fout(
        403, 3, "unauthorizedParameter", "U bent niet geautoriseerd voor de gebruikte parameter(s).",
        $"U bent niet geautoriseerd voor het gebruik van parameter(s): {string.Join(", ", parameters.Order(StringComparer.Ordinal))}.");

    public static ProbleemException TeveelResultaten(int maximum) =>
        Fout(400, 1, "tooManyResults", "Teveel zoekresultaten.", $"Meer dan maximum van {maximum} zoekresultaten gevonden. Verfijn de zoekopdracht.");

    public static ProbleemException MethodeNietToegestaan() =>
        Fout(405, 5, "methodNotAllowed", "Gebruikte bevragingsmethode is niet toegestaan.", "");

    public static ProbleemException AntwoordNietOndersteund() =>
        Fout(406, 6, "notAcceptable", "Gevraagde content type wordt niet ondersteund.", AlleenJson);

    public static ProbleemException BerichtNietOndersteund() =>
        Fout(415, 13, "unsupportedMediaType", "Media Type wordt niet ondersteund.", AlleenJson);

    private static ProbleemException Fout(int status, int paragraaf, string code, string title, string detail) =>
        new(new Probleem(status, code, title, detail) { Type = Rfc7231 + paragraaf });
}
