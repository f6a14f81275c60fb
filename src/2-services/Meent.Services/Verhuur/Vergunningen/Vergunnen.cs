using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Verhuur.Gebieden;
using Meent.Services.Verhuur.Regels;
using Meent.Services.Verhuur.Registraties;
using Meent.Standards;
using Meent.Standards.Problemen;

namespace Meent.Services.Verhuur.Vergunningen;

/// <summary>Applying for a permit and deciding on it, each inside one write transaction.</summary>
internal static class Vergunnen
{
    private static readonly IReadOnlyList<(Vergunningstatus Van, Vergunningstatus Naar)> Tabel =
    [
        (Vergunningstatus.Aangevraagd, Vergunningstatus.Verleend),
        (Vergunningstatus.Aangevraagd, Vergunningstatus.Geweigerd),
        (Vergunningstatus.Verleend, Vergunningstatus.Ingetrokken),
    ];

    /// <param name="registratie">Read under the lock of its dwelling.</param>
    /// <exception cref="ProbleemException">409: there is one already for that time. 422: the number does not hold, or no permit is needed.</exception>
    public static async ValueTask<Vergunning> VraagAan(this Session session, Guid id, Registratie registratie, DateOnly van, TimeProvider klok)
    {
        if (!registratie.IsGeldig) throw Weigering.Regel(new OngeldigVeld("registratienummer", "nietActief", "Dit registratienummer is niet geldig."));
        if (van < klok.Vandaag()) throw Weigering.Regel(new OngeldigVeld("van", "voorbij", "Een vergunning gaat niet in voor vandaag."));
        if ((await session.Regelboek()).Op(van, await session.Geval(registratie)) is not { Vergunningplicht: true } regel)
            throw Weigering.Regel(new OngeldigVeld("van", "geenVergunningplicht", "Voor deze woonruimte is op die dag geen vergunning nodig."));
        var vergunning = new Vergunning
        {
            Id = id,
            Registratie = registratie.Id,
            Registratienummer = registratie.Registratienummer,
            Quotum = Vergunning.Quotumsleutel(regel),
            Regel = regel.Naam,
            Van = van,
            Tot = regel.VergunningMaanden is { } maanden ? van.AddMonths(maanden).AddDays(-1) : null,
            AangevraagdOp = klok.GetUtcNow(),
        };
        var bestaand = (await session.Vergunningen(registratie.Id)).Find(v => v.Loopt && v.Raakt(vergunning.Van, vergunning.Tot));
        if (bestaand is not null) throw Weigering.Botst("van", "dubbel", $"Voor deze tijd is al een vergunning {bestaand.Status.Woord()}.");
        await session.VergrendelQuotum(vergunning.Quotum);
        await session.Voeg(vergunning);
        return vergunning;
    }

    /// <param name="vergunning">Read under the lock of its maximum.</param>
    /// <exception cref="ProbleemException">409: not from this state, no room, or another comes first.</exception>
    public static async ValueTask<Vergunning> Besluit(this Session session, Vergunning vergunning, Vergunningbesluit besluit, Registratie registratie)
    {
        if (!Tabel.Contains((vergunning.Status, besluit.Uitkomst))) throw Weigering.Botst("besluit", "nietVanuitDezeStand", $"Wat {vergunning.Status.Woord()} is, kan niet {besluit.Uitkomst.Woord()} worden.");
        if (besluit.Uitkomst == Vergunningstatus.Verleend)
        {
            if (!registratie.IsGeldig) throw Weigering.Botst("besluit", "nietActief", "Het registratienummer is niet geldig.");
            await session.EisRuimte(vergunning, registratie);
        }

        return await session.Vervang(vergunning with { Status = besluit.Uitkomst, Besluiten = [.. vergunning.Besluiten, besluit] });
    }

