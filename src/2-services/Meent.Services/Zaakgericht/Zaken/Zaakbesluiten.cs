using Meent.Data.Modellen.Besluiten;
using Meent.Data.Modellen.Zaken;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>
/// The besluiten of a zaak: the mirror of <c>zaak</c> at a besluit (brc-006), kept by the rules of the Besluiten API here, or by the POST of one elsewhere.
/// </summary>
internal static class Zaakbesluiten
{
    private const string Besluitpad = "/besluiten/api/v1/besluiten";
    private static readonly string[] Afleidingswijzen = ["ingangsdatum_besluit", "vervaldatum_besluit"];

    /// <summary>For the API: a besluit elsewhere, since one of our own is mirrored when it is made.</summary>
    public static async ValueTask<ZaakBesluit> Zaakbesluit(Schrijven<ZaakBesluit> schrijven, Session session)
    {
        var model = schrijven.Model;
        await Zaakdeel.Open(schrijven, session);
        if (await session.One("SELECT 1 FROM zaakgericht_zaakbesluiten WHERE besluit = $1", _ => true, model.Besluit))
            throw Weiger.Ongeldig("besluit", "unique", "Dit besluit hoort al bij een zaak.");
        if (schrijven.Opgehaald.Van(model.Besluit) is not { } elders) throw Weiger.Ongeldig("besluit", "bad-url", "Het besluit bestaat niet, of hoort bij een andere zaak.");
        return model with { Ingangsdatum = Dag(elders, "ingangsdatum"), Vervaldatum = Dag(elders, "vervaldatum") };
    }

    /// <summary>A besluit here keeps its mirror until it goes itself.</summary>
    public static async ValueTask BijWeg(Schrijven<ZaakBesluit> schrijven, Session session, Dienstverlening diensten)
    {
        await Zaakdeel.Open(schrijven, session);
        if (EigenUrls.Id(schrijven.Model.Besluit, Besluitpad) is not null)
            throw Weiger.Ongeldig("nonFieldErrors", "pending-relations", "Het besluit verwijst nog naar de zaak.");
    }

    public static ValueTask Herbereken(Schrijven<ZaakBesluit> schrijven, Session session) =>
        Archivering.Herbereken(session, Zaakdeel.Id(schrijven.Model.Zaak), Afleidingswijzen);

    /// <summary>Mirrors a new besluit of our own, in its transaction and with its toelichting.</summary>
    public static async ValueTask Koppel(Schrijven<Besluit> schrijven, Session session, Dienstverlening diensten)
    {
        var besluit = schrijven.Model;
        var model = new ZaakBesluit { Besluit = schrijven.Resource.Url(schrijven.Id, null), Zaak = besluit.Zaak, Ingangsdatum = besluit.Ingangsdatum, Vervaldatum = besluit.Vervaldatum };
        // Whether it may be made is for the rules of the besluit.
        var spiegel = ZaakdeelResources.Zaakbesluiten with { Regels = static (een, _) => ValueTask.FromResult(een.Model) };
        await Aanmaken.Schrijf(session, Spiegeling(schrijven, spiegel, Actie.Create, Guid.CreateVersion7(schrijven.Nu), model, null, 1), Bereik.Volledig, diensten);
    }

    /// <summary>Other days of a besluit of our own.</summary>
    public static async ValueTask Wijzig(Session session, string besluit, DateOnly ingangsdatum, DateOnly? vervaldatum)
    {
        if (await session.One("UPDATE zaakgericht_zaakbesluiten SET ingangsdatum = $2, vervaldatum = $3 WHERE besluit = $1 RETURNING zaak", row => (Guid?)row.Guid(0), besluit, ingangsdatum, vervaldatum) is { } zaak)
            await Archivering.Herbereken(session, zaak, Afleidingswijzen);
    }

    /// <summary>Takes away the mirror of a besluit of our own that goes.</summary>
    public static async ValueTask Ontkoppel(Schrijven<Besluit> schrijven, Session session, Dienstverlening diensten)
    {
        var spiegel = ZaakdeelResources.Zaakbesluiten with { Verwijderregels = static (_, _, _) => ValueTask.CompletedTask };
        var besluit = schrijven.Resource.Url(schrijven.Id, null);
        if (await session.One("SELECT id, zaak FROM zaakgericht_zaakbesluiten WHERE besluit = $1", row => ((Guid, Guid)?)(row.Guid(0), row.Guid(1)), besluit) is not var (id, zaak)) return;
        if (await Rij.Pak(session, spiegel, id, zaak) is not { } rij) return;
        var model = Vorm.VanBewaard<ZaakBesluit>(rij.Body);
        await Verwijderen.Schrijf(session, Spiegeling(schrijven, spiegel, Actie.Destroy, id, model, model, rij.Versie), rij, diensten);
    }

    /// <summary>The write of a mirror, which leaves the same traces as the write that it mirrors.</summary>
    private static Schrijven<ZaakBesluit> Spiegeling(Schrijven<Besluit> van, Resource<ZaakBesluit> spiegel, Actie actie, Guid id, ZaakBesluit model, ZaakBesluit? oud, long versie) =>
        new(spiegel, van.Aanroep, actie, id, model, oud, versie, van.Nu, static _ => "") { Toelichting = van.Toelichting, MetGebeurtenis = van.MetGebeurtenis, MetSpoor = van.MetSpoor };

    private static DateOnly? Dag(System.Text.Json.JsonElement besluit, string lid) =>
        besluit.TryGetProperty(lid, out var dag) && dag.ValueKind == System.Text.Json.JsonValueKind.String ? Specificatie.Dag(dag.GetString()!) : null;
}
