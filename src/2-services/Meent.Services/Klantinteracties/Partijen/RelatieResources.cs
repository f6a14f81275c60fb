using Meent.Data.Modellen.Klantinteracties;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Standards;

namespace Meent.Services.Klantinteracties.Partijen;

/// <summary>Klantinteracties 0.9.0: what partijen are to each other and to categories.</summary>
internal static class RelatieResources
{
    public static readonly Resource<Vertegenwoordiging> Vertegenwoordigingen = Klantresource.Van<Vertegenwoordiging>(
        "vertegenwoordiging", "vertegenwoordigingen", Betrokkenheid.Partij("vertegenwoordigende", "vertegenwoordigde"),
        new("vertegenwoordigende", v => v.VertegenwoordigendePartij.Uuid), new("vertegenwoordigde", v => v.VertegenwoordigdePartij.Uuid)) with
    {
        Filters = [.. Filter.IdOfUrl("vertegenwoordigendePartij", "vertegenwoordigende", Klantpaden.Partijen), .. Filter.IdOfUrl("vertegenwoordigdePartij", "vertegenwoordigde", Klantpaden.Partijen)],
        BijDubbel = static _ => Weiger.Ongeldig("nonFieldErrors", "unique", "De velden vertegenwoordigendePartij, vertegenwoordigdePartij moeten een unieke set zijn."),
        Regels = async (schrijven, session) =>
        {
            var (wie, wien) = (schrijven.Model.VertegenwoordigendePartij, schrijven.Model.VertegenwoordigdePartij);
            if (wie.Uuid == wien.Uuid) throw Weiger.Ongeldig("vertegenwoordigdePartij", "invalid", "De partij kan niet zichzelf vertegenwoordigen.");
            return new Vertegenwoordiging
            {
                VertegenwoordigendePartij = await Verwijzingen.Vereis(session, wie, PartijResources.Partijen, "vertegenwoordigendePartij"),
                VertegenwoordigdePartij = await Verwijzingen.Vereis(session, wien, PartijResources.Partijen, "vertegenwoordigdePartij"),
            };
        },
    };

    public static readonly Resource<Categorie> Categorieen = Klantresource.Van<Categorie>("categorie", "categorieen", null, new Kolom<Categorie>("naam", c => c.Naam)) with
    {
        Persoonsgegevens = false,
        Kinderen = () => [new(CategorieRelaties!, "categorie")],
    };

    public static readonly Resource<CategorieRelatie> CategorieRelaties = Klantresource.Van<CategorieRelatie>("categorierelatie", "categorie-relaties", Betrokkenheid.Partij("partij"),
        new("partij", r => r.Partij?.Uuid), new("categorie", r => r.Categorie?.Uuid), new("begin_datum", r => r.BeginDatum), new("eind_datum", r => r.EindDatum)) with
    {
        Berekend = [new("categorie", ["(SELECT x.body FROM klantcontact_categorieen x WHERE x.id = t.categorie)"], static w => w[0] as string ?? "null")],
        Filters =
        [
            .. Filter.Datum("beginDatum", "begin_datum", ""), .. Filter.Datum("eindDatum", "eind_datum", ""),
            .. Filter.IdOfUrl("partij", "partij", Klantpaden.Partijen), Klantfilters.Via("partij__nummer", "partij", "klantcontact_partijen", "nummer"),
            .. Filter.IdOfUrl("categorie", "categorie", Klantpaden.Categorieen), Klantfilters.Via("categorie__naam", "categorie", "klantcontact_categorieen", "naam"),
        ],
        Regels = Relatie,
    };

    private static async ValueTask<CategorieRelatie> Relatie(Schrijven<CategorieRelatie> schrijven, Session session)
    {
        var relatie = schrijven.Model;
        return relatie with
        {
            Partij = await Verwijzingen.VereisOfNiets(session, relatie.Partij, PartijResources.Partijen, "partij"),
            Categorie = await Verwijzingen.VereisOfNiets(session, relatie.Categorie, Categorieen, "categorie"),
            BeginDatum = relatie.BeginDatum ?? (schrijven.IsNieuw ? schrijven.Nu.LokaleDag() : null),
        };
    }
}
