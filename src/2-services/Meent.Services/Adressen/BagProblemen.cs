using Meent.Standards.Problemen;
using static Meent.Services.HaalCentraal.Rfc2616Problemen;

namespace Meent.Services.Adressen;

/// <summary>The problems of BAG Individuele Bevragingen 2 about how an address is sought.</summary>
internal static class BagProblemen
{
    public static ProbleemException GeenParameters() =>
        Fout(400, 1, "paramsRequired", "Ten minste één parameter moet worden opgegeven.",
            "Zoek met postcode en huisnummer, of met adresseerbaarObjectIdentificatie.");

    public static ProbleemException CombinatieOnvolledig() => Fout(
        400, 1, "paramsCombination", "Minimale combinatie van parameters moet worden opgegeven.",
        "Zoek met postcode en huisnummer, met woonplaatsNaam, openbareRuimteNaam en huisnummer, of met adresseerbaarObjectIdentificatie.");

    public static ProbleemException CombinatieNietToegestaan() => Fout(
        400, 1, "unsupportedCombination", "De combinatie van opgegeven parameters is niet toegestaan.", "Zoek op één manier tegelijk.");
}
