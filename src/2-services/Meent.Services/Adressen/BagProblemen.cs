using Meent.Services.Adressen.Voorkomens;
using Meent.Services.HaalCentraal;
using Meent.Standards.Problemen;
using static Meent.Services.HaalCentraal.Rfc2616Problemen;

namespace Meent.Services.Adressen;

/// <summary>The problems of BAG Individuele Bevragingen 2 about how an address is sought.</summary>
internal static class BagProblemen
{
    public static ProbleemException GeenParameters() => Rfc2616Problemen.GeenParameters("Zoek met postcode en huisnummer, of met adresseerbaarObjectIdentificatie.");

    public static ProbleemException CombinatieOnvolledig() =>
        Rfc2616Problemen.CombinatieOnvolledig("Zoek met postcode en huisnummer, met woonplaatsNaam, openbareRuimteNaam en huisnummer, of met adresseerbaarObjectIdentificatie.");

    public static ProbleemException CrsGeweigerd() => Fout(406, 7, "crsNotAcceptable", "CRS niet ondersteund.", $"Ondersteund is {Rijksdriehoek.Epsg}.");

    public static ProbleemException CrsOntbreekt() =>
        Fout(412, 13, "acceptCrsMissing", "Gewenste coördinatenstelsel voor geometrie moet worden opgegeven.", $"Geef Accept-Crs: {Rijksdriehoek.Epsg}.");

    public static ProbleemException InhoudCrsOntbreekt() =>
        Fout(412, 13, "contentCrsMissing", "Coördinatenstelsel van gestuurde geometrie moet worden opgegeven.", $"Geef Content-Crs: {Rijksdriehoek.Epsg}.");

    public static ProbleemException InhoudCrsGeweigerd() => Fout(415, 16, "crsNotSupported", "CRS niet ondersteund", $"Ondersteund is {Rijksdriehoek.Epsg}.");

    /// <summary>The YAML has no 422, so what is wrong with a body is a wrong parameter.</summary>
    public static ProbleemException GeenPunt() => Parameters([new("coordinates", "number", "Waarde is geen geldige number.")]);
}
