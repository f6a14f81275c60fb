using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Verhuur.Regels;
using Meent.Services.Verhuur.Registraties;
using Meent.Services.Verhuur.Vergunningen;
using Meent.Standards;

namespace Meent.Services.Verhuur.Meldingen;

/// <summary>A report and what it leaves of the year.</summary>
/// <param name="Gewijzigd">Whether this request changed anything; a repeated one does not.</param>
internal sealed record Meldresultaat(Melding Melding, IReadOnlyList<Jaartelling> Telling, bool Gewijzigd);

/// <summary>
/// Reporting, changing and cancelling a stay, each inside one write transaction. The caller has read the registration or report under the lock of
/// its dwelling (<see cref="Slotwerk"/>), so what is counted cannot change between the check and the write.
/// </summary>
internal static class Melden
{
    public static async ValueTask<Meldresultaat> Meld(this Session session, Guid id, Registratie registratie, Meldingsinvoer invoer, TimeProvider klok)
    {
        var boek = await session.Regelboek();
        var buren = await session.Overlappend(registratie, invoer.Verblijf, Guid.Empty);
        if (buren.Find(buur => buur.Melding.Registratie == registratie.Id && Gelijk(buur.Melding, invoer)) is { } zelfde)
            return new(zelfde.Melding, await session.Telling(zelfde.Melding, registratie, boek), false);

        var telling = await session.Toets(registratie, invoer, boek, buren, Guid.Empty, klok);
        var melding = new Melding
        {
            Id = id,
            Registratie = registratie.Id,
            Registratienummer = registratie.Registratienummer,
            AdresseerbaarObjectIdentificatie = registratie.AdresseerbaarObjectIdentificatie,
            Aankomst = invoer.Aankomst,
            Vertrek = invoer.Vertrek,
            Gasten = invoer.Gasten,
            IngediendOp = klok.GetUtcNow(),
            Regelsets = Versies(invoer.Verblijf, boek),
        };
        await session.Voeg(melding);
        return new(melding, telling, true);
    }

    /// <summary>Changes a report that has not begun; the same rules count as for a new one, and its own nights do not stand in its way.</summary>
    public static async ValueTask<Meldresultaat> Wijzig(this Session session, Registratie registratie, Melding melding, Meldingsinvoer invoer, TimeProvider klok)
    {
        var boek = await session.Regelboek();
        if (melding.Annulering is not null) throw Weigering.Botst("id", "geannuleerd", "Deze melding is geannuleerd; meld het verblijf opnieuw.");
        if (melding.Verblijf.IsBegonnen(klok)) throw Weigering.Botst("id", "begonnen", "Dit verblijf is begonnen en kan niet meer gewijzigd worden.");
        if (Gelijk(melding, invoer)) return new(melding, await session.Telling(melding, registratie, boek), false);

        var buren = await session.Overlappend(registratie, invoer.Verblijf, melding.Id);
        var telling = await session.Toets(registratie, invoer, boek, buren, melding.Id, klok);
        await session.GeefNachtenTerug(melding, melding.Aankomst);
        var nieuw = await session.Vervang(melding with
        {
            Aankomst = invoer.Aankomst,
            Vertrek = invoer.Vertrek,
            Gasten = invoer.Gasten,
            GewijzigdOp = klok.GetUtcNow(),
            Regelsets = Versies(invoer.Verblijf, boek),
        });
        await session.TelNachten(nieuw);
        return new(nieuw, telling, true);
    }

    /// <summary>
    /// Cancels a report (VV-08). Before the stay begins all its nights come back; after that the nights that are over stay counted, and only an
    /// employee may do it, with a reason.
    /// </summary>
    public static async ValueTask<Meldresultaat> Annuleer(this Session session, Registratie registratie, Melding melding, string? reden, bool medewerker, TimeProvider klok)
    {
        var boek = await session.Regelboek();
        if (melding.Annulering is not null) return new(melding, await session.Telling(melding, registratie, boek), false);
        if (melding.Verblijf.IsBegonnen(klok))
        {
            if (!medewerker) throw Weigering.Botst("id", "begonnen", "Dit verblijf is begonnen; alleen de gemeente kan het nog annuleren.");
            if (string.IsNullOrWhiteSpace(reden)) throw Weigering.Ongeldig(new Standards.Problemen.OngeldigVeld("reden", "required", "Geef de reden."));
        }

        await session.GeefNachtenTerug(melding, klok.Vandaag());
        var nieuw = await session.Vervang(melding with { Annulering = new(klok.GetUtcNow(), reden) });
        return new(nieuw, await session.Telling(nieuw, registratie, boek), true);
    }

