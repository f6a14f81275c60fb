using Meent.Data.Opslag;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Toegang;

/// <summary>The invented employees of the demo landscape; the same at each organisation that keeps a register of them.</summary>
internal static class ToegangDemo
{
    private static readonly Rol[] Rollen =
    [
        new("behandelaar-verhuur", ["werkvoorraad", "verhuur.inzien", "verhuur.verifieren", "verhuur.handhaven", "verhuur.vergunnen", "terugmeldingen.melden"]),
        new("budgetconsulent", ["werkvoorraad", "huishoudboekje.inzien", "huishoudboekje.bijwerken"]),
        new("budgetadministratie", ["werkvoorraad", "huishoudboekje.inzien", "huishoudboekje.alle", "huishoudboekje.boeken", "huishoudboekje.betalen"]),
        new("fiatteur", ["werkvoorraad", "huishoudboekje.inzien", "huishoudboekje.alle", "huishoudboekje.fiatteren"]),
        new("toezichthouder", ["werkvoorraad", "verhuur.inzien", "verhuur.signaleren", "verhuur.handhaven"]),
        new("beheerder", ["werkvoorraad", "toegang.beheren"]),
        new("behandelaar", ["werkvoorraad", "zaken.inzien", "zaken.behandelen", "zaken.beslissen", "zaaktypen.alle", "vernietiging.inzien", "vernietiging.beoordelen"]),
        new("behandelaar-evenementen", ["werkvoorraad", "zaken.inzien", "zaken.behandelen", "zaaktype.EVENEMENTENVERGUNNING"]),
        new("functioneel-beheerder", ["werkvoorraad", "inrichting.inzien", "inrichting.beheren"]),
        new("integratiebeheerder", ["integratie.inzien", "integratie.beheren"]),
        new("gegevensbeheerder", ["terugmeldingen.behandelen"]),
        new("recordbeheerder", ["zaken.inzien", "zaaktypen.alle", "vernietiging.inzien", "vernietiging.opstellen"]),
        new("privacyfunctionaris", ["werkvoorraad", "verwerkingsregister.inzien", "verwerkingsregister.beheren", "zaken.inzien", "zaken.behandelen", "zaken.beslissen", "zaaktype.AVG-VERZOEK", "gegevensgebruik.inzien", "signalen.inzien", "signalen.vragen"]),
        new("fg", ["werkvoorraad", "verwerkingsregister.inzien", "zaken.inzien", "zaaktype.AVG-VERZOEK", "gegevensgebruik.inzien", "signalen.inzien", "signalen.toestaan"]),
        new("archivaris", ["zaken.inzien", "zaaktypen.alle", "vernietiging.inzien", "vernietiging.opstellen", "vernietiging.vaststellen"]),
    ];

    private static readonly (string Id, Medewerkerinvoer Invoer)[] Medewerkers =
    [
        ("m.visser", new("Marit Visser", true, ["behandelaar-verhuur"], [])),
        ("k.osman", new("Kemal Osman", true, ["toezichthouder"], [])),
        ("b.deboer", new("Bas de Boer", true, ["beheerder"], [])),
        ("s.bakker", new("Sanne Bakker", true, ["behandelaar"], [])),
        ("d.nkosi", new("Daan Nkosi", true, ["behandelaar-evenementen"], [])),
        ("f.yilmaz", new("Fatma Yilmaz", true, ["functioneel-beheerder"], [])),
        ("n.willems", new("Nadia Willems", true, ["integratiebeheerder"], [])),
        ("r.smit", new("Ruben Smit", true, ["recordbeheerder"], [])),
        ("i.vermeer", new("Ilse Vermeer", true, ["archivaris"], [])),
        ("p.jansen", new("Petra Jansen", true, ["privacyfunctionaris"], [])),
        ("g.fontein", new("Gijs Fontein", true, ["fg"], [])),
        ("t.hofman", new("Thijs Hofman", true, ["gegevensbeheerder"], [])),
        ("l.meijer", new("Lotte Meijer", true, ["budgetconsulent"], [])),
        ("h.jacobs", new("Hanna Jacobs", true, ["budgetconsulent"], [])),
        ("o.haddad", new("Omar Haddad", true, ["budgetadministratie"], [])),
        ("c.dekker", new("Carla Dekker", true, ["fiatteur"], [])),
        ("u.dienst", new("Uma Dienst", false, ["behandelaar-verhuur"], [])),
    ];

    /// <summary>Adds what is not there yet; what an administrator changed since stays.</summary>
    public static async Task Vul(Store store)
    {
        if (!store.Organisatie.Diensten.Contains(Diensten.Toegang)) return;
        await store.Write(async session =>
        {
            var rollen = (await session.AlleRollen()).Select(rol => rol.Naam).ToHashSet(StringComparer.Ordinal);
            foreach (var rol in Rollen.Where(rol => !rollen.Contains(rol.Naam))) await session.Zet(rol);
            var bekend = (await session.AlleMedewerkers(DateOnly.MinValue)).Select(medewerker => medewerker.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var (id, invoer) in Medewerkers.Where(m => !bekend.Contains(m.Id))) await session.Zet(id, invoer);
            return true;
        });
    }
}
