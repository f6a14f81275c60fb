using Meent.Standards.Organisaties;

namespace Meent.Interaction.Toegang;

/// <summary>The purposes for which the pages use data: names in the organisation's register of processing activities.</summary>
internal static class Doelen
{
    /// <summary>A host registers a dwelling and reports stays.</summary>
    public const string Registreren = "toeristische-verhuur-registreren";

    /// <summary>A resident sees what is kept about them.</summary>
    public const string Inzien = "mijn-gegevens-inzien";

    /// <summary>An employee checks on rentals.</summary>
    public const string Toezicht = "toeristische-verhuur-toezicht";

    /// <summary>The household budget: income received, fixed costs paid.</summary>
    public const string Huishoudboekje = "huishoudboekje-voeren";

    /// <summary>An employee handles zaken.</summary>
    public const string ZakenBehandelen = "zaken-behandelen";

    /// <summary>A functional administrator keeps catalogue, authorisations and subscriptions.</summary>
    public const string Inrichten = "zaakgericht-werken-inrichten";

    /// <summary>Zaken whose time has come are destroyed.</summary>
    public const string Vernietigen = "archief-vernietigen";

    /// <summary>An employee administers the connections with other organisations.</summary>
    public const string Integratie = "fsc-beheer";

    /// <summary>The register of processing activities is kept, and shown to anybody.</summary>
    public const string Register = "verwerkingsregister-bijhouden";

    /// <summary>It is watched over how personal data is used.</summary>
    public const string Toezien = "gegevensgebruik-bewaken";

    /// <summary>A resident decides what to share.</summary>
    public const string Delen = "toestemmingen-bijhouden";

    /// <summary>Who doubts what a registry says tells its bronhouder.</summary>
    public const string Terugmelden = "gegevens-terugmelden";

    /// <summary>The bronhouder looks into that.</summary>
    public const string TerugmeldingenBehandelen = "terugmeldingen-behandelen";

    /// <summary>The regional guide shows holiday homes of who consents.</summary>
    public const string Streekgids = "streekgids";

    /// <summary>For which an employee is looked up: their work, which at an organisation without residents is its connections.</summary>
    public static string Werk(Organisatie organisatie) => organisatie.IsGemeente ? Toezicht : Integratie;
}
