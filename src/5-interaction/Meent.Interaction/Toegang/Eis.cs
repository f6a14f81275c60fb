namespace Meent.Interaction.Toegang;

/// <summary>What a page asks of its visitor. Every page declares one; there is no default.</summary>
internal sealed record Eis
{
    private Eis(string naam) => Naam = naam;

    /// <summary>Anybody.</summary>
    public static readonly Eis Openbaar = new("openbaar");

    /// <summary>A resident (DigiD) or a company (eHerkenning).</summary>
    public static readonly Eis Belanghebbende = new("belanghebbende");

    /// <summary>A resident; a company has no personal data here.</summary>
    public static readonly Eis Inwoner = new("inwoner");

    /// <summary>An active employee with this right by role or mandate.</summary>
    public static Eis Medewerker(string recht) => new("medewerker") { Recht = recht };

    /// <summary>Any active employee, whatever their right.</summary>
    public static readonly Eis ElkeMedewerker = new("medewerker") { Recht = "" };

    public string Naam { get; }
    public string? Recht { get; private init; }

    public bool VraagtMedewerker => Recht is not null;
}
