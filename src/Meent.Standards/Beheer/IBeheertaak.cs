using Meent.Standards.Organisaties;

namespace Meent.Standards.Beheer;

/// <summary>
/// Work that an administrator starts from the command line, such as <c>meent import brp FILE</c>. A layer registers it as a singleton;
/// the host finds it by name, once for each organisation asked for.
/// </summary>
public interface IBeheertaak
{
    /// <summary>The words after <c>meent</c>: <c>import brp</c>, <c>verify</c>, <c>certificates</c>.</summary>
    string Naam { get; }

    /// <summary>The organisations at which it means something.</summary>
    bool Geschikt(Organisatie organisatie);

    /// <exception cref="Problemen.ProbleemException">It could not be done, for a reason that the administrator can act on.</exception>
    Task Voer(Beheeropdracht opdracht, CancellationToken stop);
}

/// <summary>What was asked on the command line.</summary>
/// <param name="Bestand">File or folder named on the command line.</param>
/// <param name="Voortgang">Told about progress; calls are cheap, the host shows them at most ten times a second.</param>
/// <param name="Melding">One line that stays on the screen: a row that could not be used, a result.</param>
/// <param name="Reden">Why, for what keeps an audit log.</param>
public sealed record Beheeropdracht(Organisatie Organisatie, string? Bestand, IProgress<Voortgang> Voortgang, Action<string> Melding, string? Reden = null);

/// <summary>How far long work is.</summary>
/// <param name="Gedaan">Units done.</param>
/// <param name="Totaal">Units in all; null when not known beforehand.</param>
/// <param name="Eenheid">What is counted: <c>personen</c>, <c>rijen</c>.</param>
public readonly record struct Voortgang(long Gedaan, long? Totaal, string Eenheid);
