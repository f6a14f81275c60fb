using Meent.Data.Modellen.Autorisaties;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Zaakgericht.Catalogi;

namespace Meent.Services.Zaakgericht.Autorisaties;

/// <summary>All applicaties by client id, with rights per type identification or catalogue written out in the shape of the standard.</summary>
internal static class Uitgeschreven
{
    /// <summary>Where the types of a component stand, and by what their versions are one type.</summary>
    private static readonly (string Component, Resource Resource, string Naam)[] Soorten =
    [
        ("zrc", CatalogiResources.Zaaktypen, "identificatie"), ("drc", CatalogiResources.Informatieobjecttypen, "omschrijving"), ("brc", CatalogiResources.Besluittypen, "omschrijving"),
    ];

    public static async ValueTask<IReadOnlyDictionary<string, (Guid Id, Applicatie Model)>> Lees(Session session)
    {
        var rechten = (await session.All("SELECT applicatie, body FROM zaakgericht_rechten ORDER BY id", row => (Van: row.Guid(0), Recht: Vorm.VanBewaard<Recht>(row.Span(1)))))
            .ToLookup(r => r.Van, r => r.Recht);
        var typen = new List<Typeversie>();
        foreach (var (component, resource, naam) in rechten.Count == 0 ? [] : Soorten)
            typen.AddRange(await session.All($"SELECT id, {naam}, catalogus FROM {resource.Tabel} ORDER BY id", row => new Typeversie(component, resource, row.Guid(0), row.Text(1), row.Guid(2))));

        var gevonden = new Dictionary<string, (Guid, Applicatie)>(StringComparer.Ordinal);
        foreach (var (id, model) in await session.All("SELECT id, body FROM zaakgericht_applicaties", row => (row.Guid(0), Vorm.VanBewaard<Applicatie>(row.Span(1)))))
        {
            var geheel = model.HeeftAlleAutorisaties ? model : model with { Autorisaties = [.. model.Autorisaties, .. rechten[id].SelectMany(recht => typen.Where(type => type.ValtOnder(recht)).Select(type => type.Autorisatie(recht)))] };
            foreach (var client in model.ClientIds) gevonden[client] = (id, geheel);
        }

        return gevonden;
    }

    /// <summary>One version of a type.</summary>
    private sealed record Typeversie(string Component, Resource Resource, Guid Id, string Naam, Guid Catalogus)
    {
        public bool ValtOnder(Recht recht) => recht.Component == Component && (recht.Type.Length == 0 || recht.Type == Naam)
            && (recht.Catalogus.Length == 0 || EigenUrls.Id(recht.Catalogus, CatalogiResources.Catalogussen.Pad) == Catalogus);

        public ApplicatieAutorisatie Autorisatie(Recht recht)
        {
            var url = EigenUrls.Van(Resource.Pad, Id);
            return ApplicatieRegels.Geordend(new ApplicatieAutorisatie
            {
                Component = Component,
                Scopes = recht.Scopes,
                Zaaktype = url,
                Informatieobjecttype = url,
                Besluittype = url,
                MaxVertrouwelijkheidaanduiding = recht.MaxVertrouwelijkheidaanduiding,
            });
        }
    }
}
