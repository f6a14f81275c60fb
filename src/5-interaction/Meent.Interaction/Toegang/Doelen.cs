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

    /// <summary>An employee handles zaken.</summary>
    public const string ZakenBehandelen = "zaken-behandelen";

    /// <summary>A functional administrator keeps catalogue, authorisations and subscriptions.</summary>
    public const string Inrichten = "zaakgericht-werken-inrichten";

    /// <summary>Zaken whose time has come are destroyed.</summary>
    public const string Vernietigen = "archief-vernietigen";
}
