using Meent.Standards.Identificaties;

namespace Meent.Interaction.Toegang;

/// <summary>Who is logged in. Nobody is null.</summary>
internal abstract record Bezoeker(string Naam);

/// <summary>Acts for themselves or for a company; sees only what is theirs.</summary>
internal abstract record Belanghebbende(string Naam) : Bezoeker(Naam);

/// <summary>Logged in with DigiD.</summary>
internal sealed record Inwoner(Bsn Bsn, string Naam) : Belanghebbende(Naam);

/// <summary>Logged in with eHerkenning.</summary>
internal sealed record Bedrijf(string KvkNummer, string Naam) : Belanghebbende(Naam);

/// <summary>Works for the organisation; what they may do was asked from the access register at this very request.</summary>
internal sealed record Medewerker(
    string Id, string Naam, IReadOnlySet<string> Rollen, IReadOnlySet<string> Rechten, IReadOnlySet<string> Caseload) : Bezoeker(Naam)
{
    public bool Mag(string recht) => Rechten.Contains(recht);

    /// <summary>Whether a zaak (or a registration under its number) is assigned to them.</summary>
    public bool Behandelt(string zaak) => Caseload.Contains(zaak);
}
