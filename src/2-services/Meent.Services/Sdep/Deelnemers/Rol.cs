namespace Meent.Services.Sdep.Deelnemers;

/// <summary>What a participant is to the entry point; each has APIs of its own.</summary>
internal enum Rol
{
    /// <summary>Competent authority: a municipality.</summary>
    Ca,

    /// <summary>Short-term rental platform.</summary>
    Str,

    /// <summary>Listing screening authority: the system that registers.</summary>
    Lsa,

    /// <summary>Listing monitoring authority.</summary>
    Lma,

    /// <summary>Activity monitoring authority.</summary>
    Ama,

    /// <summary>Statistics authority.</summary>
    Sta,
}

/// <summary>What is exchanged, as purposes name it: <c>sdep:activiteiten</c>.</summary>
internal static class Gegeven
{
    public const string Gebieden = "gebieden";
    public const string Activiteiten = "activiteiten";
    public const string Aanbiedingen = "aanbiedingen";
    public const string Deelnemers = "deelnemers";

    /// <summary>An authority that watches over all reads more than its own, and its purpose must say so.</summary>
    public static string Voor(Rol rol, string gegeven) => rol == Rol.Ca ? gegeven : "alle-" + gegeven;
}

internal static class Rolnamen
{
    public const string Lezen = "sdep_read";
    public const string Schrijven = "sdep_write";

    /// <summary>As it stands in paths.</summary>
    public static string Naam(this Rol rol) => rol switch { Rol.Ca => "ca", Rol.Str => "str", Rol.Lsa => "lsa", Rol.Lma => "lma", Rol.Ama => "ama", _ => "sta" };

    /// <summary>As a client has it.</summary>
    public static string Scope(this Rol rol) => "sdep_" + rol.Naam();
}
