using Meent.Standards.Problemen;

namespace Meent.Services.HaalCentraal;

/// <summary>The problems of the older Haal Centraal APIs, which point at the paragraphs of RFC 2616 (BAG Individuele Bevragingen 2, Landelijke tabellen 1).</summary>
internal static class Rfc2616Problemen
{
    public const string Geauthenticeerd = Basis + "2";

    private const string Basis = "https://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html#sec10.4.";

    public static ProbleemException Parameters(IReadOnlyList<OngeldigVeld> fouten) => new(new Probleem(
        400, "paramsValidation", "Een of meerdere parameters zijn niet correct.",
        $"De foutieve parameter(s) zijn: {string.Join(", ", fouten.Select(f => f.Name))}.")
    {
        Type = Basis + 1,
        InvalidParams = fouten,
    });

    public static ProbleemException Onverwacht(IEnumerable<string> namen) => Parameters([.. namen.Select(naam => new OngeldigVeld(naam, "unknownParam", "Parameter is niet verwacht."))]);

    public static ProbleemException GeenParameters(string hoeWel) => Fout(400, 1, "paramsRequired", "Ten minste één parameter moet worden opgegeven.", hoeWel);

    public static ProbleemException CombinatieOnvolledig(string hoeWel) => Fout(400, 1, "paramsCombination", "Minimale combinatie van parameters moet worden opgegeven.", hoeWel);

    public static ProbleemException CombinatieNietToegestaan() =>
        Fout(400, 1, "unsupportedCombination", "De combinatie van opgegeven parameters is niet toegestaan.", "Zoek op één manier tegelijk.");

    /// <param name="code">The standards spell it in two ways.</param>
    public static ProbleemException NietGeautoriseerd(string code, string detail) => Fout(403, 4, code, "U bent niet geautoriseerd voor deze operatie.", detail);

    public static ProbleemException BestaatNiet(string detail) => Fout(404, 5, "notFound", "Opgevraagde resource bestaat niet.", detail);

    public static ProbleemException AntwoordNietOndersteund(string ondersteund) =>
        Fout(406, 7, "notAcceptable", "Gevraagde contenttype wordt niet ondersteund.", $"Ondersteunde content type: {ondersteund}.");

    public static ProbleemException Fout(int status, int paragraaf, string code, string title, string detail) =>
        new(new Probleem(status, code, title, detail) { Type = Basis + paragraaf });
}
