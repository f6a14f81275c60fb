using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Meent.Standards;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Tests.Hulp;

/// <summary>Plays the services that the pages use, with just enough memory to walk through them. Lives in the tests only.</summary>
internal sealed class Landgoed : HttpMessageHandler
{
    /// <summary>Trace of the use of personal data.</summary>
    public const string Spoor = "0af7651916cd43dd8448eb211c80319c";

    public const string Zeelaan = "9901010000000001";
    private readonly List<JsonObject> _registraties = [];
    private readonly List<JsonObject> _meldingen = [];
    private readonly List<JsonObject> _signalen = [];
    private readonly HashSet<string> _beeindigd = [];
    private readonly Dictionary<string, JsonObject> _medewerkers = new()
    {
        ["m.visser"] = Medewerker("m.visser", "Marit Visser", ["behandelaar-verhuur"], ["werkvoorraad", "verhuur.inzien", "verhuur.verifieren"]),
        ["k.osman"] = Medewerker("k.osman", "Kemal Osman", ["toezichthouder"], ["werkvoorraad", "verhuur.inzien", "verhuur.signaleren"]),
        ["b.deboer"] = Medewerker("b.deboer", "Bas de Boer", ["beheerder"], ["werkvoorraad", "toegang.beheren"]),
        ["s.bakker"] = Medewerker("s.bakker", "Sanne Bakker", ["behandelaar"], ["werkvoorraad", "zaken.inzien", "zaken.behandelen", "zaken.beslissen", "zaaktypen.alle", "vernietiging.inzien", "vernietiging.beoordelen"]),
        ["d.nkosi"] = Medewerker("d.nkosi", "Daan Nkosi", ["behandelaar-evenementen"], ["zaken.inzien", "zaken.behandelen", "zaaktype.EVENEMENTENVERGUNNING"]),
        ["f.yilmaz"] = Medewerker("f.yilmaz", "Fatma Yilmaz", ["functioneel-beheerder"], ["inrichting.inzien", "inrichting.beheren"]),
        ["r.smit"] = Medewerker("r.smit", "Ruben Smit", ["recordbeheerder"], ["zaken.inzien", "zaaktypen.alle", "vernietiging.inzien", "vernietiging.opstellen"]),
        ["i.vermeer"] = Medewerker("i.vermeer", "Ilse Vermeer", ["archivaris"], ["vernietiging.inzien", "vernietiging.opstellen", "vernietiging.vaststellen"]),
        ["p.jansen"] = Medewerker("p.jansen", "Petra Jansen", ["privacyfunctionaris"], ["werkvoorraad", "verwerkingsregister.inzien", "verwerkingsregister.beheren", "zaken.inzien", "zaken.behandelen", "zaken.beslissen", "zaaktype.AVG-VERZOEK", "gegevensgebruik.inzien", "signalen.inzien", "signalen.vragen"]),
        ["g.fontein"] = Medewerker("g.fontein", "Gijs Fontein", ["fg"], ["werkvoorraad", "verwerkingsregister.inzien", "zaken.inzien", "zaaktype.AVG-VERZOEK", "gegevensgebruik.inzien", "signalen.inzien", "signalen.toestaan"]),
        ["u.dienst"] = Medewerker("u.dienst", "Uma Dienst", [], [], actief: false),
    };

    private readonly JsonObject _taak = new()
    {
        ["id"] = "0199f1f0-0000-7000-8000-000000000001.4",
        ["instantie"] = "0199f1f0-0000-7000-8000-000000000001",
        ["proces"] = "toeristische-verhuur-registratie",
        ["activiteit"] = "verifieren",
        ["naam"] = "Registratie verifiëren",
        ["rol"] = "behandelaar-verhuur",
        ["status"] = "open",
        ["behandelaar"] = null,
        ["aangemaaktOp"] = "2026-07-01T10:00:00Z",
        ["variabelen"] = new JsonObject { ["registratienummer"] = "99015F3A569416CDB9E3" },
    };

    /// <summary>All requests, as "METHODE dienst/pad doel gebruiker".</summary>
    public ConcurrentQueue<string> Verzoeken { get; } = new();

    /// <summary>Service that does not answer.</summary>
    public string? Stuk { get; set; }

    public Zaakland Zaken { get; } = new();

    public Vernietigingsland Vernietiging { get; } = new();

    public Beheerland Beheer { get; } = new();

    public Afrekenland Afrekening { get; } = new();
    public Fscland Fsc { get; } = new();

    public Registerland Register { get; } = new();

