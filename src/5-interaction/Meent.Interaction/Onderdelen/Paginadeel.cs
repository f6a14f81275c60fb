namespace Meent.Interaction.Onderdelen;

/// <summary>Where in the site a page stands, which decides its frame.</summary>
internal static class Paginadeel
{
    /// <summary>On its own.</summary>
    public const string Los = "los";

    /// <summary>On its own, over the full width.</summary>
    public const string Vol = "vol";

    /// <summary>In the residents' part.</summary>
    public const string Mijn = "mijn";

    /// <summary>In the employees' part.</summary>
    public const string Werk = "werk";
}
