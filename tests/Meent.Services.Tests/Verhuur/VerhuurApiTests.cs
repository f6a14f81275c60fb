using System.Net;
using System.Text.Json;
using Meent.Services.EigenApi;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Verhuur;

public sealed class VerhuurApiTests
{
    private const string Onbekend = "99010123456789ABCDEF";

    [EngineTheory]
    public async Task A_registration_gets_its_number_at_once_with_an_event_and_a_log_record(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        var antwoord = await node.Post(201, "/registraties", Verhuurnode.Aanvraag(eenheidsnaam: "Tuinkamer"));

        var nummer = antwoord.GetProperty("registratienummer").GetString()!;
        Assert.Matches("^9901[0-9A-F]{16}$", nummer);
        Assert.Equal("9901", antwoord.GetProperty("gemeentecode").GetString());
        Assert.Equal("actief", antwoord.GetProperty("status").GetString());
        Assert.Equal($"http://localhost:8080/duinwaarde/verhuur/api/v1/registraties/{nummer}", antwoord.GetProperty("url").GetString());
        Assert.Equal("Voorwaarden 2026", antwoord.GetProperty("voorwaardenversie").GetString());
        Assert.Equal([("registratie", "aangemaakt")], await node.Gebeurtenissen());
        Assert.Equal([("Registratienummer voor toeristische verhuur gegeven", true)], await node.Logregels());

        var gelezen = await node.Get(200, $"/registraties/{antwoord.GetProperty("weergave").GetString()!.ToLowerInvariant()}");
        Assert.Equal(antwoord.GetRawText(), gelezen.GetRawText());
    }

    [EngineTheory]
    public async Task Registering_the_same_again_gives_the_same_number(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        var eerste = await node.Post(201, "/registraties", Verhuurnode.Aanvraag());
        var tweede = await node.Post(200, "/registraties", Verhuurnode.Aanvraag());
        Assert.Equal(eerste.GetRawText(), tweede.GetRawText());
        Assert.Single(await node.Gebeurtenissen());
    }