    /// <summary>Nights left in the years of a report as they stand now.</summary>
    public static async ValueTask<IReadOnlyList<Jaartelling>> Telling(this Session session, Melding melding, Registratie registratie, Regelboek? regels = null)
    {
        var boek = regels ?? await session.Regelboek();
        var bezet = await session.Bezet(melding.AdresseerbaarObjectIdentificatie, melding.Verblijf.Jaren.First(), melding.Verblijf.Jaren.Last());
        return [.. Nachtentoets.Tel(melding.Verblijf, boek, await session.Geval(registratie), bezet).Select(jaar => jaar with { Nieuw = 0 })];
    }

    private static async ValueTask<IReadOnlyList<Jaartelling>> Toets(
        this Session session, Registratie registratie, Meldingsinvoer invoer, Regelboek boek, List<Buur> buren, Guid zelf, TimeProvider klok)
    {
        var geval = await session.Geval(registratie);
        var fouten = MeldingRegels.Controleer(invoer, registratie, boek, geval, await session.Vergunningen(registratie.Id), klok).ToList();
        if (fouten.Count > 0) throw Weigering.Regel(fouten);

        // VV-05
        if (buren.Find(buur => !buur.IsAndereKamerDan(registratie)) is { } botsing)
            throw Weigering.Botst("aankomst", "overlapt", $"Voor deze woonruimte is al een verblijf gemeld van {botsing.Melding.Aankomst:yyyy-MM-dd} tot {botsing.Melding.Vertrek:yyyy-MM-dd}.");

        var jaren = invoer.Verblijf.Jaren.ToList();
        var telling = Nachtentoets.Tel(invoer.Verblijf, boek, geval, await session.Bezet(registratie.AdresseerbaarObjectIdentificatie, jaren[0], jaren[^1], zelf));
        var teVeel = MeldingRegels.Nachtenlimiet(invoer, telling).ToList();
        return teVeel.Count > 0 ? throw Weigering.Regel(teVeel) : telling;
    }

    /// <summary>Reports that stand, for the same dwelling and sharing a night.</summary>
    private static ValueTask<List<Buur>> Overlappend(this Session session, Registratie registratie, Verblijf verblijf, Guid behalve) => session.All(
        $"""
        SELECT {Meldingtabel.Kolommen}, r.deel, r.eenheid FROM verhuur_meldingen m JOIN verhuur_registraties r ON r.id = m.registratie
        WHERE m.woonruimte = $1 AND m.vertrek > $2 AND m.aankomst < $3 AND m.geannuleerd IS NULL AND m.id <> $4
        """,
        row => new Buur(Meldingtabel.Lees(row), row.Text(3), row.Text(4)),
        registratie.AdresseerbaarObjectIdentificatie, verblijf.Aankomst, verblijf.Vertrek, behalve);

    private static bool Gelijk(Melding melding, Meldingsinvoer invoer) =>
        melding.Verblijf == invoer.Verblijf && melding.Gasten == invoer.Gasten;

    private static List<Guid> Versies(Verblijf verblijf, Regelboek boek) =>
        [.. verblijf.Data.Select(boek.Op).OfType<Regelset>().Select(versie => versie.Id).Distinct()];

    private sealed record Buur(Melding Melding, string Deel, string Eenheid)
    {
        private static readonly string Gedeelte = Registraties.Deel.Gedeelte.Woord();

        /// <summary>Two rooms with names of their own may be let on the same night; the whole dwelling may not beside a part of it.</summary>
        public bool IsAndereKamerDan(Registratie registratie) =>
            Deel == Gedeelte && registratie.Deel == Registraties.Deel.Gedeelte && Eenheid != registratie.Eenheid;
    }
}
