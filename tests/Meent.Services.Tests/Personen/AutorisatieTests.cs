using System.Text.Json;
using Meent.Services.Personen.Autorisaties;
using Meent.Services.Personen.Velden;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Personen;

/// <summary>What a consumer was authorised for, beside what its purpose covers (decision 0031).</summary>
public sealed class AutorisatieTests
{
    private const string Naam = "ZoekMetGeslachtsnaamEnGeboortedatum";
    private const string Doel = $"urn:nld:oin:{Proefregister.Peer}:verwerkingsactiviteit:proef";
    private const string Historie = "verblijfplaatshistorie:verblijfplaatsen";

    [EngineTheory]
    public async Task The_narrower_of_authorisation_and_purpose_counts_and_who_never_had_one_is_held_to_its_purpose(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        await register.AlsPeer(200, [Proefregister.Fenna], ["naam", "geslacht"], "personen:*");

        await Zet(register, 201, new { rubrieken = new[] { "10120", "01.02.10", "010240", "PA.NM.01" } });

        await register.AlsPeer(200, [Proefregister.Fenna], ["burgerservicenummer", "naam.voornamen", "naam.voorletters"], "personen:*");
        var geweigerd = await register.AlsPeer(403, [Proefregister.Fenna], ["naam", "naam.voornamen", "geslacht", "ouders.ouderAanduiding"], "personen:*");
        Assert.Equal(
            "unauthorizedField U bent niet geautoriseerd om de volgende gegevens op te vragen met fields: geslacht, naam, ouders.ouderAanduiding", CodeEnDetail(geweigerd));
        Assert.Equal("unauthorizedField", Code(await register.AlsPeer(403, [Proefregister.Fenna], ["naam.voornamen"], "personen:geslacht")));
        Assert.Single(await Protocol(register), regel => regel == "010120, 010210, PANM01");
    }

    [EngineTheory]
    public async Task What_is_searched_by_needs_its_element_too(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        await Zet(register, 201, new { rubrieken = new[] { "010240", "010310" } });
        object Vraag(string? geslacht) => new { type = Naam, geslachtsnaam = "Maassen", geboortedatum = "1983-05-26", geslacht, fields = new[] { "naam.geslachtsnaam" } };
        string[] mag = ["personen:*", "scope:personen." + Naam];

        await register.AlsPeer(200, Vraag(null), mag);
        Assert.Equal("unauthorizedParameter U bent niet geautoriseerd voor het gebruik van parameter(s): geslacht.", CodeEnDetail(await register.AlsPeer(403, Vraag("M"), mag)));
        var bsn = await register.AlsPeer(403, [Proefregister.Fenna], ["naam.geslachtsnaam"], "personen:*");
        Assert.Equal("unauthorizedParameter U bent niet geautoriseerd voor het gebruik van parameter(s): burgerservicenummer.", CodeEnDetail(bsn));
    }

    [EngineTheory]
    public async Task A_municipality_may_ask_everything_of_its_own_residents_and_of_others_what_it_was_authorised_for(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        await Zet(register, 201, new { gemeente = "9901", rubrieken = new[] { "010120", "080910" } });
        object Vraag(string? gemeente) => new
        {
            type = "RaadpleegMetBurgerservicenummer",
            burgerservicenummer = new[] { Proefregister.Fenna },
            gemeenteVanInschrijving = gemeente,
            fields = new[] { "burgerservicenummer", "geslacht" },
        };

        Assert.Single((await register.AlsPeer(200, Vraag("9901"), "personen:*")).GetProperty("personen").EnumerateArray());
        foreach (var ander in new[] { null, "9902" })
            Assert.Equal("unauthorizedField U bent niet geautoriseerd om de volgende gegevens op te vragen met fields: geslacht", CodeEnDetail(await register.AlsPeer(403, Vraag(ander), "personen:*")));
        Assert.Equal("unauthorizedField", Code(await register.AlsPeer(403, Vraag("9901"), "personen:naam")));
    }

    [EngineTheory]
    public async Task An_authorisation_holds_from_its_first_day_until_its_last_for_its_purpose_and_one_that_ended_gives_nothing(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        var vandaag = DateOnly.FromDateTime(DateTime.UtcNow);
        async Task<string?> Vraag(int status) => status == 200
            ? (await register.AlsPeer(200, [Proefregister.Fenna], ["geslacht"], "personen:*")).GetProperty("type").GetString()
            : CodeEnDetail(await register.AlsPeer(status, [Proefregister.Fenna], ["geslacht"], "personen:*"));
        const string Geen = "unauthorized Niet geautoriseerd voor ad hoc bevragingen.";
        var id = Guid.CreateVersion7();
        string[] rubrieken = ["010120", "010410"];

        await Zet(register, 201, new { rubrieken, datumIngang = vandaag.AddDays(3) }, id);
        Assert.Equal(Geen, await Vraag(403));
        await Zet(register, 200, new { rubrieken, datumIngang = vandaag.AddDays(-9), datumEinde = vandaag.AddDays(-2) }, id);
        Assert.Equal(Geen, await Vraag(403));
        await Zet(register, 200, new { rubrieken, datumEinde = vandaag.AddDays(3) }, id);
        await Vraag(200);
        await Zet(register, 200, new { rubrieken, doel = Doel + "-anders" }, id);
        Assert.Equal(Geen, await Vraag(403));
        await Zet(register, 200, new { rubrieken, doel = Doel }, id);
        await Vraag(200);
        // That for the purpose goes before that for any.
        await Zet(register, 201, new { rubrieken = new[] { "010120" }, datumIngang = vandaag.AddDays(-1) });
        await Vraag(200);
    }

