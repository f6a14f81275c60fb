using Meent.Services.Huishoudboekje.Afschriften;
using Meent.Services.Huishoudboekje.Afspraken;

namespace Meent.Services.Huishoudboekje.Transacties;

/// <summary>Why an agreement is thought to be the one of a line.</summary>
/// <param name="Termen">How many of its search terms stand in the description.</param>
/// <param name="AlleTermen">All of them do, and there is at least one.</param>
/// <param name="Bedrag">The line has the amount that was agreed.</param>
/// <param name="Rekening">The line is of the very account of the agreement, not of another one of the same organisation.</param>
internal sealed record Suggestie(Afspraak Afspraak, int Termen, bool AlleTermen, bool Bedrag, bool Rekening);

/// <summary>
/// Of which agreement a line of the bank is (huishoudboekje.md §4.9). It looks at the one line only, never at what else came with it, so the order and
/// company in which lines come do not matter. Unlike the system that it follows it looks at direction, and between equals at the amount.
/// </summary>
internal static class Herkenning
{
    /// <summary>The agreement on which a line is booked by itself; null when a person has to look.</summary>
    /// <param name="kandidaten">Agreements with the account of the line, or with an organisation that has it.</param>
    public static Afspraak? Zeker(Bankregel regel, IReadOnlyCollection<Afspraak> kandidaten)
    {
        // A large landlord has an agreement with each of its tenants: those that do not fit cost no more than a look at their words.
        List<Afspraak> passend = [.. Mogelijk(regel, kandidaten).Where(a => a.Zoektermen.Count > 0 && a.Zoektermen.All(term => Staat(regel, term)))];
        if (passend.Count == 0) return null;
        if (passend.Count == 1) return passend[0];
        // More than one: sure only among those of one resident with one account, and then the one with this amount, or else the one that began first.
        if (passend.Any(a => a.Deelnemer != passend[0].Deelnemer || a.Tegenrekening != passend[0].Tegenrekening)) return null;
        var bedrag = passend.Where(a => a.Bankcent == regel.Cent).ToList();
        return (bedrag.Count > 0 ? bedrag : passend).OrderBy(a => a.Van).ThenBy(a => a.Id).First();
    }

    /// <summary>Agreements that hold on the day of the line and have its direction, the likeliest first.</summary>
    public static IEnumerable<Suggestie> Suggesties(Bankregel regel, IReadOnlyCollection<Afspraak> kandidaten) => Mogelijk(regel, kandidaten)
        .Select(a =>
        {
            var termen = a.Zoektermen.Count(term => Staat(regel, term));
            return new Suggestie(a, termen, termen > 0 && termen == a.Zoektermen.Count, a.Bankcent == regel.Cent, a.Tegenrekening == regel.Tegenrekening);
        })
        .OrderByDescending(s => s.AlleTermen).ThenByDescending(s => s.Bedrag).ThenByDescending(s => s.Termen).ThenByDescending(s => s.Rekening).ThenBy(s => s.Afspraak.Van).ThenBy(s => s.Afspraak.Id);

    private static IEnumerable<Afspraak> Mogelijk(Bankregel regel, IReadOnlyCollection<Afspraak> kandidaten) =>
        kandidaten.Where(a => a.GeldtOp(regel.Boekdatum) && Math.Sign(a.Bankcent) == Math.Sign(regel.Cent));

    private static bool Staat(Bankregel regel, string term) => regel.Omschrijving.Contains(term, StringComparison.OrdinalIgnoreCase);
}
