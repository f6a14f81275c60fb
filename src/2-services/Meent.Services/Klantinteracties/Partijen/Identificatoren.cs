using Meent.Data.Modellen.Klantinteracties;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Klantinteracties.Partijen;

/// <summary>Klantinteracties 0.9.0: partij-identificatoren, numbers of base registries.</summary>
internal static class Identificatoren
{
    private const string Vestigingsnummer = "vestigingsnummer";
    private const string Kvknummer = "kvk_nummer";

    public static readonly Resource<PartijIdentificator> Resource = Klantresource.Van<PartijIdentificator>("partijidentificator", "partij-identificatoren", Betrokkenheid.Zelf,
        [
            new("partij", p => p.IdentificeerdePartij?.Uuid), new("sub_identificator_van", p => p.SubIdentificatorVan?.Uuid), new("andere", p => p.AnderePartijIdentificator),
            new("code_objecttype", p => p.Nummer.CodeObjecttype), new("code_register", p => p.Nummer.CodeRegister), new("code_soort_object_id", p => p.Nummer.CodeSoortObjectId),
            new("object_id", p => p.Nummer.ObjectId), new(Betrokkenheid.Zelf, p => p.Nummer.CodeSoortObjectId == "bsn" ? p.Nummer.ObjectId : null),
        ]) with
    {
        Zoekbaar = true,
        Filters =
        [
            Filter.Tekst("anderePartijIdentificator", "andere"),
            Filter.Keuze("partijIdentificatorCodeObjecttype", "code_objecttype", "natuurlijk_persoon", "niet_natuurlijk_persoon", "vestiging"),
            Filter.Keuze("partijIdentificatorCodeRegister", "code_register", "brp", "hr"),
            Filter.Keuze("partijIdentificatorCodeSoortObjectId", "code_soort_object_id", "bsn", Kvknummer, "rsin", Vestigingsnummer),
            Filter.Tekst("partijIdentificatorObjectId", "object_id") with { KanBsn = true },
        ],
        BijDubbel = static dubbel => Weiger.Ongeldig("__all__", "invalid", dubbel.Betreft("code_objecttype")
            ? "`PartijIdentificator` moet uniek zijn, er bestaat er al een met deze gegevenscombinatie." : "`CodeSoortObjectId` moet uniek zijn voor de Partij."),
        Regels = Regels,
    };

    /// <summary>The parts of a partij: each named once, and of no partij yet when that is new.</summary>
    public static void InPartij(Schrijven<Partij> schrijven)
    {
        if (schrijven.Model.PartijIdentificatoren is not { } nummers) return;
        const string veld = "partijIdentificatoren.identificeerdePartij";
        if (nummers.Select(n => n.Uuid).OfType<Guid>().GroupBy(id => id).Any(groep => groep.Count() > 1))
            throw Weiger.Ongeldig(veld, "duplicated", "Duplicaat uuid kan niet worden ingevoerd voor `partij_identificatoren`.");
        if (schrijven.IsNieuw && nummers.Any(n => n.IdentificeerdePartij is not null))
            throw Weiger.Ongeldig(veld, "invalid", "Het veld `identificeerde_partij` wordt automatisch ingesteld en dient niet te worden opgegeven.");
    }

    private static async ValueTask<PartijIdentificator> Regels(Schrijven<PartijIdentificator> schrijven, Session session)
    {
        var model = schrijven.Model;
        Partijnummers.Controleer(model.Nummer);
        var soort = model.Nummer.CodeSoortObjectId;
        if (schrijven.Oud is { } oud && oud.Nummer.CodeSoortObjectId != soort
            && await session.One("SELECT 1 FROM klantcontact_partijidentificatoren WHERE sub_identificator_van = $1", _ => true, schrijven.Id))
        {
            throw Weiger.Ongeldig("partijIdentificatorCodeSoortObjectId", "invalid",
                "Het is niet mogelijk om de codeSoortObjectId van deze PartijIdentificator te wijzigen, omdat er andere PartijIdentificatoren aan gekoppeld zijn.");
        }

        var sub = await Verwijzingen.VereisOfNiets(session, model.SubIdentificatorVan, Resource, "subIdentificatorVan");
        if (sub?.Uuid == schrijven.Id) throw Weiger.Ongeldig("subIdentificatorVan", "invalid", "Een `Partijidentificator` kan geen `subIdentificatorVan` zijn van zichzelf.");
        if (soort == Vestigingsnummer) await Vestiging(session, sub);
        return model with
        {
            SubIdentificatorVan = sub,
            IdentificeerdePartij = await Verwijzingen.VereisOfNiets(session, model.IdentificeerdePartij, PartijResources.Partijen, "identificeerdePartij"),
        };
    }

    private static async ValueTask Vestiging(Session session, Verwijzing? sub)
    {
        if (sub is null)
        {
            throw Weiger.Ongeldig("subIdentificatorVan", "invalid",
                "Voor een PartijIdentificator met codeSoortObjectId = `vestigingsnummer` is het verplicht om een `sub_identifier_van` met codeSoortObjectId = `kvk_nummer` te kiezen.");
        }

        if (!await session.One("SELECT 1 FROM klantcontact_partijidentificatoren WHERE id = $1 AND code_soort_object_id = $2", _ => true, sub.Uuid, Kvknummer))
            throw Weiger.Ongeldig("subIdentificatorVan", "invalid", "Het is alleen mogelijk om een subIdentifierVan te selecteren met codeSoortObjectId = `kvk_nummer`.");
    }
}