    [EngineTheory]
    public async Task The_other_APIs_keep_to_it_as_well(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        var id = Guid.CreateVersion7();
        await Zet(register, 201, new { rubrieken = new[] { "010120", "123510" } }, id);
        object document = new { type = "ZoekMetBurgerservicenummer", burgerservicenummer = Proefregister.Fenna, fields = new[] { "soort", "reisdocumentnummer" } };
        object historie = new { type = "RaadpleegMetPeildatum", burgerservicenummer = Proefregister.Fenna, peildatum = "2025-01-01" };
        object bewoning = new { type = "BewoningMetPeildatum", adresseerbaarObjectIdentificatie = "9901010000000001", peildatum = "2025-01-01" };
        Task<JsonElement> Document(int status) => register.AlsPeer(status, Diensten.Reisdocumenten, "/reisdocumenten", document, "reisdocumenten:*");
        Task<JsonElement> Waar(int status) => register.AlsPeer(status, Diensten.Verblijfplaatshistorie, "/verblijfplaatshistorie", historie, Historie);
        Task<JsonElement> Wie(int status) => register.AlsPeer(status, Diensten.Bewoning, "/bewoningen", bewoning, "bewoning:bewoningen", "scope:bewoning.overal");

        Assert.EndsWith("fields: reisdocumentnummer", CodeEnDetail(await Document(403)), StringComparison.Ordinal);
        Assert.Equal("unauthorized Niet geautoriseerd voor verblijfplaatshistorie.", CodeEnDetail(await Waar(403)));
        Assert.Equal("unauthorized Alleen gemeenten mogen bewoningen raadplegen.", CodeEnDetail(await Wie(403)));

        await Zet(register, 200, new { rubrieken = new[] { "010120", "123510", "123520", "PXVP07", "AXBW01" } }, id);
        await Document(200);
        await Waar(200);
        await Wie(200);

        await Zet(register, 200, new { gemeente = "9902" }, id);
        await Document(200);
        await Waar(200);
        Assert.Equal("unauthorized Je mag alleen bewoning van adresseerbare objecten binnen de eigen gemeente raadplegen.", CodeEnDetail(await Wie(403)));
        await Zet(register, 200, new { gemeente = "9901" }, id);
        await Wie(200);
        // The purpose need not say that it is a municipality, but may say of which objects.
        await register.AlsPeer(200, Diensten.Bewoning, "/bewoningen", bewoning, "bewoning:bewoningen");
        await register.AlsPeer(403, Diensten.Bewoning, "/bewoningen", bewoning, "bewoning:bewoningen", "scope:bewoning.9902");
    }

    [EngineTheory]
    public async Task A_consumer_is_told_what_it_may_ask_and_may_ask_that(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        await Zet(register, 201, new { gemeente = "9901", rubrieken = new[] { "010120", "010210", "010240", "010310", "PAAD02" } });
        string[] mag = ["personen:naam", "personen:geboorte", "personen:adressering", "scope:personen." + Naam, "scope:personen.ZoekMetPostcodeEnHuisnummer"];

        var vragen = (await Toegestaan(register, "", mag)).GetProperty("vragen").EnumerateArray().ToDictionary(vraag => vraag.GetProperty("type").GetString()!);

        Assert.Equal(["RaadpleegMetBurgerservicenummer", Naam], vragen.Keys);
        Assert.Equal(
            ["adressering.aanhef", "adressering.aanschrijfwijze", "adressering.aanschrijfwijze.aanspreekvorm", "adressering.aanschrijfwijze.naam", "adressering.gebruikInLopendeTekst",
                "adresseringBinnenland.aanhef", "adresseringBinnenland.aanschrijfwijze", "adresseringBinnenland.aanschrijfwijze.aanspreekvorm", "adresseringBinnenland.aanschrijfwijze.naam",
                "adresseringBinnenland.gebruikInLopendeTekst", "burgerservicenummer", "geboorte.datum", "naam.geslachtsnaam", "naam.voornamen"],
            Teksten(vragen["RaadpleegMetBurgerservicenummer"], "velden"));
        Assert.Equal(["geboortedatum", "geslachtsnaam", "inclusiefOverledenPersonen", "voornamen"], Teksten(vragen[Naam], "parameters"));
        await register.AlsPeer(200, [Proefregister.Fenna], [.. Teksten(vragen["RaadpleegMetBurgerservicenummer"], "velden")], mag);

        var eigen = await Toegestaan(register, "?gemeenteVanInschrijving=9901", mag);
        Assert.Equal(3, eigen.GetProperty("vragen").GetArrayLength());
        Assert.Contains("naam", Teksten(eigen.GetProperty("vragen")[0], "velden"));
    }