    public Deelland Delen { get; } = new();

    public Signaalland Signalen { get; } = new();

    public Inzageland Inzage { get; } = new();

    /// <summary>The query of the last dossier.</summary>
    public string? Dossiervraag { get; private set; }

    /// <summary>Service, status and code with which the next writes are refused; a field and reason where it is about one.</summary>
    public (string Dienst, int Status, string Code, string? Veld, string Reden)? Weiger { get; set; }

    public JsonObject MedewerkerVan(string id) => _medewerkers[id];

    public JsonObject Registreer(string houder, string nummer = "99015F3A569416CDB9E3")
    {
        var registratie = new JsonObject
        {
            ["registratienummer"] = nummer,
            ["houder"] = houder,
            ["adresseerbaarObjectIdentificatie"] = Zeelaan,
            ["nummeraanduidingIdentificatie"] = "9901200000000001",
            ["deel"] = "geheel",
            ["gebruik"] = "hoofdverblijf",
            ["slaapplaatsen"] = 4,
            ["maximumGasten"] = 4,
            ["status"] = "actief",
            ["aangemaaktOp"] = "2026-05-20T09:30:00Z",
        };
        lock (_registraties) _registraties.Add(registratie);
        return registratie;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var pad = request.RequestUri!.AbsolutePath.Trim('/');
        var (dienst, rest) = pad.Split('/', 2) is [var d, var r] ? (d, r) : (pad, "");
        var doel = request.Headers.GetValues(Headers.Verwerkingsactiviteit).Single().Split(':')[^1];
        var gebruiker = request.Headers.TryGetValues(Headers.Gebruiker, out var g) ? g.Single() : "-";
        var inhoud = request.Content?.Headers.ContentType?.MediaType is not "application/json" ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken)) as JsonObject;
        if (request.Headers.TryGetValues(Headers.Aanbieder, out var aanbieder)) return dienst == "verhuur" ? Delen.Buur() : Elders(aanbieder.Single(), inhoud!);
        Verzoeken.Enqueue($"{request.Method} {dienst}/{rest} {doel} {gebruiker}");
        if (dienst == Stuk) return Probleem(503, "stuk", "De bron doet het niet.");
        var toelichting = request.Headers.TryGetValues(Headers.AuditToelichting, out var t) ? t.Single() : "";
        if (Vernietiging.Traag && rest.EndsWith("/uitvoeren", StringComparison.Ordinal)) await Task.Delay(Timeout.Infinite, cancellationToken);
        lock (_registraties)
        {
            if (Weiger is { } nee && nee.Dienst == dienst && request.Method != HttpMethod.Get) return Probleem(nee.Status, nee.Code, nee.Reden, nee.Veld, nee.Reden);
            if (rest.EndsWith("/verklaring", StringComparison.Ordinal)) return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Vernietigingsland.Verklaring, System.Text.Encoding.UTF8, "application/jose") };
            if (rest.StartsWith("zaakdossiers/", StringComparison.Ordinal))
            {
                Dossiervraag = request.RequestUri.Query;
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent("PK"u8.ToArray()) };
            }

            if (Vernietiging.Antwoord($"{request.Method} {dienst}/{rest}", request.RequestUri, inhoud ?? []) is { } lijst) return Json(lijst);
            if (rest == "afrekeningen/2026-10/csv") return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Afrekenland.Csv, System.Text.Encoding.UTF8, "text/csv") };
            if (Afrekening.Antwoord($"{request.Method} {dienst}/{rest}", inhoud ?? []) is { } afrekening) return Json(afrekening);
            if (Fsc.IsStil($"{request.Method} {dienst}/{rest}")) return Probleem(502, "MEENT_UNAVAILABLE", "De andere Manager is niet bereikbaar.");
            if (Fsc.Antwoord($"{request.Method} {dienst}/{Uri.UnescapeDataString(rest)}", request.RequestUri, toelichting, inhoud ?? []) is { } fsc) return Json(fsc);
            if (rest == "export") return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("code;naam\r\n", System.Text.Encoding.UTF8, "text/csv") };
            if (Signalen.Antwoord($"{request.Method} {dienst}/{rest}", gebruiker, inhoud ?? []) is { } signaal) return Json(signaal);
            if (Register.Antwoord($"{request.Method} {dienst}/{rest}", request.RequestUri, toelichting, inhoud ?? []) is { } register) return Json(register);
            if (Delen.Antwoord($"{request.Method} {dienst}/{rest}", request.RequestUri, inhoud ?? []) is { } gedeeld) return Json(gedeeld);
            if (Beheer.Antwoord($"{request.Method} {dienst}/{rest}", request.Headers.IfMatch.ToString(), inhoud ?? []) is { } beheer) return Json(beheer);
            if (Zaken.Weiger is { } weiger && request.Method != HttpMethod.Get && dienst == "zaken" && !rest.EndsWith("_zoek", StringComparison.Ordinal)) return Probleem(400, weiger.Code, "", weiger.Veld, weiger.Reden);
            if (Zaken.Stuk is { } stuk && $"{request.Method} {dienst}/{rest}".StartsWith(stuk, StringComparison.Ordinal)) return Probleem(503, "stuk", "De bron doet het niet.");
            if (Zaken.Antwoord($"{request.Method} {dienst}/{rest}", request.RequestUri, inhoud ?? [], toelichting) is { } antwoord) return Json(antwoord);
            return Antwoord($"{request.Method} {dienst}/{rest}", request.RequestUri, inhoud ?? []);
        }
    }

    private HttpResponseMessage Antwoord(string wat, Uri uri, JsonObject inhoud)
    {
        var delen = wat.Split(' ', '/');
        return wat switch
        {
            "POST personen/personen" => Json(new JsonObject { ["type"] = "RaadpleegMetBurgerservicenummer", ["personen"] = Personen((string?)inhoud["burgerservicenummer"]![0]) }),
            "GET adressen/adressen" => Json(new JsonObject { ["_embedded"] = new JsonObject { ["adressen"] = new JsonArray([.. Adressen().Where(a => uri.Query.Contains($"huisnummer={a["huisnummer"]}&", StringComparison.Ordinal) && uri.Query.Contains($"postcode={a["postcode"]}", StringComparison.Ordinal))]) } }),
            _ when wat.StartsWith("GET adressen/adressen/", StringComparison.Ordinal) => Adressen().FirstOrDefault(a => (string?)a["nummeraanduidingIdentificatie"] == delen[^1]) is { } adres ? Json(adres) : Probleem(404, "notFound", ""),
            "POST verhuur/registraties/_zoek" => Json(new JsonObject { ["results"] = new JsonArray([.. _registraties.Where(x => (string?)x["houder"] == (string?)(inhoud["burgerservicenummer"] ?? inhoud["kvkNummer"])).Select(x => x.DeepClone())]) }),
            "GET verhuur/meldingen" => Json(new JsonObject { ["results"] = new JsonArray([.. _meldingen.Select(x => x.DeepClone())]) }),
            "POST verhuur/meldingen" => Meld(inhoud),
            "GET verhuur/signalen" => Json(new JsonObject { ["results"] = new JsonArray([.. _signalen.Select(x => x.DeepClone())]) }),
            "POST verhuur/signalen" => Signaleer(inhoud),
            _ when wat.StartsWith("GET verhuur/registraties/", StringComparison.Ordinal) => _registraties.FirstOrDefault(x => (string?)x["registratienummer"] == delen[^1]) is { } registratie ? Json(registratie.DeepClone()) : Probleem(404, "notFound", ""),
            _ when wat.StartsWith("GET verhuur/woonruimten/", StringComparison.Ordinal) => Json(Nachten(int.Parse(uri.Query.Split('=')[1], CultureInfo.InvariantCulture))),
            _ when wat.StartsWith("PUT verhuur/meldingen/", StringComparison.Ordinal) => Wijzig(delen[^1], inhoud),
            _ when wat.EndsWith("/annulering", StringComparison.Ordinal) => Annuleer(delen[^2]),
            "POST processen/instanties" => Json(new JsonObject { ["id"] = "0199f1f0-0000-7000-8000-000000000002", ["status"] = "actief", ["variabelen"] = new JsonObject { ["registratienummer"] = (string?)Start((JsonObject)inhoud["variabelen"]!)["registratienummer"] } }, 201),
            "GET processen/taken" => Json(new JsonObject { ["resultaten"] = new JsonArray((string?)_taak["status"] == "open" ? [_taak.DeepClone()] : []) }),
            _ when wat.StartsWith("GET processen/taken/", StringComparison.Ordinal) => Json(_taak.DeepClone()),
            _ when wat.EndsWith("/claim", StringComparison.Ordinal) => Zet("behandelaar", "m.visser"),
            _ when wat.EndsWith("/voltooiing", StringComparison.Ordinal) => Zet("status", "voltooid"),
            "POST logboek/inzage" => Json(Inzage.Antwoord(inhoud)),
            "GET logboek/gebruik" => Json(Gebruik(uri.Query)),
            "GET logboek/minimalisatie" => Json(JsonNode.Parse(Minimalisatie)!),
            "POST logboek/v1/traces" => Json(new JsonObject { ["partialSuccess"] = new JsonObject() }),
            "POST logboek/audit" => new HttpResponseMessage(HttpStatusCode.NoContent),
            _ when wat.StartsWith("PUT toegang/beeindigde-sessies/", StringComparison.Ordinal) => Beeindig(delen[^1], inhoud),
            _ when wat.StartsWith("GET toegang/beeindigde-sessies/", StringComparison.Ordinal) => _beeindigd.Contains(delen[^1]) ? Json(new JsonObject()) : Probleem(404, "notFound", ""),
            "GET fsc/verbindingen" => Json(new JsonObject { ["verbindingen"] = new JsonArray(Verbinding("00000001990000035000", "mijn-gegevens-inzien"), Verbinding("00000001990000047000", "mijn-gegevens-inzien"), Verbinding("00000001990000023000", "iets-anders")) }),
            "GET toegang/medewerkers" => Json(new JsonObject { ["results"] = new JsonArray([.. _medewerkers.Values.Select(m => m.DeepClone())]) }),
            _ when wat.EndsWith("/caseload", StringComparison.Ordinal) => Caseload(delen[^2], (string)inhoud["zaak"]!),
            _ when wat.StartsWith("GET toegang/medewerkers/", StringComparison.Ordinal) => _medewerkers.TryGetValue(delen[^1], out var m) ? Json(m.DeepClone()) : Probleem(404, "notFound", ""),
            _ => Probleem(404, "notFound", wat),
        };
    }

    private HttpResponseMessage Meld(JsonObject inhoud)
    {
        var melding = new JsonObject
        {
            ["id"] = $"{Guid.CreateVersion7()}",
            ["aankomst"] = inhoud["aankomst"]!.DeepClone(),
            ["vertrek"] = inhoud["vertrek"]!.DeepClone(),
            ["gasten"] = inhoud["gasten"]!.DeepClone(),
            ["status"] = "gepland",
        };
        melding["nachten"] = Dag(melding, "vertrek").DayNumber - Dag(melding, "aankomst").DayNumber;
        if (Gebruikt() + (int)melding["nachten"]! > 30)
            return Probleem(422, "nachtenOverschreden", "Te veel nachten.", "aankomst", $"Op dit adres zijn in 2027 nog {30 - Gebruikt()} nachten over; dit verblijf vraagt er {melding["nachten"]}.");
        _meldingen.Add(melding);
        return Json(melding.DeepClone(), 201);
    }

    private HttpResponseMessage Wijzig(string id, JsonObject inhoud)
    {
        var melding = _meldingen.First(m => (string?)m["id"] == id);
        foreach (var veld in (string[])["aankomst", "vertrek", "gasten"]) melding[veld] = inhoud[veld]!.DeepClone();
        melding["nachten"] = Dag(melding, "vertrek").DayNumber - Dag(melding, "aankomst").DayNumber;
        return Json(melding.DeepClone());
    }

    private HttpResponseMessage Annuleer(string id)
    {
        var melding = _meldingen.First(m => (string?)m["id"] == id);
        melding["status"] = "geannuleerd";
        return Json(melding.DeepClone());
    }

    private HttpResponseMessage Signaleer(JsonObject inhoud)
    {
        _signalen.Add(new JsonObject { ["toelichting"] = inhoud["toelichting"]!.DeepClone(), ["reden"] = inhoud["reden"]!.DeepClone(), ["aangemaaktOp"] = "2026-07-02T08:00:00Z", ["medewerker"] = "k.osman" });
        return Json(new JsonObject(), 201);
    }

    private JsonObject Start(JsonObject variabelen) => Registreer((string)(variabelen["burgerservicenummer"] ?? variabelen["kvkNummer"])!);

    private JsonObject Nachten(int jaar) => new() { ["jaar"] = jaar, ["maximum"] = 30, ["gebruikt"] = Gebruikt(), ["over"] = 30 - Gebruikt() };

    private int Gebruikt() => _meldingen.Where(m => (string?)m["status"] != "geannuleerd").Sum(m => (int)m["nachten"]!);

    private HttpResponseMessage Zet(string veld, string waarde)
    {
        _taak[veld] = waarde;
        return Json(_taak.DeepClone());
    }

    private static JsonObject Verbinding(string aanbieder, string doel) => new()
    {
        ["dienst"] = "logboek",
        ["aanbieder"] = aanbieder,
        ["doelen"] = new JsonArray("urn:nld:oin:00000001990000011000:verwerkingsactiviteit:" + doel),
    };

    /// <summary>The logbook of another organisation; one of them does not answer.</summary>
    private static HttpResponseMessage Elders(string oin, JsonObject vraag) => oin != "00000001990000035000" ? Probleem(503, "stuk", "") : Json(new JsonObject
    {
        ["processingActivities"] = new JsonArray((string?)vraag["traceId"] == Spoor && (string?)vraag["dpl.core.data_subject_id"] == "999970008"
            ? [new JsonObject
            {
                ["traceId"] = Spoor,
                ["name"] = "Persoonsgegevens verstrekt",
                ["startTime"] = 1782900000000,
                ["attributes"] = new JsonObject
                {
                    ["meent.processing_activity.name"] = "Verstrekken uit de basisregistratie personen",
                    ["meent.processing_activity.legal_basis"] = "Wet basisregistratie personen, artikel 3.2",
                    ["meent.gegevens"] = "personen:naam",
                },
            }]
            : []),
    });

    private HttpResponseMessage Beeindig(string sessie, JsonObject inhoud)
    {
        _beeindigd.Add(sessie);
        return Json(inhoud.DeepClone());
    }

    private HttpResponseMessage Caseload(string medewerker, string zaak)
    {
        ((JsonArray)_medewerkers[medewerker]["caseload"]!).Add(zaak);
        return Json(_medewerkers[medewerker].DeepClone());
    }

    private static DateOnly Dag(JsonObject melding, string veld) => DateOnly.Parse((string)melding[veld]!, CultureInfo.InvariantCulture);

    private static JsonArray Personen(string? bsn) => bsn switch
    {
        "999970008" => [Persoon("Fenna", "Dijkgraaf", "Zeelaan", 12, "9901200000000001", Zeelaan, "1990 AB", "Duinwaarde")],
        "999970045" => [Persoon("Joris", "Wierde", "Kerkbrink", 7, "9902200000000001", "9902010000000001", "1995 CD", "Lindewoude")],
        _ => [],
    };

    private static JsonObject Persoon(string voornaam, string naam, string straat, int nummer, string nad, string vbo, string postcode, string plaats) => new()
    {
        ["naam"] = new JsonObject { ["voornamen"] = voornaam, ["geslachtsnaam"] = naam, ["volledigeNaam"] = $"{voornaam} {naam}" },
        ["geboorte"] = new JsonObject { ["datum"] = new JsonObject { ["type"] = "Datum", ["datum"] = "1984-03-12", ["langFormaat"] = "12 maart 1984" }, ["plaats"] = new JsonObject { ["code"] = "9901", ["omschrijving"] = plaats } },
        ["verblijfplaats"] = new JsonObject
        {
            ["type"] = "Adres",
            ["adresseerbaarObjectIdentificatie"] = vbo,
            ["nummeraanduidingIdentificatie"] = nad,
            ["datumVan"] = new JsonObject { ["type"] = "Datum", ["langFormaat"] = "1 mei 2015" },
            ["verblijfadres"] = new JsonObject { ["officieleStraatnaam"] = straat, ["huisnummer"] = nummer, ["postcode"] = postcode.Replace(" ", "", StringComparison.Ordinal), ["woonplaats"] = plaats },
        },
    };

    private static JsonObject[] Adressen() =>
    [
        Adres("Zeelaan", 12, null, "1990AB", "Duinwaarde", "9901200000000001", Zeelaan),
        Adres("Duinpad", 3, null, "1990AC", "Duinwaarde", "9901200000000002", "9901010000000002"),
        Adres("Duinpad", 3, "A", "1990AC", "Duinwaarde", "9901200000000003", "9901010000000003"),
        Adres("Kerkbrink", 7, null, "1995CD", "Lindewoude", "9902200000000001", "9902010000000001"),
    ];

    private static JsonObject Adres(string straat, int nummer, string? letter, string postcode, string plaats, string nad, string vbo)
    {
        var adres = new JsonObject
        {
            ["openbareRuimteNaam"] = straat,
            ["huisnummer"] = nummer,
            ["postcode"] = postcode,
            ["woonplaatsNaam"] = plaats,
            ["nummeraanduidingIdentificatie"] = nad,
            ["adresseerbaarObjectIdentificatie"] = vbo,
        };
        if (letter is not null) adres["huisletter"] = letter;
        return adres;
    }

    private const string Minimalisatie = """
        {"van":"2026-08-25","sinds":"2026-01-01","minsteAntwoorden":20,"activiteiten":[
          {"activiteit":"urn:nld:oin:1:verwerkingsactiviteit:mijn-gegevens-inzien","naam":"Mijn gegevens inzien","stand":"voorstel","antwoorden":40,"gegevens":["personen:*","adressen:*"],
           "velden":[{"veld":"personen:*","toegekend":true,"gevraagd":40,"verstrekt":40,"laatste":"2026-11-20"},{"veld":"personen:naam","toegekend":true,"gevraagd":40,"verstrekt":40,"laatste":"2026-11-20"}],
           "voorstel":["personen:naam","adressen:*"],"vervalt":["personen:*"]},
          {"activiteit":"urn:nld:oin:1:verwerkingsactiviteit:toeristische-verhuur-registreren","naam":"Verhuur registreren","stand":"weinig","antwoorden":3,"gegevens":["personen:naam","personen:verblijfplaats"],
           "velden":[{"veld":"personen:naam","toegekend":true,"gevraagd":0,"verstrekt":0,"laatste":null},{"veld":"personen:verblijfplaats","toegekend":true,"gevraagd":3,"verstrekt":3,"laatste":"2026-11-20"}],
           "voorstel":["personen:naam","personen:verblijfplaats"],"vervalt":[]}]}
        """;

    /// <summary>The figures of two months, for the period that is asked.</summary>
    private static JsonObject Gebruik(string query)
    {
        var tot = query.Split("tot=")[1];
        var vorige = DateOnly.ParseExact(tot, "yyyy-MM", CultureInfo.InvariantCulture).AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["drempel"] = 5,
            ["maanden"] = new JsonArray(new JsonObject { ["maand"] = vorige, ["geteld"] = "2026-06-30T22:00:00Z" }, new JsonObject { ["maand"] = tot, ["geteld"] = null }),
            ["regels"] = new JsonArray(
                Regel(vorige, "toezicht", "Toezicht houden", "geldig", null, 1234, 1000),
                Regel(tot, "toezicht", "Toezicht houden", "geldig", "Gemeente Lindewoude", 40, 12),
                Regel(tot, "toezicht", "Toezicht houden", "geldig", null, 6, null),
                Regel(tot, "gestopt", "=Gestopt", "goldNiet", null, 3, null),
                Regel(tot, "verzonnen", null, "onbekend", null, 2, null)),
        };

        static JsonObject Regel(string maand, string code, string? naam, string register, string? aanroeper, int aantal, int? betrokkenen) => new()
        {
            ["maand"] = maand,
            ["activiteit"] = $"urn:nld:oin:1:verwerkingsactiviteit:{code}",
            ["naam"] = naam,
            ["register"] = register,
            ["aanroeper"] = aanroeper is null ? null : new JsonObject { ["naam"] = aanroeper, ["oin"] = "1" },
            ["aantal"] = aantal,
            ["mislukt"] = 1,
            ["betrokkenen"] = betrokkenen,
            ["laatste"] = $"{maand}-02T10:00:00Z",
        };
    }

    private static JsonObject Medewerker(string id, string naam, string[] rollen, string[] rechten, bool actief = true) => new()
    {
        ["id"] = id,
        ["naam"] = naam,
        ["actief"] = actief,
        ["rollen"] = new JsonArray([.. rollen.Select(r => JsonValue.Create(r))]),
        ["rechten"] = new JsonArray([.. rechten.Select(r => JsonValue.Create(r))]),
        ["mandaten"] = new JsonArray(),
        ["caseload"] = new JsonArray(),
    };

    private static HttpResponseMessage Json(JsonNode json, int status = 200)
    {
        var antwoord = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(json.ToJsonString(), System.Text.Encoding.UTF8, "application/json") };
        antwoord.Headers.ETag = new("\"v1\"");
        return antwoord;
    }

    private static HttpResponseMessage Probleem(int status, string code, string detail, string? veld = null, string? reden = null)
    {
        var probleem = new JsonObject { ["status"] = status, ["code"] = code, ["title"] = "Fout", ["detail"] = detail };
        if (veld is not null) probleem["invalidParams"] = new JsonArray(new JsonObject { ["name"] = veld, ["code"] = code, ["reason"] = reden });
        return Json(probleem, status);
    }
}
