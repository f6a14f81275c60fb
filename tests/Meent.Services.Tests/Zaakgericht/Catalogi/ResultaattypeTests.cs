using System.Text.Json;
using Meent.Testing.Engines;
using static Meent.Services.Tests.Zaakgericht.Catalogi.Catalogusnode;

namespace Meent.Services.Tests.Zaakgericht.Catalogi;

/// <summary>A resultaattype and what the selectielijst says of it.</summary>
public sealed class ResultaattypeTests
{
    private static readonly string[] Wijzen =
        ["afgehandeld", "ander_datumkenmerk", "eigenschap", "gerelateerde_zaak", "hoofdzaak", "ingangsdatum_besluit", "termijn", "vervaldatum_besluit", "zaakobject"];

    [EngineTheory, Trait("zgw", "ztc-001")]
    public async Task The_procestype_of_a_zaaktype_is_one_of_the_selectielijst(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);

        await node.Zaaktype("A", new { selectielijstProcestype = node.Zaken.Referentie("procestypen", 1) });
        foreach (var url in new[] { node.Zaken.Referentie("resultaten", 1), node.Zaken.Referentie("procestypen", 99), "https://elders.example/procestypen/1" })
        {
            Assert.Equal(["selectielijstProcestype invalid-resource"],
                await node.Fouten(HttpMethod.Post, "/zaaktypen", Met(Zaaknode.Type(node.Catalogus, "B"), new { selectielijstProcestype = url })));
        }
    }

    [EngineTheory, Trait("zgw", "ztc-002")]
    public async Task Description_and_category_are_of_the_lists_and_fill_in_what_is_left_out(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        var zaaktype = await node.Zaaktype("A", new { selectielijstProcestype = node.Zaken.Referentie("procestypen", 1) });
        object Met(object anders) => Catalogusnode.Met(node.Resultaat(zaaktype), Catalogusnode.Met(new { selectielijstklasse = node.Zaken.Referentie("resultaten", 1) }, anders));

        var afgeleid = await node.Vraag(201, HttpMethod.Post, "/resultaattypen", Met(new { omschrijvingGeneriek = "eigen" }));
        Assert.Equal(("Verleend", "vernietigen", "P5Y"), Archief(afgeleid));
        var eigen = await node.Vraag(201, HttpMethod.Post, "/resultaattypen", Met(new { archiefnominatie = "blijvend_bewaren", archiefactietermijn = "P7Y" }));
        Assert.Equal(("Verleend", "blijvend_bewaren", "P7Y"), Archief(eigen));

        foreach (var (veld, waarde, fout) in new[]
        {
            ("resultaattypeomschrijving", node.Zaken.Referentie("resultaten", 1), "resultaattypeomschrijving invalid-resource"),
            ("resultaattypeomschrijving", "https://elders.example/200", "resultaattypeomschrijving invalid-resource"),
            ("selectielijstklasse", node.Zaken.Referentie("procestypen", 1), "selectielijstklasse invalid-resource"),
            ("selectielijstklasse", "https://elders.example/200", "selectielijstklasse invalid-resource"),
            ("selectielijstklasse", node.Zaken.Referentie("resultaten", 4), "nonFieldErrors procestype-mismatch"),
        })
            Assert.Equal([fout], await node.Fouten(HttpMethod.Post, "/resultaattypen", Met(new Dictionary<string, string> { [veld] = waarde })));
    }

    [EngineTheory, Trait("zgw", "ztc-003")]
    public async Task The_category_limits_from_what_day_the_term_counts(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        var zaaktype = await node.Zaaktype("A");
        foreach (var wijze in Wijzen)
        {
            // 2: nihil; 11: ingeschatte_bestaansduur_procesobject; 10: none.
            foreach (var (klasse, mag) in new[] { (2, wijze == "afgehandeld"), (11, wijze == "termijn"), (10, true) })
            {
                var inhoud = Met(node.Resultaat(zaaktype), new { selectielijstklasse = node.Zaken.Referentie("resultaten", klasse), brondatumArchiefprocedure = Volledig(wijze) });
                if (mag) await node.Vraag(201, HttpMethod.Post, "/resultaattypen", inhoud);
                else Assert.Equal(["nonFieldErrors invalid-afleidingswijze-for-procestermijn"], await node.Fouten(HttpMethod.Post, "/resultaattypen", inhoud));
            }
        }
    }

    [EngineTheory, Trait("zgw", "ztc-004"), Trait("zgw", "ztc-005"), Trait("zgw", "ztc-006"), Trait("zgw", "ztc-007"), Trait("zgw", "ztc-008")]
    public async Task Each_afleidingswijze_has_its_parameters_and_no_others(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        var zaaktype = await node.Zaaktype("A");
        foreach (var wijze in Wijzen)
        {
            foreach (var (veld, gevuld, leeg, nodig) in new (string, object, object?, bool?)[]
            {
                ("datumkenmerk", "identificatie", "", wijze is "eigenschap" or "zaakobject" or "ander_datumkenmerk"),
                ("einddatumBekend", true, false, wijze is "afgehandeld" or "termijn" ? false : null),
                ("objecttype", "pand", "", wijze is "zaakobject" or "ander_datumkenmerk"),
                ("registratie", "bag", "", wijze is "ander_datumkenmerk"),
                ("procestermijn", "P5M", null, wijze is "termijn"),
            })
            {
                var fout = nodig switch { true => $"brondatumArchiefprocedure.{veld} required", false => $"brondatumArchiefprocedure.{veld} must-be-empty", null => null };
                var (goed, slecht) = nodig == true ? (gevuld, leeg) : (leeg, gevuld);
                await node.Vraag(201, HttpMethod.Post, "/resultaattypen", Inhoud(wijze, veld, goed));
                if (fout is null) await node.Vraag(201, HttpMethod.Post, "/resultaattypen", Inhoud(wijze, veld, slecht));
                else Assert.Equal([fout], await node.Fouten(HttpMethod.Post, "/resultaattypen", Inhoud(wijze, veld, slecht)));
            }
        }

        object Inhoud(string wijze, string veld, object? waarde) =>
            Met(node.Resultaat(zaaktype), new { brondatumArchiefprocedure = Met(Volledig(wijze), new Dictionary<string, object?> { [veld] = waarde }) });
    }

    private static object Volledig(string wijze) => new
    {
        afleidingswijze = wijze,
        datumkenmerk = wijze is "eigenschap" or "zaakobject" or "ander_datumkenmerk" ? "identificatie" : "",
        einddatumBekend = false,
        objecttype = wijze is "zaakobject" or "ander_datumkenmerk" ? "pand" : "",
        registratie = wijze is "ander_datumkenmerk" ? "bag" : "",
        procestermijn = wijze is "termijn" ? "P5M" : null,
    };

    private static (string?, string?, string?) Archief(JsonElement resultaattype) => (resultaattype.GetProperty("omschrijvingGeneriek").GetString(),
        resultaattype.GetProperty("archiefnominatie").GetString(), resultaattype.GetProperty("archiefactietermijn").GetString());
}