    [EngineTheory]
    public async Task Only_who_keeps_the_register_may_see_or_change_it_and_is_told_what_is_wrong(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        var pad = $"/autorisaties/{Guid.CreateVersion7()}";
        await register.Node.Vraag(403, HttpMethod.Get, Diensten.Personen, "/autorisaties", herkomst: Herkomst.Buiten, headers: Proefnode.Als("gewoon"));

        var fout = await register.Node.Vraag(400, HttpMethod.Put, Diensten.Personen, pad, new { afnemer = "123", gemeente = "x", rubrieken = new[] { "010120", "naam" }, doel = "proef", datumEinde = "2026-01-01" });
        Assert.Equal(["afnemer", "doel", "gemeente", "datumIngang", "rubrieken[1]"], fout.GetProperty("invalidParams").EnumerateArray().Select(een => een.GetProperty("name").GetString()));
        await Zet(register, 201, new { gemeente = "9901" });

        var lijst = await register.Node.Vraag(200, HttpMethod.Get, Diensten.Personen, "/autorisaties");
        Assert.Equal(1, lijst.GetProperty("count").GetInt32());
        Assert.Equal("9901", lijst.GetProperty("results")[0].GetProperty("gemeente").GetString());
    }

    [SharedFact]
    public void Each_path_needs_the_elements_that_the_standard_gives_all_of_them_and_no_other()
    {
        var regels = File.ReadLines(Omgeving.Shared("data", "brp", "fields", "field-to-lo-rubrieken.csv")).Skip(1)
            .Where(regel => regel.StartsWith("Persoon,", StringComparison.Ordinal) && !regel.Contains(",\"gezag", StringComparison.Ordinal) && !regel.StartsWith("Persoon,\"", StringComparison.Ordinal))
            .Select(regel => regel["Persoon,".Length..].Split(',', 2)).Select(delen => (Pad: delen[0], Rubrieken: delen[1].Trim('"').Split(", ", StringSplitOptions.RemoveEmptyEntries))).ToList();

        Assert.True(regels.Count > 300, $"{regels.Count}");
        Assert.DoesNotContain(regels, regel => regel.Rubrieken.Length > 0 && !Van(regel.Rubrieken).Mag(Veldenlijst.Persoon, regel.Pad));
        Assert.DoesNotContain(regels, regel => regel.Rubrieken.Any(zonder => Van([.. regel.Rubrieken.Where(een => een != zonder)]).Mag(Veldenlijst.Persoon, regel.Pad)));
        Assert.True(Van(["PAAD01"]).Mag(Veldenlijst.Persoon, "adressering") && Van(["PAAD02"]).Mag(Veldenlijst.Persoon, "adressering.aanhef"));
        Assert.False(Van(["PAAD02"]).Mag(Veldenlijst.Persoon, "adressering.adresregel1") || Van(["PAAD01"]).Mag(Veldenlijst.Persoon, "verblijfplaats"));
        Assert.True(Van(["020120", "030240"]).Mag(Veldenlijst.Persoon, "ouders.ouderAanduiding"));
        Assert.False(Van(["020120"]).Mag(Veldenlijst.Persoon, "ouders.ouderAanduiding"));

        static Autorisatie Van(string[] rubrieken) => new(Guid.Empty, Proefregister.Peer, null, null, rubrieken, null, default, null);
    }

    private static Task<JsonElement> Zet(Proefregister register, int status, object velden, Guid? id = null)
    {
        var inhoud = JsonSerializer.SerializeToElement(velden).EnumerateObject().ToDictionary(veld => veld.Name, veld => (object)veld.Value);
        inhoud["afnemer"] = Proefregister.Peer;
        inhoud.TryAdd("datumIngang", "2020-01-01");
        return register.Node.Vraag(status, HttpMethod.Put, Diensten.Personen, $"/autorisaties/{id ?? Guid.CreateVersion7()}", inhoud);
    }

    private static Task<JsonElement> Toegestaan(Proefregister register, string query, string[] gegevens) =>
        register.Node.Vraag(200, HttpMethod.Get, Diensten.Personen, "/toegestaan" + query, herkomst: Herkomst.Inway, headers: Proefregister.Claims(gegevens));

    private static IEnumerable<string> Teksten(JsonElement vraag, string lijst) => vraag.GetProperty(lijst).EnumerateArray().Select(een => een.GetString()!);

    private static string? Code(JsonElement probleem) => probleem.GetProperty("code").GetString();

    private static string CodeEnDetail(JsonElement probleem) => $"{Code(probleem)} {probleem.GetProperty("detail").GetString()}";

    private static async Task<List<string>> Protocol(Proefregister register) => await (await register.Store()).Read(session =>
        session.All("SELECT gevraagd FROM personen_protocol", row => row.Text(0)));
}
