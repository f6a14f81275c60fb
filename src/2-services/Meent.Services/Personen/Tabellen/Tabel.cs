namespace Meent.Services.Personen.Tabellen;

/// <summary>
/// The tables that give a code its description. The numbered ones are the landelijke tabellen of RvIG; the others belong to the standard.
/// </summary>
internal enum Tabel
{
    Nationaliteiten = 32,
    Gemeenten = 33,
    Landen = 34,
    RedenOpnemenBeeindigen = 37,
    AdellijkeTitels = 38,
    Reisdocumenten = 48,
    Verblijfstitels = 56,
    RniDeelnemers = 60,
    Gezagsverhoudingen = 61,

    AanduidingBijHuisnummer = 1001,
    Geslacht,
    Naamgebruik,
    RedenOpschorting,
    SoortVerbintenis,
    FunctieAdres,
    EuropeesKiesrecht,
    InhoudingVermissing,
}
