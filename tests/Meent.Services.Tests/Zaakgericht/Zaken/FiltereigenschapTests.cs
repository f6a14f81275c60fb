using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Meent.Data.Modellen;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Zaakgericht.Zaken;

/// <summary>Whatever zaken there are, and whatever is asked of them together: the list and the search find what the same question finds in memory, and count it.</summary>
public sealed class FiltereigenschapTests
{
    private const int Verzamelingen = 5;
    private const int PerVerzameling = 7;
    private const int Vragen = 25;

    private static readonly string[] Dagen = [.. Enumerable.Range(1, 6).Select(dag => $"2026-01-0{dag}")];
    private static readonly string?[] MisschienDagen = [null, null, .. Dagen];
    private static readonly string[] Organisaties = ["990000011", "990000023"];
    private static readonly string[] Nominaties = ["blijvend_bewaren", "vernietigen"];
    private static readonly string?[] MisschienNominaties = [null, .. Nominaties];
    private static readonly string[] Standen = ["nog_te_archiveren", "gearchiveerd", "overgedragen"];
    private static readonly string[] Medewerkers = ["m1", "m2"];
    private static readonly string[] Generiek = ["initiator", "behandelaar"];
    private static readonly string[] Betrokkenen = ["medewerker", "organisatorische_eenheid"];

    [EngineTheory]
    public async Task Any_filters_together_find_just_what_they_say(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var wereld = await Wereld.Maak(node);
        var gevallen = from zaken in Zaak().ArrayOf(PerVerzameling) from vragen in Vraag(wereld).ArrayOf(Vragen) select (zaken, vragen);

        // Zaken stay, so each set is asked together with those before it.
        Prop.ForAll(gevallen.ToArbitrary(), geval => Klopt(geval.zaken, geval.vragen).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(Verzamelingen));

        async Task<bool> Klopt(Gegeven[] zaken, Filter[][] vragen)
        {
            foreach (var zaak in zaken) await wereld.Voeg(zaak);
            foreach (var vraag in vragen)
            {
                var verwacht = wereld.Zaken.Where(zaak => Voldoet(zaak, vraag)).Select(zaak => zaak.Lees("identificatie")).Order(StringComparer.Ordinal).ToList();
                var query = string.Concat(vraag.Select(filter => $"&{filter.Naam}={Uri.EscapeDataString(filter.Waarde)}"));
                Gelijk(verwacht, await node.Vraag(200, HttpMethod.Get, $"/zaken?pageSize=500{query}"), query);
                if (vraag.Length > 0) Gelijk(verwacht, await node.Vraag(200, HttpMethod.Post, "/zaken/_zoek?pageSize=500", vraag.ToDictionary(filter => filter.Naam, filter => filter.Waarde)), query);
            }

            return true;
        }

        static void Gelijk(List<string?> verwacht, JsonElement blad, string query)
        {
            var gevonden = blad.GetProperty("results").EnumerateArray().Select(zaak => zaak.GetProperty("identificatie").GetString()).Order(StringComparer.Ordinal);
            Assert.Equal($"{query}: {string.Join(' ', verwacht)}", $"{query}: {string.Join(' ', gevonden)}");
            Assert.Equal(verwacht.Count, blad.GetProperty("count").GetInt32());
        }
    }

    /// <summary>Filters on rollen hold for one and the same rol.</summary>
    private static bool Voldoet(Zaakrij zaak, Filter[] vraag) =>
        vraag.All(filter => filter.OpZaak?.Invoke(zaak) != false)
        && (vraag.All(filter => filter.OpRol is null) || zaak.Rollen.Any(rol => vraag.All(filter => filter.OpRol?.Invoke(rol) != false)));