    [EngineTheory]
    public async Task A_request_with_the_same_key_makes_nothing_twice_and_another_request_with_it_is_refused(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        var sleutel = ("Idempotency-Key", "8f1c");
        var eerste = await node.Post(201, "/registraties", Verhuurnode.Aanvraag(), headers: sleutel);
        Assert.Equal(eerste.GetRawText(), (await node.Post(201, "/registraties", Verhuurnode.Aanvraag(), headers: sleutel)).GetRawText());
        var fout = await node.Post(422, "/registraties", Verhuurnode.Aanvraag(Testregister.Milan), headers: sleutel);
        Assert.Equal("sleutelHergebruikt", fout.GetProperty("code").GetString());

        var nummer = eerste.GetProperty("registratienummer").GetString()!;
        var melding = await node.Post(201, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-07-01", "2026-07-03"), headers: sleutel);
        var nogmaals = await node.Post(201, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-07-01", "2026-07-03"), headers: sleutel);
        Assert.Equal(melding.GetProperty("id").GetString(), nogmaals.GetProperty("id").GetString());
    }

    [EngineTheory]
    public async Task A_key_of_a_refused_request_is_free_again(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        var nummer = await node.Registreer();
        var sleutel = ("Idempotency-Key", "8f1c");
        await node.Post(422, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-07-01", "2026-09-03"), headers: sleutel);
        await node.Post(201, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-07-01", "2026-07-03"), headers: sleutel);
    }

    [EngineTheory]
    public async Task A_host_is_searched_by_body_never_by_url(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        var nummer = await node.Registreer();
        await node.Registreer(Testregister.Milan);
        var gevonden = await node.Post(200, "/registraties/_zoek", new { burgerservicenummer = Testregister.Fenna });
        Assert.Equal(1, gevonden.GetProperty("count").GetInt32());
        Assert.Equal(nummer, gevonden.GetProperty("results")[0].GetProperty("registratienummer").GetString());
        Assert.Equal(0, (await node.Post(200, "/registraties/_zoek", new { kvkNummer = "12345678" })).GetProperty("count").GetInt32());

        var fout = await node.Get(400, $"/registraties?burgerservicenummer={Testregister.Fenna}");
        Assert.Equal(["burgerservicenummer:unknown-parameters"], Verhuurnode.Fouten(fout));
        Assert.DoesNotContain(Testregister.Fenna, fout.GetRawText());
    }

    [EngineTheory]
    public async Task A_report_tells_what_is_left_in_each_year_it_touches(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        var nummer = await node.Registreer();
        var melding = await node.Post(201, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-12-29", "2027-01-03"));
        Assert.Equal(5, melding.GetProperty("nachten").GetInt32());
        Assert.Equal("gepland", melding.GetProperty("status").GetString());
        Assert.Equal("""{"2026":27,"2027":28}""", melding.GetProperty("nachtenOver").GetRawText());
        Assert.Equal("""{"jaar":2026,"maximum":30,"gebruikt":3,"over":27}""",
            (await node.Get(200, $"/woonruimten/{Testregister.Woonruimte}/nachten")).GetRawText());
        Assert.Equal("""{"jaar":2027,"maximum":30,"gebruikt":2,"over":28}""",
            (await node.Get(200, $"/woonruimten/{Testregister.Woonruimte}/nachten?jaar=2027")).GetRawText());
    }

    [EngineTheory]
    public async Task A_refusal_names_the_field_and_what_is_left(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        var nummer = await node.Registreer();
        await node.Post(201, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-07-01", "2026-07-19"));
        var fout = await node.Post(422, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-08-01", "2026-08-21"));
        Assert.Equal("nachtenOverschreden", fout.GetProperty("code").GetString());
        Assert.Equal("Op dit adres zijn in 2026 nog 12 nachten over; dit verblijf vraagt er 20.", fout.GetProperty("detail").GetString());

        Assert.Equal(["gasten:teVeelGasten"], Verhuurnode.Fouten(await node.Post(422, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-08-01", "2026-08-02", 5))));
        Assert.Equal(["aankomst:begonnen", "gasten:teVeelGasten"], Verhuurnode.Fouten(await node.Post(422, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-06-01", "2026-06-02", 5))));
        Assert.Equal(["registratienummer:onbekend"], Verhuurnode.Fouten(await node.Post(422, "/meldingen", Verhuurnode.Verblijf(Onbekend, "2026-08-01", "2026-08-02"))));
        Assert.Equal(["aankomst:overlapt"], Verhuurnode.Fouten(await node.Post(409, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-07-18", "2026-07-20"))));
        Assert.Equal(1, (await node.Get(200, $"/meldingen?registratienummer={nummer}")).GetProperty("count").GetInt32());
    }

    [EngineTheory]
    public async Task The_last_night_of_the_year_limit_is_an_event(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        await node.Post(201, "/meldingen", Verhuurnode.Verblijf(await node.Registreer(), "2026-07-01", "2026-07-31"));
        Assert.Equal([("registratie", "aangemaakt"), ("melding", "ontvangen"), ("nachten", "limiet-bereikt")], await node.Gebeurtenissen());
    }

    [EngineTheory]
    public async Task A_change_needs_the_version_that_was_read(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        var nummer = await node.Registreer();
        var id = (await node.Post(201, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-07-01", "2026-07-03"))).GetProperty("id").GetString();
        using var gelezen = await node.Stuur(HttpMethod.Get, $"/meldingen/{id}");
        var etag = gelezen.Headers.ETag!.ToString();
        using var ongewijzigd = await node.Stuur(HttpMethod.Get, $"/meldingen/{id}", headers: ("If-None-Match", etag));
        Assert.Equal(HttpStatusCode.NotModified, ongewijzigd.StatusCode);

        var gewijzigd = await node.Put(200, $"/meldingen/{id}", Verhuurnode.Verblijf(nummer, "2026-07-02", "2026-07-08"), ("If-Match", etag));
        Assert.Equal("""{"2026":24}""", gewijzigd.GetProperty("nachtenOver").GetRawText());
        Assert.Equal("gewijzigd", (await node.Put(412, $"/meldingen/{id}", Verhuurnode.Verblijf(nummer, "2026-07-05", "2026-07-06"), ("If-Match", etag))).GetProperty("code").GetString());
        await node.Put(404, $"/meldingen/{Guid.CreateVersion7()}", Verhuurnode.Verblijf(nummer, "2026-07-05", "2026-07-06"));
        Assert.Equal(["registratienummer:nietWijzigbaar"], Verhuurnode.Fouten(await node.Put(422, $"/meldingen/{id}", Verhuurnode.Verblijf(Onbekend, "2026-07-05", "2026-07-06"))));
    }

    [EngineTheory]
    public async Task Cancelling_gives_the_nights_back_and_only_an_employee_cancels_after_arrival(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        var nummer = await node.Registreer();
        var eerste = (await node.Post(201, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-07-01", "2026-07-03"))).GetProperty("id").GetString();
        var tweede = (await node.Post(201, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-07-10", "2026-07-20"))).GetProperty("id").GetString();

        var geannuleerd = await node.Post(200, $"/meldingen/{eerste}/annulering", null);
        Assert.Equal("geannuleerd", geannuleerd.GetProperty("status").GetString());
        Assert.Equal("""{"2026":20}""", geannuleerd.GetProperty("nachtenOver").GetRawText());

        node.Klok.Zet("2026-07-12T12:00:00Z");
        Assert.Equal("begonnen", (await node.Post(409, $"/meldingen/{tweede}/annulering", new { reden = "toch niet" }, headers: (Headers.Gebruiker, "burger"))).GetProperty("code").GetString());
        var door = await node.Post(200, $"/meldingen/{tweede}/annulering", new { reden = "Gasten kwamen niet" }, Verhuurnode.Toezicht, (Headers.Gebruiker, "m.visser"));
        Assert.Equal("""{"2026":28}""", door.GetProperty("nachtenOver").GetRawText());
    }

    [EngineTheory]
    public async Task Reports_are_listed_by_status_as_the_calendar_has_it(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        var nummer = await node.Registreer();
        foreach (var (aankomst, vertrek) in new[] { ("2026-06-05", "2026-06-08"), ("2026-06-20", "2026-06-25"), ("2026-07-01", "2026-07-03"), ("2026-07-05", "2026-07-06") })
            await node.Post(201, "/meldingen", Verhuurnode.Verblijf(nummer, aankomst, vertrek));
        await node.Post(200, $"/meldingen/{(await Een("gepland", 1)).GetProperty("id").GetString()}/annulering", new { });
        node.Klok.Zet("2026-06-20T12:00:00Z");

        Assert.Equal("2026-06-05", (await Een("afgelopen", 1)).GetProperty("aankomst").GetString());
        Assert.Equal("2026-06-20", (await Een("lopend", 1)).GetProperty("aankomst").GetString());
        Assert.Equal("2026-07-01", (await Een("gepland", 1)).GetProperty("aankomst").GetString());
        Assert.Equal("2026-07-05", (await Een("geannuleerd", 1)).GetProperty("aankomst").GetString());

        var bladzijde = await node.Get(200, $"/meldingen?registratienummer={nummer}&pageSize=3");
        Assert.Equal(4, bladzijde.GetProperty("count").GetInt32());
        Assert.Equal(3, bladzijde.GetProperty("results").GetArrayLength());
        var volgende = bladzijde.GetProperty("next").GetString()!;
        Assert.Equal($"http://localhost:8080/duinwaarde/verhuur/api/v1/meldingen?page=2&registratienummer={nummer}&pageSize=3", volgende);
        Assert.Equal(1, (await node.Get(200, volgende[volgende.IndexOf("/meldingen", StringComparison.Ordinal)..])).GetProperty("results").GetArrayLength());

        async Task<JsonElement> Een(string status, int _) => (await node.Get(200, $"/meldingen?registratienummer={nummer}&status={status}")).GetProperty("results")[0];
    }

    [EngineTheory]
    public async Task Withdrawing_a_number_ends_it_for_good_and_gives_planned_nights_back(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        var nummer = await node.Registreer();
        await node.Post(201, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-07-01", "2026-07-11"));
        Assert.Equal("ingetrokken", (await node.Post(200, $"/registraties/{nummer}/intrekking", null)).GetProperty("status").GetString());
        await node.Post(200, $"/registraties/{nummer}/intrekking", null);

        Assert.Equal(0, (await node.Get(200, $"/woonruimten/{Testregister.Woonruimte}/nachten")).GetProperty("gebruikt").GetInt32());
        Assert.Equal(["registratienummer:nietActief"], Verhuurnode.Fouten(await node.Post(422, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-07-01", "2026-07-11"))));
        Assert.NotEqual(nummer, await node.Registreer());
        Assert.Contains(("melding", "geannuleerd"), await node.Gebeurtenissen());
    }

    [EngineTheory]
    public async Task Anybody_can_check_a_number_and_learns_no_more_than_whether_it_is_valid(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        var nummer = await node.Registreer();
        using var antwoord = await node.Stuur(HttpMethod.Get, $"/geldigheid/{nummer}", Herkomst.Buiten, doel: null);
        Assert.Equal("""{"isValid":true}""", await antwoord.Content.ReadAsStringAsync());
        Assert.Equal("""{"isValid":false}""", (await node.Get(200, $"/geldigheid/{Onbekend}")).GetRawText());
        Assert.Equal("""{"isValid":false}""", (await node.Get(200, "/geldigheid/onzin")).GetRawText());
        Assert.Equal("""{"geldig":true,"redenen":[]}""", (await node.Post(200, "/geldigheid/_controle", new { registratienummer = nummer })).GetRawText());
        Assert.Equal("""{"geldig":false,"redenen":["onbekend"]}""", (await node.Post(200, "/geldigheid/_controle", new { registratienummer = Onbekend })).GetRawText());
        Assert.Equal(["huisnummer:required"], Verhuurnode.Fouten(await node.Post(400, "/geldigheid/_controle", new { registratienummer = nummer, postcode = "1234 AB" })));

        await node.Post(200, $"/registraties/{nummer}/intrekking", null);
        Assert.Equal("""{"isValid":false}""", (await node.Get(200, $"/geldigheid/{nummer}")).GetRawText());
        Assert.Equal("""{"geldig":false,"redenen":["nietActief"]}""", (await node.Post(200, "/geldigheid/_controle", new { registratienummer = nummer })).GetRawText());
    }

    [EngineTheory]
    public async Task An_employee_notes_a_signal_with_a_reason(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        var nummer = await node.Registreer();
        var signaal = await node.Post(201, "/signalen", new { registratienummer = nummer, toelichting = "Buren melden drukte.\r\n\u2014 twee keer", reden = "Zaak 2026-1" }, Verhuurnode.Toezicht, (Headers.Gebruiker, "k.osman"));
        Assert.Equal("k.osman", signaal.GetProperty("medewerker").GetString());
        Assert.Equal(1, (await node.Get(200, $"/signalen?registratienummer={nummer}", Verhuurnode.Toezicht)).GetProperty("count").GetInt32());
        Assert.Equal(["registratienummer:invalid"], Verhuurnode.Fouten(await node.Get(400, "/signalen", Verhuurnode.Toezicht)));
    }

    [EngineTheory]
    public async Task Rules_are_read_by_all_and_added_from_today_on(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        using var openbaar = await node.Stuur(HttpMethod.Get, "/regels?datum=2025-06-01", Herkomst.Buiten, doel: null);
        var toen = JsonSerializer.Deserialize<JsonElement>(await openbaar.Content.ReadAsStringAsync()).GetProperty("results")[0];
        Assert.Equal(60, toen.GetProperty("regels")[0].GetProperty("maxNachtenPerKalenderjaar").GetInt32());
        Assert.Equal("2026-01-01", toen.GetProperty("geldigTot").GetString());

        var regel = new { naam = "Hele gemeente", registratieplicht = true, meldplicht = true, maxNachtenPerKalenderjaar = 10, vergunningplicht = false };
        var nieuw = new { geldigVan = "2026-08-01", voorwaardenversie = "Augustus", regels = new[] { regel } };
        await node.Post(201, "/regels", nieuw);
        Assert.Equal(["geldigVan:verleden"], Verhuurnode.Fouten(await node.Post(422, "/regels", nieuw with { geldigVan = "2026-05-31" })));
        Assert.Equal(0, (await node.Get(200, "/regels?datum=2020-01-01")).GetProperty("count").GetInt32());

        var nummer = await node.Registreer();
        await node.Post(201, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-07-01", "2026-07-15"));
        Assert.Equal("nachtenOverschreden", (await node.Post(422, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-08-01", "2026-08-02"))).GetProperty("code").GetString());
        await node.Post(201, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-07-20", "2026-08-01"));
    }

    [EngineTheory]
    public async Task Without_a_purpose_that_covers_it_nothing_is_shown(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        var nummer = await node.Registreer();
        Assert.Equal("doelbindingOntbreekt", (await node.Vraag(403, HttpMethod.Get, $"/registraties/{nummer}", null, null)).GetProperty("code").GetString());
        Assert.Equal("doelbindingOnbekend", (await node.Get(403, $"/registraties/{nummer}", "verzonnen")).GetProperty("code").GetString());
        Assert.Equal("doelbindingDektNiet", (await node.Get(403, $"/registraties/{nummer}", Verhuurnode.Belastingen)).GetProperty("code").GetString());
        await node.Get(200, $"/woonruimten/{Testregister.Woonruimte}/nachten", Verhuurnode.Belastingen);
    }

    [EngineTheory]
    public async Task Head_tells_what_get_tells_and_a_refusal_bears_the_version_too(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        var nummer = await node.Registreer();
        using var get = await node.Stuur(HttpMethod.Get, $"/registraties/{nummer}");
        using var head = await node.Stuur(HttpMethod.Head, $"/registraties/{nummer}");
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        using var geweigerd = await node.Stuur(HttpMethod.Get, $"/registraties/{Onbekend}");
        Assert.Equal(HttpStatusCode.NotFound, geweigerd.StatusCode);
        Assert.Equal(["1.0.0"], geweigerd.Headers.GetValues("API-Version"));
    }

    [EngineTheory]
    public async Task Each_host_that_is_seen_gets_a_record_of_their_own(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        await node.Registreer();
        await node.Registreer(Testregister.Milan);
        var voor = (await node.Logregels()).Count;
        await node.Get(200, $"/registraties?adresseerbaarObjectIdentificatie={Testregister.Woonruimte}", Verhuurnode.Toezicht);
        Assert.Equal([("Registraties van toeristische verhuur opgezocht", true), ("Registraties van toeristische verhuur opgezocht", true)], (await node.Logregels())[voor..]);
    }
}
