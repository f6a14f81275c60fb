namespace Meent.Standards.Koppelvlak;

/// <summary>The parts of which a node serves all or some; a cluster has nodes of several kinds from one image.</summary>
public static class Modules
{
    /// <summary>The standard APIs (layer 2) and their data (layer 1).</summary>
    public const string Services = "services";

    /// <summary>FSC: Manager, Inway, Outway, Directory, and their administration (layer 3).</summary>
    public const string Integratie = "integratie";

    /// <summary>The process engine (layer 4).</summary>
    public const string Proces = "proces";

    /// <summary>The pages (layer 5).</summary>
    public const string Interactie = "interactie";

    public static IReadOnlyList<string> Alle { get; } = [Services, Integratie, Proces, Interactie];

    /// <summary>The module that serves a service.</summary>
    public static string Van(string dienst) => dienst switch
    {
        Diensten.Processen => Proces,
        Diensten.Fsc => Integratie,
        _ => Services,
    };

    /// <summary>What a module calls.</summary>
    public static IReadOnlyList<string> Nodig(string module) => module switch
    {
        Services => [Integratie],
        Integratie => [Services],
        Proces => [Services, Integratie],
        _ => [Services, Integratie, Proces],
    };
}