    private static Gen<Gegeven> Zaak() =>
        from organisatie in Gen.Elements(Organisaties)
        from type in Gen.Choose(0, 1)
        from rang in Gen.Choose(1, 8)
        from dagen in Gen.Elements(Dagen).ArrayOf(2)
        from misschien in Gen.Elements(MisschienDagen).ArrayOf(4)
        from nominatie in Gen.Elements(MisschienNominaties)
        from stand in Gen.Elements(Standen)
        from rollen in (from betrokkene in Gen.Elements(Betrokkenen) from wie in Gen.Elements(Medewerkers) from rol in Gen.Choose(0, 1) select (betrokkene, wie, rol)).ArrayOf(2)
        from aantal in Gen.Choose(0, 2)
        select new Gegeven(organisatie, type, rang, dagen[0], dagen[1], misschien[0], misschien[1], misschien[2], nominatie, stand, misschien[3], rollen[..aantal]);

    /// <summary>None, one or some filters, no two of one name.</summary>
    private static Gen<Filter[]> Vraag(Wereld wereld) =>
        from aantal in Gen.Choose(0, 4)
        from filters in Gen.OneOf(Filters(wereld)).ArrayOf(4)
        select filters.Take(aantal).DistinctBy(filter => filter.Naam).ToArray();

    private static Gen<Filter>[] Filters(Wereld wereld) =>
    [
        Enkel("identificatie", ["F-1", "F-2", "F-9", "is er niet"]), Enkel("bronorganisatie", Organisaties), In("bronorganisatie", Organisaties), Enkel("zaaktype", wereld.Typen),
        Enkel("archiefnominatie", Nominaties), In("archiefnominatie", Nominaties), Enkel("archiefstatus", Standen), In("archiefstatus", Standen),
        .. Datum("archiefactiedatum", "", "isnull", "lt", "gt"), .. Datum("startdatum", "", "gt", "gte", "lt", "lte"), .. Datum("registratiedatum", "", "gt", "lt"),
        .. Datum("einddatum", "", "isnull", "gt", "lt"), .. Datum("einddatumGepland", "", "gt", "lt"), .. Datum("uiterlijkeEinddatumAfdoening", "", "gt", "lt"),
        Gen.Choose(1, 8).Select(rang => new Filter("maximaleVertrouwelijkheidaanduiding", Vertrouwelijkheidaanduiding.Woord(rang))
        {
            OpZaak = zaak => Vertrouwelijkheidaanduiding.Rang(zaak.Lees("vertrouwelijkheidaanduiding")!) <= rang,
        }),
        OpRol("betrokkeneType", Betrokkenen, rol => rol.Betrokkene), OpRol("omschrijvingGeneriek", Generiek, rol => Generiek[rol.Rol]),
        OpRol("betrokkeneIdentificatie__medewerker__identificatie", Medewerkers, rol => rol.Betrokkene == "medewerker" ? rol.Wie : null),
        OpRol("betrokkeneIdentificatie__organisatorischeEenheid__identificatie", Medewerkers, rol => rol.Betrokkene == "organisatorische_eenheid" ? rol.Wie : null),
    ];

    private static Gen<Filter> Enkel(string naam, string[] keuzes) => from waarde in Gen.Elements(keuzes) select new Filter(naam, waarde) { OpZaak = zaak => zaak.Lees(naam) == waarde };

    private static Gen<Filter> In(string naam, string[] keuzes) =>
        from waarden in Gen.Elements(keuzes).ArrayOf(2) select new Filter($"{naam}__in", string.Join(',', waarden)) { OpZaak = zaak => waarden.Contains(zaak.Lees(naam)) };

    private static Gen<Filter> OpRol(string naam, string[] keuzes, Func<(string Betrokkene, string Wie, int Rol), string?> lees) =>
        from waarde in Gen.Elements(keuzes) select new Filter($"rol__{naam}", waarde) { OpRol = rol => lees(rol) == waarde };

    /// <summary>No comparison holds for a day that is absent.</summary>
    private static IEnumerable<Gen<Filter>> Datum(string naam, params string[] vergelijkingen) => vergelijkingen.Select(vergelijking =>
        from dag in Gen.Elements(vergelijking == "isnull" ? ["true", "false"] : Dagen)
        select new Filter(vergelijking.Length == 0 ? naam : $"{naam}__{vergelijking}", dag)
        {
            OpZaak = zaak => zaak.Lees(naam) is var gelezen && vergelijking switch
            {
                "isnull" => gelezen is null == (dag == "true"),
                _ when gelezen is null => false,
                "" => gelezen == dag,
                "gt" => string.CompareOrdinal(gelezen, dag) > 0,
                "gte" => string.CompareOrdinal(gelezen, dag) >= 0,
                "lt" => string.CompareOrdinal(gelezen, dag) < 0,
                _ => string.CompareOrdinal(gelezen, dag) <= 0,
            },
        });

