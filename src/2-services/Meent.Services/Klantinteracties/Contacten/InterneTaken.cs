using Meent.Data.Modellen.Klantinteracties;
using Meent.Data.Opslag;
using Meent.Services.Klantinteracties.Actoren;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Klantinteracties.Contacten;

/// <summary>Klantinteracties 0.9.0: internetaken, what has to be done after a contact.</summary>
internal static class InterneTaken
{
    private const string Verwerkt = "verwerkt";
    private const string VanActor = "t.id IN (SELECT x.internetaak FROM klantcontact_taakactoren x WHERE {0})";

    public static readonly Resource<InterneTaak> Resource = Klantresource.Van<InterneTaak>("internetaak", "internetaken", Betrokkenheid.Klantcontact,
        new("nummer", t => t.Nummer), new("referentienummer", t => t.Referentienummer), new("klantcontact", t => t.AanleidinggevendKlantcontact.Uuid),
        new("status", t => t.Status), new("toegewezen_op", t => t.ToegewezenOp)) with
    {
        Filters =
        [
            Filter.Tekst("nummer", "nummer"), Filter.Tekst("referentienummer", "referentienummer"), Filter.Keuze("status", "status", "te_verwerken", Verwerkt),
            .. Filter.Moment("toegewezenOp", "toegewezen_op", ""),
            .. Filter.IdOfUrl("aanleidinggevendKlantcontact", "klantcontact", Klantpaden.Klantcontacten), Filter.Id("klantcontact__uuid", "klantcontact"),
            Klantfilters.Via("klantcontact__nummer", "klantcontact", "klantcontact_klantcontacten", "nummer"),
            Klantfilters.Via("klantcontact__referentienummer", "klantcontact", "klantcontact_klantcontacten", "referentienummer"),
            .. Filter.IdOfUrl("toegewezenAanActor", "actor", Klantpaden.Actoren).Select(f => f with { Binnen = VanActor }),
            Filter.Tekst("actoren__naam", "naam") with { Zin = "t.id IN (SELECT x.internetaak FROM klantcontact_taakactoren x JOIN klantcontact_actoren a ON a.id = x.actor WHERE a.naam = $)" },
        ],
        BijDubbel = Nummering.Dubbel,
        Regels = Regels,
        Gevolgen = Bewaar,
        Melding = (schrijven, _) => ValueTask.FromResult(Melding(schrijven)),
    };

    /// <summary>An actor that goes is taken off its tasks.</summary>
    public static async ValueTask ZonderActor(Schrijven<Actor> schrijven, Session session, Dienstverlening diensten)
    {
        foreach (var id in await session.All("SELECT internetaak FROM klantcontact_taakactoren WHERE actor = $1 ORDER BY internetaak", row => row.Guid(0), schrijven.Id))
            await Volgwijziging.Pas(session, Resource, id, taak => ValueTask.FromResult(Met(taak, [.. taak.ToegewezenAanActoren.Where(a => a.Uuid != schrijven.Id)])));
        await session.Execute("DELETE FROM klantcontact_taakactoren WHERE actor = $1", schrijven.Id);
    }

    private static async ValueTask<InterneTaak> Regels(Schrijven<InterneTaak> schrijven, Session session)
    {
        var taak = schrijven.Model;
        var actoren = await Verwijzingen.VereisElk(session, Toegewezen(schrijven), ActorResources.Actoren, "toegewezenAanActoren");
        if (taak.AfgehandeldOp is not null && taak.Status != Verwerkt && schrijven.Gestuurd.Contains("afgehandeldOp"))
            throw Weiger.Ongeldig("afgehandeldOp", "invalid", $"De Internetaak kan geen afgehandeld op datum bevatten als de status niet op '{Verwerkt}' staat.");
        return Met(taak, actoren) with
        {
            Nummer = await Nummering.Bepaal(schrijven, session, taak.Nummer, schrijven.Oud?.Nummer),
            Referentienummer = taak.Referentienummer is { Length: > 0 } ? taak.Referentienummer : null,
            AanleidinggevendKlantcontact = await Verwijzingen.Vereis(session, taak.AanleidinggevendKlantcontact, ContactResources.Klantcontacten, "aanleidinggevendKlantcontact"),
            ToegewezenOp = schrijven.Oud?.ToegewezenOp ?? schrijven.Nu,
            AfgehandeldOp = taak.Status == Verwerkt ? taak.AfgehandeldOp ?? schrijven.Nu : null,
        };
    }

    /// <summary>The older member names one actor, the newer one all: a client sends one of both, at a PATCH perhaps neither.</summary>
    private static IReadOnlyList<Verwijzing> Toegewezen(Schrijven<InterneTaak> schrijven)
    {
        var (een, alle) = (schrijven.Gestuurd.Contains("toegewezenAanActor"), schrijven.Gestuurd.Contains("toegewezenAanActoren"));
        if (een && alle) throw Weiger.Ongeldig("nonFieldErrors", "invalid", "`toegewezen_aan_actor` en `toegewezen_aan_actoren` mag niet beiden gebruikt worden.");
        if (alle) return schrijven.Model.ToegewezenAanActoren;
        if (een) return [schrijven.Model.ToegewezenAanActor ?? throw Weiger.Ongeldig("toegewezenAanActor", "null", "Dit veld mag niet leeg zijn.")];
        return schrijven.Actie == Actie.PartialUpdate ? schrijven.Oud!.ToegewezenAanActoren
            : throw Weiger.Ongeldig("nonFieldErrors", "invalid", "`toegewezen_aan_actor` of `toegewezen_aan_actoren` is required (mag niet beiden gebruiken).");
    }

    private static InterneTaak Met(InterneTaak taak, IReadOnlyList<Verwijzing> actoren) => taak with { ToegewezenAanActoren = actoren, ToegewezenAanActor = actoren.Count > 0 ? actoren[0] : null };

    private static async ValueTask Bewaar(Schrijven<InterneTaak> schrijven, Session session)
    {
        if (!schrijven.IsNieuw) await session.Execute("DELETE FROM klantcontact_taakactoren WHERE internetaak = $1", schrijven.Id);
        foreach (var actor in schrijven.Model.ToegewezenAanActoren)
            await session.Execute("INSERT INTO klantcontact_taakactoren (internetaak, actor) VALUES ($1, $2)", schrijven.Id, actor.Uuid);
    }

    /// <summary>The texts of the task go to nobody, though Open Klant has <c>gevraagdeHandeling</c> and <c>toelichting</c> here.</summary>
    private static Melding Melding(Schrijven<InterneTaak> schrijven) => new("internetaken", schrijven.Resource.Url(schrijven.Id, null), schrijven.Versie,
        new Dictionary<string, string> { ["nummer"] = schrijven.Model.Nummer ?? "", ["status"] = schrijven.Model.Status });
}
