namespace Meent.Interaction.Toegang;

/// <summary>The rights that pages ask for; roles and mandates in the access register give them.</summary>
internal static class Rechten
{
    /// <summary>Sees the tasks of the own groups.</summary>
    public const string Werkvoorraad = "werkvoorraad";

    /// <summary>Looks up a registration, with a zaak or a reason.</summary>
    public const string VerhuurInzien = "verhuur.inzien";

    /// <summary>Completes the verification of a registration.</summary>
    public const string VerhuurVerifieren = "verhuur.verifieren";

    /// <summary>Notes a signal with a registration.</summary>
    public const string VerhuurSignaleren = "verhuur.signaleren";

    /// <summary>Sees who may do what.</summary>
    public const string ToegangBeheren = "toegang.beheren";
}