    /// <summary>Applications and permits of a number that are not decided against; each under the lock of its maximum.</summary>
    public static async ValueTask<List<Vergunning>> Lopend(this Session session, Guid registratie)
    {
        foreach (var quotum in (await session.Vergunningen(registratie)).Select(v => v.Quotum).Distinct().Order(StringComparer.Ordinal)) await session.VergrendelQuotum(quotum);
        return [.. (await session.Vergunningen(registratie)).Where(v => v.Loopt)];
    }

    /// <summary>The host takes back an application, or gives up a permit.</summary>
    public static async ValueTask<Vergunning> TrekIn(this Session session, Vergunning vergunning, string reden, DateTimeOffset nu)
    {
        if (!vergunning.Loopt) throw Weigering.Botst("id", "nietVanuitDezeStand", $"Deze vergunning is {vergunning.Status.Woord()}.");
        return await session.Vervang(vergunning with { Status = Vergunningstatus.Ingetrokken, Besluiten = [.. vergunning.Besluiten, new(Vergunningstatus.Ingetrokken, reden, null, null, nu)] });
    }

    /// <summary>Gives all applications that have no place yet one by lot.</summary>
    /// <exception cref="ProbleemException">409: nothing to draw among.</exception>
    public static async ValueTask<Loting> Loot(this Session session, Guid id, string quotum, DateTimeOffset nu)
    {
        await session.VergrendelQuotum(quotum);
        var open = await session.Vergunningen(quotum, Vergunningstatus.Aangevraagd);
        var nieuwe = open.Where(v => v.Plaats is null).ToDictionary(v => v.Id);
        if (nieuwe.Count == 0) throw Weigering.Botst("quotum", "nietsTeLoten", "Er zijn geen aanvragen die nog geen plaats hebben.");
        var loting = Loting.Houd(id, quotum, nieuwe.Keys, (open.Max(v => v.Plaats) ?? 0) + 1, nu);
        await session.Voeg(loting);
        foreach (var (i, aanvraag) in loting.Volgorde.Index()) await session.Vervang(nieuwe[aanvraag] with { Loting = id, Plaats = loting.EerstePlaats + i });
        return loting;
    }

    private static async ValueTask EisRuimte(this Session session, Vergunning vergunning, Registratie registratie)
    {
        if ((await session.Regelboek()).Op(vergunning.Van, await session.Geval(registratie))?.MaxVergunningen is not { } maximum) return;
        var verleend = await session.Vergunningen(vergunning.Quotum, Vergunningstatus.Verleend);
        var vrij = maximum - Tegelijk(verleend, vergunning);
        if (vrij <= 0) throw Weigering.Botst("besluit", "quotumVol", $"In deze tijd gelden al {maximum} vergunningen, en meer mogen er niet zijn.");

        // Who applied for the same time is in the draw too; with fewer places than applications nobody goes first without one.
        var anderen = (await session.Vergunningen(vergunning.Quotum, Vergunningstatus.Aangevraagd)).Where(v => v.Id != vergunning.Id && v.Raakt(vergunning.Van, vergunning.Tot)).ToList();
        if (anderen.Count < vrij) return;
        if (vergunning.Plaats is not { } plaats) throw Weigering.Botst("besluit", "lotingNodig", $"Er zijn {anderen.Count + 1} aanvragen en {vrij} vrije vergunningen: loot eerst.");
        if (anderen.Count(v => v.Plaats is { } eerder && eerder < plaats) >= vrij)
            throw Weigering.Botst("besluit", "eerderePlaats", $"Deze aanvraag heeft plaats {plaats}; beslis eerst over wie ervoor staat.");
    }

    /// <summary>The most that hold together on any night of a permit.</summary>
    private static int Tegelijk(IEnumerable<Vergunning> verleend, Vergunning voor)
    {
        var rakend = verleend.Where(v => v.Raakt(voor.Van, voor.Tot)).ToList();
        // The number only grows on a first night, so those and the first night asked for are all that need a look.
        return rakend.Select(v => v.Van < voor.Van ? voor.Van : v.Van).Append(voor.Van).Max(nacht => rakend.Count(v => v.GeldtOp(nacht)));
    }
}
