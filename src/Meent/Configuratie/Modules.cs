namespace Meent.Configuratie;

/// <summary>The parts of which a node serves all or some; a cluster has nodes of several kinds from one image.</summary>
internal static class Modules
{
    public const string Services = "services";
    public const string Integratie = "integratie";
    public const string Proces = "proces";
    public const string Interactie = "interactie";

    public static IReadOnlyList<string> Alle { get; } = [Services, Integratie, Proces, Interactie];
}
