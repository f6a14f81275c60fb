using System.Text.Json;
using Meent.Data.Modellen.Klantinteracties;
using Meent.Data.Opslag;
using Meent.Services.Klantinteracties.Contacten;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Klantinteracties.Actoren;

/// <summary>Klantinteracties 0.9.0: actoren, and the contacts that they took part in.</summary>
internal static class ActorResources
{
    private const string Veld = "actorIdentificatie";

    private static readonly Dictionary<string, Type> Vormen = new()
    {
        ["medewerker"] = typeof(Medewerker),
        ["geautomatiseerde_actor"] = typeof(GeautomatiseerdeActor),
        ["organisatorische_eenheid"] = typeof(OrganisatorischeEenheid),
    };

    public static readonly Resource<Actor> Actoren = Klantresource.Van<Actor>("actor", "actoren", null,
        new("naam", a => a.Naam), new("naam_klein", a => a.Naam.ToLowerInvariant()), new("soort", a => a.SoortActor), new("actief", a => a.IndicatieActief),
        new("code_objecttype", a => a.Actoridentificator?.CodeObjecttype), new("code_register", a => a.Actoridentificator?.CodeRegister),
        new("code_soort_object_id", a => a.Actoridentificator?.CodeSoortObjectId), new("object_id", a => a.Actoridentificator?.ObjectId)) with
    {
        Kinderen = () => [new(Actorklantcontacten!, "actor")],
        Filters =
        [
            Filter.Bevat("naam", "naam_klein"), Filter.Keuze("soortActor", "soort", [.. Vormen.Keys]), Filter.Vlag("indicatieActief", "actief"), .. Klantfilters.Object("actoridentificator"),
        ],
        Regels = (schrijven, _) => ValueTask.FromResult(schrijven.Model with { ActorIdentificatie = Identificatie(schrijven) }),
        Verwijderregels = InterneTaken.ZonderActor,
    };

    public static readonly Resource<ActorKlantcontact> Actorklantcontacten = Klantresource.Van<ActorKlantcontact>("actorklantcontact", "actorklantcontacten", Betrokkenheid.Klantcontact,
        new("actor", a => a.Actor.Uuid), new("klantcontact", a => a.Klantcontact.Uuid)) with
    {
        Filters = [.. Filter.IdOfUrl("actor", "actor", Klantpaden.Actoren), .. Filter.IdOfUrl("klantcontact", "klantcontact", Klantpaden.Klantcontacten)],
        BijDubbel = static _ => Weiger.Ongeldig("nonFieldErrors", "unique", "De velden actor, klantcontact moeten een unieke set zijn."),
        Regels = async (schrijven, session) => new ActorKlantcontact
        {
            Actor = await Verwijzingen.Vereis(session, schrijven.Model.Actor, Actoren, "actor"),
            Klantcontact = await Verwijzingen.Vereis(session, schrijven.Model.Klantcontact, ContactResources.Klantcontacten, "klantcontact"),
        },
    };

    /// <summary>In the shape of its kind; what a PUT leaves out stays while the kind does.</summary>
    private static JsonElement? Identificatie(Schrijven<Actor> schrijven)
    {
        var (actor, oud) = (schrijven.Model, schrijven.Oud);
        var zelfdeSoort = oud is null || oud.SoortActor == actor.SoortActor;
        if (!schrijven.Gestuurd.Contains(Veld)) return zelfdeSoort ? oud?.ActorIdentificatie : null;
        return actor.ActorIdentificatie is { ValueKind: not JsonValueKind.Null } json ? Polymorf.Volledig(json, Vormen[actor.SoortActor], Veld) : null;
    }
}
