namespace Meent.Services.Verwerkingsregister;

/// <summary>One version of an entry.</summary>
/// <param name="Id">The same for all versions.</param>
/// <param name="Begin">From when it holds: until its end, or until the next one begins.</param>
/// <param name="Einde">When nothing holds any more, unless a later one began; open without.</param>
/// <param name="Vastgelegd">When it was entered.</param>
internal sealed record Versie(
    Guid Id, int Nummer, string Uri, DateTimeOffset Begin, DateTimeOffset? Einde, DateTimeOffset Vastgelegd, Activiteit Activiteit)
{
    /// <summary>URIs of the purposes for which residents can share data: of other organisations, or this one itself.</summary>
    public IReadOnlyList<string> Ontvangers => Activiteit.DelenMet.Count > 0 ? Activiteit.DelenMet : [Uri];

    public Doel Doel() => new(Uri, Activiteit.Naam, Activiteit.Doel, Activiteit.Grondslag, Activiteit.ToelichtingGrondslag, Activiteit.Gegevens);
}

/// <summary>
/// The versions of one entry, in the order in which <see cref="Register"/> reads them: the one that begins last first, of those that begin together the
/// one entered last. So an activity and a moment name one version (LDV 3.4.1), and a version that begins when another did corrects it.
/// </summary>
internal static class Tijdlijn
{
    /// <returns>Null before the first and after an end.</returns>
    public static Versie? Op(this IEnumerable<Versie> versies, DateTimeOffset moment) =>
        versies.FirstOrDefault(versie => versie.Begin <= moment) is { } laatste && !(laatste.Einde <= moment) ? laatste : null;

    /// <summary>The one that holds, else the one that comes first, else the one that held last.</summary>
    public static Versie Naaste(this IReadOnlyCollection<Versie> versies, DateTimeOffset moment) =>
        versies.Op(moment) ?? versies.LastOrDefault(versie => versie.Begin > moment && !versies.IsVervangen(versie)) ?? versies.First();

    /// <summary>When it ceased to hold, or will.</summary>
    public static DateTimeOffset? Einde(this IEnumerable<Versie> versies, Versie versie)
    {
        var volgende = versies.LastOrDefault(ander => ander.Begin > versie.Begin)?.Begin;
        return volgende is null || versie.Einde < volgende ? versie.Einde : volgende;
    }

    /// <summary>Whether a correction stands in its place.</summary>
    public static bool IsVervangen(this IEnumerable<Versie> versies, Versie versie) => versies.Any(ander => ander.Begin == versie.Begin && ander.Nummer > versie.Nummer);
}
