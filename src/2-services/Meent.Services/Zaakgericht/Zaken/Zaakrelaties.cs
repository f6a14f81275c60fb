using Meent.Data.Modellen.Zaken;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>How a zaak relates to others: its hoofdzaak (zrc-013) and the relevanteAndereZaken (zrc-011).</summary>
internal static class Zaakrelaties
{
    public static async ValueTask Controleer(Schrijven<Zaak> schrijven, Session session)
    {
        if (schrijven.Model.Hoofdzaak is { Length: > 0 } hoofdzaak) await Hoofdzaak(schrijven.Id, hoofdzaak, session);
        for (var i = 0; i < schrijven.Model.RelevanteAndereZaken.Count; i++)
        {
            var (url, veld) = (schrijven.Model.RelevanteAndereZaken[i].Url, $"relevanteAndereZaken.{i}.url");
            // One elsewhere was looked at before the write, or stood here already.
            if (schrijven.Opgehaald.Van(url) is not null || (!url.StartsWith(EigenUrls.Plek) && schrijven.Oud?.RelevanteAndereZaken.Any(r => r.Url == url) == true)) continue;
            if (await Verwijzing.Vereis(session, url, schrijven.Resource, veld) == schrijven.Id) throw Weiger.Ongeldig(veld, "self-forbidden", "Een zaak is niet relevant voor zichzelf.");
        }
    }

    /// <summary>Keeps the other side of the relations.</summary>
    public static async ValueTask Bewaar(Schrijven<Zaak> schrijven, Session session)
    {
        var (oud, nieuw, pad) = (schrijven.Oud, schrijven.Model, schrijven.Resource.Pad);
        var anders = oud?.Hoofdzaak != nieuw.Hoofdzaak;
        if (anders)
        {
            if (oud?.Hoofdzaak is { Length: > 0 } vorige) await Koppelingen.Verwijder(session, "zaakgericht_zaken", "deelzaken", Zaakdeel.Id(vorige), pad, schrijven.Id);
            if (nieuw.Hoofdzaak is { Length: > 0 } volgende) await Koppelingen.Voeg(session, "zaakgericht_zaken", "deelzaken", Zaakdeel.Id(volgende), pad, schrijven.Id);
        }

        if (!(oud?.RelevanteAndereZaken ?? []).SequenceEqual(nieuw.RelevanteAndereZaken))
        {
            anders = true;
            await session.Execute("DELETE FROM zaakgericht_relevante_zaken WHERE zaak = $1", schrijven.Id);
            foreach (var andere in nieuw.RelevanteAndereZaken.Select(r => EigenUrls.Id(r.Url, pad)).OfType<Guid>().Distinct())
                await session.Execute("INSERT INTO zaakgericht_relevante_zaken (zaak, andere) VALUES ($1, $2)", schrijven.Id, andere);
        }

        if (anders && !schrijven.IsNieuw) await Archivering.Herbereken(session, schrijven.Id, "hoofdzaak", "gerelateerde_zaak");
    }

    /// <summary>zrc-013: another zaak, that is no deelzaak itself; nor may this one have deelzaken then.</summary>
    private static async ValueTask Hoofdzaak(Guid id, string url, Session session)
    {
        if (EigenUrls.Id(url, Zaakdeel.Zaakpad) is not { } hoofdzaak) throw GeenZaak();
        if (hoofdzaak == id) throw Weiger.Ongeldig("hoofdzaak", "self-forbidden", "Een zaak mag geen deelzaak van zichzelf zijn.");
        var isDeelzaak = await session.One("SELECT CASE WHEN hoofdzaak IS NULL THEN 0 ELSE 1 END FROM zaakgericht_zaken WHERE id = $1", row => (bool?)row.Bool(0), hoofdzaak) ?? throw GeenZaak();
        if (isDeelzaak || await session.One("SELECT 1 FROM zaakgericht_zaken WHERE hoofdzaak = $1", _ => true, id))
            throw Weiger.Ongeldig("hoofdzaak", "deelzaak-als-hoofdzaak", "Deelzaken van deelzaken zijn niet toegestaan.");
    }

    private static Standards.Problemen.ProbleemException GeenZaak() => Weiger.Ongeldig("hoofdzaak", "no_match", "Ongeldige hyperlink: daar is geen zaak.");
}
