using System.Text.Json;
using System.Text.RegularExpressions;
using Meent.Standards.Koppelvlak;
using Meent.Testing;

namespace Meent.Conformance.Zgw;

/// <summary>The ZGW APIs held against the files of their standards: what is served has every operation and parameter, and answers in their form.</summary>
public sealed class ZgwTests(Landschap landschap) : IClassFixture<Landschap>
{
    private const string Klantinteracties = "klantinteracties-0.9.0.yaml";
    private const string Contactgegevens = "contactgegevens-1.1.1.yaml";

    public static TheoryData<string, string> Standaarden => new()
    {
        { Diensten.Catalogi, "ztc-1.3.3.yaml" },
        { Diensten.Zaken, "zrc-1.7.0.yaml" },
        { Diensten.Besluiten, "brc-1.1.0.yaml" },
        { Diensten.Documenten, "drc-1.7.0.yaml" },
        { Diensten.Referentielijsten, "referentielijsten-0.6.0.yaml" },
        { Diensten.Autorisaties, "ac-1.1.0.yaml" },
        { Diensten.Notificaties, "nrc-1.0.1.yaml" },
        { Diensten.Klantinteracties, Klantinteracties },
        { Diensten.Contactgegevens, Contactgegevens },
        { Diensten.Objecten, "objecten-2.7.0.yaml" },
        { Diensten.Objecttypen, "objecttypen-2.2.2.yaml" },
        { Diensten.Verwerkingsacties, "verwerkingenlogging-bewerking-1.yaml" },
        { Diensten.VerwerkteObjecten, "verwerkingenlogging-inzage-1.yaml" },
    };

