namespace Meent.Interaction.Inloggen;

/// <summary>A way to log in: each is an OpenID provider of its own, chosen per organisation.</summary>
/// <param name="Pad">In addresses.</param>
/// <param name="Sleutel">In configuration keys.</param>
/// <param name="Claim">The claim that tells who it is, unless configured otherwise.</param>
/// <param name="Stil">How long a session lasts without a request: 15 minutes at most for DigiD and eHerkenning.</param>
/// <param name="Langst">How long a session lasts at most.</param>
internal sealed record Inlogmiddel(string Pad, string Sleutel, string Claim, TimeSpan Stil, TimeSpan Langst)
{
    public static readonly Inlogmiddel Digid = new("digid", "DigiD", "bsn", TimeSpan.FromMinutes(15), TimeSpan.FromHours(2));
    public static readonly Inlogmiddel Eherkenning = new("eherkenning", "EHerkenning", "kvk", TimeSpan.FromMinutes(15), TimeSpan.FromHours(2));
    public static readonly Inlogmiddel Medewerker = new("medewerker", "Medewerker", "sub", TimeSpan.FromMinutes(60), TimeSpan.FromHours(9));

    public static IReadOnlyList<Inlogmiddel> Alle { get; } = [Digid, Eherkenning, Medewerker];

    public static Inlogmiddel? Van(string? pad) => Alle.FirstOrDefault(m => m.Pad == pad);

    public override string ToString() => Pad;
}
