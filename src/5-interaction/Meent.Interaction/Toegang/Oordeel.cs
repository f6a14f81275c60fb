namespace Meent.Interaction.Toegang;

/// <summary>What comes of a visitor at a page.</summary>
internal enum Oordeel
{
    Toegelaten,

    /// <summary>Nobody is logged in, or as another kind of visitor than the page is for.</summary>
    EerstInloggen,

    /// <summary>Logged in, but this page is not for them.</summary>
    Geweigerd,
}