    [SharedTheory]
    [MemberData(nameof(Standaarden))]
    public async Task Every_operation_of_the_standard_is_served(string dienst, string bestand)
    {
        using var client = landschap.Meent.Client("duinwaarde");
        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri(Diensten.Pad(dienst).TrimStart('/') + "/openapi.json", UriKind.Relative)));
        var aangeboden = document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(pad => pad.Value.EnumerateObject().Select(o => $"{o.Name.ToUpperInvariant()} {Zonder(pad.Name)}")).ToHashSet();

        // HEAD goes with every GET, and is not told apart.
        var ontbreekt = Standaard.Van(bestand).Operaties().Where(o => o.Methode != "HEAD").Select(o => $"{o.Methode} {Zonder(o.Pad)}").Where(o => !aangeboden.Contains(o));

        Assert.Empty(ontbreekt);
    }

    [SharedTheory]
    [MemberData(nameof(Standaarden))]
    public async Task Every_query_parameter_of_the_standard_is_known(string dienst, string bestand)
    {
        using var client = landschap.Meent.Client("duinwaarde");
        client.DefaultRequestHeaders.Add("Accept-Crs", "EPSG:4326");
        var standaard = Standaard.Van(bestand);
        var onbekend = new List<string>();
        foreach (var (pad, _, operatie) in standaard.Operaties().Where(o => o.Methode == "GET" && !o.Pad.Contains('{', StringComparison.Ordinal)))
        {
            foreach (var naam in standaard.Parameters(pad, operatie).Select(p => p["name"]!.GetValue<string>()))
            {
                using var antwoord = await client.GetAsync(new Uri($"{Diensten.Pad(dienst).TrimStart('/')}{pad}?{Uri.EscapeDataString(naam)}=1", UriKind.Relative));
                var tekst = await antwoord.Content.ReadAsStringAsync();
                if (tekst.Contains("unknown-parameters", StringComparison.Ordinal) || (int)antwoord.StatusCode >= 500) onbekend.Add($"{pad}?{naam}: {(int)antwoord.StatusCode}");
            }
        }

        Assert.Empty(onbekend);
    }

    [SharedFact]
    public async Task The_reference_lists_answer_in_their_form()
    {
        using var verkenner = new Verkenner(landschap.Meent, Diensten.Referentielijsten, "referentielijsten-0.6.0.yaml");
        foreach (var lijst in new[] { "/communicatiekanalen", "/procestypen", "/resultaattypeomschrijvingen", "/resultaten" })
        {
            var alle = await verkenner.Haal(lijst);
            await verkenner.Haal((alle.ValueKind == JsonValueKind.Array ? alle : alle.GetProperty("results"))[0].GetProperty("url").GetString()!);
        }

        Klaar(verkenner);
    }

    [SharedFact]
    public async Task Catalogi_answer_in_their_form()
    {
        using var verkenner = new Verkenner(landschap.Meent, Diensten.Catalogi, "ztc-1.3.3.yaml");
        await new CatalogiScenario(verkenner).Voer("PROEF", metAlles: true);
        Klaar(verkenner);
    }

    [SharedFact]
    public async Task The_authorisations_answer_in_their_form()
    {
        using var verkenner = new Verkenner(landschap.Meent, Diensten.Autorisaties, "ac-1.1.0.yaml");
        var zaaktype = $"{landschap.Meent.Basis}/duinwaarde/catalogi/api/v1/zaaktypen/{Guid.CreateVersion7()}";
        object[] autorisaties =
        [
            new { component = "zrc", scopes = new[] { "zaken.lezen" }, zaaktype, maxVertrouwelijkheidaanduiding = "openbaar" },
            new { component = "drc", scopes = new[] { "documenten.lezen" }, informatieobjecttype = zaaktype, maxVertrouwelijkheidaanduiding = "openbaar" },
            new { component = "brc", scopes = new[] { "besluiten.lezen" }, besluittype = zaaktype },
            new { component = "ac", scopes = new[] { "autorisaties.lezen" } },
        ];
        var applicatie = (await verkenner.Maak("/applicaties", new { clientIds = new[] { "verkenner" }, label = "Verkenner", autorisaties })).GetProperty("url").GetString()!;
        await verkenner.Haal(applicatie);
        await verkenner.Haal("/applicaties?clientIds=verkenner");
        await verkenner.Haal("/applicaties/consumer?clientId=verkenner");
        await verkenner.Stuur(HttpMethod.Patch, applicatie, new { label = "Anders" }, 200);
        await verkenner.Stuur(HttpMethod.Put, applicatie, new { clientIds = new[] { "verkenner" }, label = "Alles", heeftAlleAutorisaties = true }, 200);
        await verkenner.Stuur(HttpMethod.Post, "/applicaties", new { clientIds = new[] { "verkenner" }, label = "" }, 400);
        await verkenner.Stuur(HttpMethod.Delete, applicatie, null, 204);
        Klaar(verkenner);
    }

    [SharedFact]
    public async Task The_notifications_answer_in_their_form()
    {
        await using var ontvanger = await Ontvanger.Start();
        using var verkenner = new Verkenner(landschap.Meent, Diensten.Notificaties, "nrc-1.0.1.yaml");
        var kanaal = await verkenner.Maak("/kanaal", new { naam = "verkenner", documentatieLink = "https://verkenner.example/kanaal", filters = new[] { "soort" } });
        await verkenner.Haal(kanaal.GetProperty("url").GetString()!);
        await verkenner.Haal("/kanaal?naam=verkenner");
        object abonnement = new { callbackUrl = ontvanger.Url, auth = Ontvanger.Auth, kanalen = new[] { new { naam = "verkenner", filters = new { soort = "eik" } } } };
        var url = (await verkenner.Maak("/abonnement", abonnement)).GetProperty("url").GetString()!;
        await verkenner.Haal(url);
        await verkenner.Haal("/abonnement");
        await verkenner.Stuur(HttpMethod.Put, url, abonnement, 200);
        await verkenner.Stuur(HttpMethod.Patch, url, new { auth = Ontvanger.Auth }, 200);
        await verkenner.Stuur(HttpMethod.Post, "/abonnement", new { callbackUrl = "x" }, 400);
        const string boom = "https://verkenner.example/bomen/1";
        await verkenner.Maak("/notificaties", new { kanaal = "verkenner", hoofdObject = boom, resource = "boom", resourceUrl = boom, actie = "create", aanmaakdatum = "2026-01-01T00:00:00Z", kenmerken = new { soort = "eik" } });
        await ontvanger.Wacht(() => !ontvanger.Ontvangen.IsEmpty);
        await verkenner.Stuur(HttpMethod.Delete, url, null, 204);
        Klaar(verkenner);
    }

    [SharedFact]
    public async Task Documenten_answer_in_their_form()
    {
        using var ztc = new Verkenner(landschap.Meent, Diensten.Catalogi, "ztc-1.3.3.yaml");
        var typen = new CatalogiScenario(ztc);
        await typen.Voer("DOCUM", metAlles: false);
        using var zrc = new Verkenner(landschap.Meent, Diensten.Zaken, "zrc-1.7.0.yaml");
        var zaak = (await zrc.Maak("/zaken", new { bronorganisatie = "990000011", verantwoordelijkeOrganisatie = "990000011", zaaktype = typen.Zaaktype, startdatum = "2026-06-01" })).GetProperty("url").GetString()!;
        using var verkenner = new Verkenner(landschap.Meent, Diensten.Documenten, "drc-1.7.0.yaml");
        await new DocumentenScenario(verkenner, zrc, typen).Voer(zaak);
        Klaar(verkenner, zonder: ["POST /objectinformatieobjecten", "DELETE /objectinformatieobjecten/{uuid}"]);
    }

    [SharedFact]
    public async Task Zaken_answer_in_their_form()
    {
        using var ztc = new Verkenner(landschap.Meent, Diensten.Catalogi, "ztc-1.3.3.yaml");
        var typen = new CatalogiScenario(ztc);
        await typen.Voer("ZAKEN", metAlles: false);
        using var drc = new Verkenner(landschap.Meent, Diensten.Documenten, "drc-1.7.0.yaml");
        var document = await new DocumentenScenario(drc, null!, typen).Document("Z-1");
        var elders = landschap.Elders.Urls.First();
        using var verkenner = new Verkenner(landschap.Meent, Diensten.Zaken, "zrc-1.7.0.yaml");
        await new ZakenScenario(verkenner, typen).Voer(document, $"{elders}/besluiten/1", elders);
        Klaar(verkenner);
    }

    [SharedFact]
    public async Task Besluiten_answer_in_their_form()
    {
        using var ztc = new Verkenner(landschap.Meent, Diensten.Catalogi, "ztc-1.3.3.yaml");
        var typen = new CatalogiScenario(ztc);
        await typen.Voer("BESLU", metAlles: false);
        using var drc = new Verkenner(landschap.Meent, Diensten.Documenten, "drc-1.7.0.yaml");
        var document = await new DocumentenScenario(drc, null!, typen).Document("B-1");
        using var verkenner = new Verkenner(landschap.Meent, Diensten.Besluiten, "brc-1.1.0.yaml");
        await new BesluitenScenario(verkenner, typen).Voer(document);
        Klaar(verkenner);
    }

    [SharedFact]
    public async Task Klantinteracties_answer_in_their_form()
    {
        using var verkenner = new Verkenner(landschap.Meent, Diensten.Klantinteracties, Klantinteracties);
        await new KlantinteractiesScenario(verkenner).Voer();
        Klaar(verkenner);
    }

    [SharedFact]
    public async Task Objecten_answer_in_their_form()
    {
        using var verkenner = new Verkenner(landschap.Meent, Diensten.Objecten, "objecten-2.7.0.yaml");
        var scenario = new ObjectenScenario(verkenner);
        await scenario.Objecten(await scenario.Typen());
        Klaar(verkenner);
    }

    [SharedFact]
    public async Task Contactgegevens_answer_in_their_form()
    {
        using var verkenner = new Verkenner(landschap.Meent, Diensten.Contactgegevens, Contactgegevens);
        await new KlantinteractiesScenario(verkenner).VoerContactgegevens();
        Klaar(verkenner);
    }

    [SharedFact]
    public async Task Objecttypen_answer_in_their_form()
    {
        using var verkenner = new Verkenner(landschap.Meent, Diensten.Objecttypen, "objecttypen-2.2.2.yaml");
        await new ObjectenScenario(verkenner).Typen();
        Klaar(verkenner);
    }

    [SharedFact]
    public async Task Verwerkingsacties_answer_in_their_form()
    {
        using var bewerking = new Verkenner(landschap.Meent, Diensten.Verwerkingsacties, "verwerkingenlogging-bewerking-1.yaml");
        using var inzage = new Verkenner(landschap.Meent, Diensten.VerwerkteObjecten, "verwerkingenlogging-inzage-1.yaml");
        await new VerwerkingsactiesScenario(bewerking, inzage).Voer();
        Klaar(bewerking);
        Klaar(inzage);
    }

    /// <summary>Every answer was as the standard says, and every operation was tried.</summary>
    /// <param name="zonder">Operations that are tried, and cannot succeed where both registers are one.</param>
    private static void Klaar(Verkenner verkenner, params IReadOnlyList<string> zonder)
    {
        Assert.True(!verkenner.Fouten.Any(), string.Join('\n', verkenner.Fouten));
        Assert.Equal(zonder.Order(), verkenner.Ongezien.Order());
    }

    private static string Zonder(string pad) => Regex.Replace(pad, @"\{[^}]+\}", "{}");
}
