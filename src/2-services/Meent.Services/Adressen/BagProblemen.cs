using Meent.Standards.Problemen;

namespace Meent.Services.Adressen;

/// <summary>The problems of BAG Individuele Bevragingen 2.</summary>
internal static class BagProblemen
{
    public const string Geauthenticeerd = Rfc2616 + "2";

    private const string Rfc2616 = "https://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html#sec10.4.";

    public static ProbleemException GeenParameters() =>
        Fout(400, 1, "paramsRequired", "Ten minste één parameter moet worden opgegeven.",
            "Zoek met postcode en huisnummer, of met adresseerbaarObjectIdentificatie.");

    public static ProbleemException CombinatieOnvolledig() => Fout(
        400, 1, "paramsCombination", "Minimale combinatie van parameters moet worden opgegeven.",
        "Zoek met postcode en huisnummer, met woonplaatsNaam, openbareRuimteNaam en huisnummer, of met adresseerbaarObjectIdentificatie.");

    public static ProbleemException CombinatieNietToegestaan() => Fout(
        400, 1, "unsupportedCombination", "De combinatie van opgegeven parameters is niet toegestaan.", "Zoek op één manier tegelijk.");

    public static ProbleemException Parameters(IReadOnlyList<OngeldigVeld> fouten) => new(new Probleem(
        400, "paramsValidation", "Een of meerdere parameters zijn niet correct.",
        $"De foutieve parameter(s) zijn: {string.Join(", ", fouten.Select(f => f.Name))}.")
    {
        Type = Rfc2616 + 1,
        InvalidParams = fouten,
    });

    public static ProbleemException NietGeautoriseerd(string detail) =>
        Fout(403, 4, "autorisation", "U bent niet geautoriseerd voor deze operatie.", detail);

    public static ProbleemException BestaatNiet() =>
        Fout(404, 5, "notFound", "Opgevraagde resource bestaat niet.", "Er is geen adres met deze identificatie.");

    public static ProbleemException AntwoordNietOndersteund() =>
        Fout(406, 7, "notAcceptable", "Gevraagde contenttype wordt niet ondersteund.", "Ondersteunde content type: application/hal+json.");

    private static ProbleemException Fout(int status, int paragraaf, string code, string title, string detail) =>
        new(new Probleem(status, code, title, detail) { Type = Rfc2616 + paragraaf });
}
