namespace Meent.Interaction.Toegang;

/// <summary>
/// Which zaken an employee may see. Roles say so with rights: <c>zaaktypen.alle</c>, or <c>zaaktype.{identificatie}</c> for each; and
/// <c>vertrouwelijkheid.{woord}</c> for the highest level, without one zaakvertrouwelijk.
/// </summary>
internal sealed record Zaakzicht(bool AlleZaaktypen, IReadOnlySet<string> Zaaktypen, int Hoogste)
{
    /// <summary>From open to secret, in the words of the standard.</summary>
    public static readonly IReadOnlyList<string> Niveaus =
        ["openbaar", "beperkt_openbaar", "intern", "zaakvertrouwelijk", "vertrouwelijk", "confidentieel", "geheim", "zeer_geheim"];

    private const string AlleTypen = "zaaktypen.alle";
    private const string EenType = "zaaktype.";
    private const string Niveau = "vertrouwelijkheid.";

    public string HoogsteWoord => Niveaus[Hoogste];

    public static Zaakzicht Van(Medewerker medewerker)
    {
        var hoogste = Na(medewerker, Niveau).Select(Rang).DefaultIfEmpty(-1).Max();
        return new Zaakzicht(medewerker.Mag(AlleTypen), Na(medewerker, EenType).ToHashSet(StringComparer.Ordinal), hoogste < 0 ? Rang("zaakvertrouwelijk") : hoogste);
    }

    public bool Omvat(string zaaktype) => AlleZaaktypen || Zaaktypen.Contains(zaaktype);

    /// <param name="zaaktype">Its identificatie.</param>
    /// <param name="niveau">Vertrouwelijkheidaanduiding; one that is not of the standard is seen by nobody.</param>
    public bool Omvat(string zaaktype, string niveau) => Omvat(zaaktype) && OmvatNiveau(niveau);

    public bool OmvatNiveau(string niveau) => Rang(niveau) is >= 0 and var rang && rang <= Hoogste;

    private static int Rang(string woord) => Niveaus.ToList().IndexOf(woord);

    private static IEnumerable<string> Na(Medewerker medewerker, string begin) =>
        medewerker.Rechten.Where(recht => recht.StartsWith(begin, StringComparison.Ordinal)).Select(recht => recht[begin.Length..]);
}
