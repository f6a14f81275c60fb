namespace Meent.Interaction.Onderdelen;

/// <summary>Where in the site a page stands, which decides its frame. Public because a Razor component's parameter must be.</summary>
public enum Paginadeel
{
    /// <summary>On its own.</summary>
    Los,

    /// <summary>On its own, over the full width.</summary>
    Vol,

    /// <summary>In the residents' part.</summary>
    Mijn,

    /// <summary>In the employees' part.</summary>
    Werk,
}