    private sealed record Filter(string Naam, string Waarde)
    {
        public Func<Zaakrij, bool>? OpZaak { get; init; }
        public Func<(string Betrokkene, string Wie, int Rol), bool>? OpRol { get; init; }

        public override string ToString() => $"{Naam}={Waarde}";
    }

    /// <param name="Gesloten">The day on which it is closed, which only a zaak of the first type can be.</param>
    private sealed record Gegeven(
        string Organisatie, int Type, int Rang, string Start, string Registratie, string? Gepland, string? Uiterlijk, string? Actie, string? Nominatie, string Stand, string? Gesloten,
        (string Betrokkene, string Wie, int Rol)[] Rollen);

    /// <summary>A zaak as the API shows it.</summary>
    private sealed record Zaakrij(JsonElement Zaak, (string Betrokkene, string Wie, int Rol)[] Rollen)
    {
        public string? Lees(string lid) => Zaak.GetProperty(lid).GetString();
    }

    /// <summary>Two zaaktypen with two roltypen each, and the zaken that have been made.</summary>
    private sealed record Wereld(Zakennode Node, string[] Typen, string[][] Roltypen)
    {
        public List<Zaakrij> Zaken { get; } = [];

        public static async Task<Wereld> Maak(Zakennode node)
        {
            var catalogus = (await node.Node.Vraag(200, HttpMethod.Get, Diensten.Catalogi, "/catalogussen")).GetProperty("results")[0].GetProperty("url").GetString()!;
            var (ander, _, roltype) = await node.Node.MaakZaaktype(catalogus, "B");
            return new Wereld(node, [node.Node.Zaaktype, ander], [[node.Node.Roltype, await Behandelaar(node.Node.Zaaktype)], [roltype, await Behandelaar(ander)]]);

            async Task<string> Behandelaar(string zaaktype) =>
                Zaaknode.Url(await node.Node.Maak(Diensten.Catalogi, "/roltypen", new { zaaktype, omschrijving = "Behandelaar", omschrijvingGeneriek = "behandelaar" }));
        }

        public async Task Voeg(Gegeven gegeven)
        {
            // What is archived says what becomes of it, and when.
            var stand = gegeven is { Nominatie: not null, Actie: not null } ? gegeven.Stand : Standen[0];
            var zaak = await Node.Zaak(new
            {
                identificatie = string.Create(CultureInfo.InvariantCulture, $"F-{Zaken.Count}"),
                bronorganisatie = gegeven.Organisatie,
                zaaktype = Typen[gegeven.Type],
                vertrouwelijkheidaanduiding = Vertrouwelijkheidaanduiding.Woord(gegeven.Rang),
                startdatum = gegeven.Start,
                registratiedatum = gegeven.Registratie,
                einddatumGepland = gegeven.Gepland,
                uiterlijkeEinddatumAfdoening = gegeven.Uiterlijk,
                archiefactiedatum = gegeven.Actie,
                archiefnominatie = gegeven.Nominatie,
                archiefstatus = stand,
            });
            foreach (var (betrokkeneType, wie, rol) in gegeven.Rollen)
                await Node.Maak("/rollen", new { zaak, roltype = Roltypen[gegeven.Type][rol], betrokkeneType, roltoelichting = "Proef", betrokkeneIdentificatie = new { identificatie = wie } });
            if (gegeven is { Gesloten: { } dag, Type: 0 } && stand == Standen[0]) await Node.Sluit(zaak, moment: $"{dag}T10:00:00Z");
            Zaken.Add(new Zaakrij(await Node.Lees(zaak), gegeven.Rollen));
        }
    }
}
