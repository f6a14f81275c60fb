using Meent.Services.Pijplijn;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Tests.Verantwoording;

/// <summary>
/// Every endpoint that gives or takes personal data leaves exactly the records that are due (LDV 3.3.2), asks for a purpose, and does nothing without a log
/// (VNG Verwerkingenlogging, B7952). An endpoint that is new is walked here, or stands in <see cref="ZonderPersonen"/> with the reason.
/// </summary>
public sealed class WandelTests
{
    [EngineTheory]
    public async Task Every_use_of_personal_data_is_on_record_or_does_not_happen(Engine engine)
    {
        await using var wandeling = await Wandeling.Begin(engine);
        await Personen(wandeling);
        await Kadaster(wandeling);
        await Klantwandeling.Loop(wandeling);
        await Zaakwandeling.Loop(wandeling);
        await Verhuurwandeling.Loop(wandeling);
        await Budgetwandeling.Loop(wandeling);
        await Logboekwandeling.Loop(wandeling);

        var vergeten = wandeling.Gemist.Where(endpoint => ZonderPersonen.Reden(endpoint) is null).Select(Wat).ToList();
        Assert.True(vergeten.Count == 0, "Niet gelopen, en zonder reden om dat niet te doen:\n" + string.Join('\n', vergeten));
        // What was walked after all needs no reason.
        Assert.Empty(ZonderPersonen.Genoemd.Except(wandeling.Gemist.Select(ZonderPersonen.Naam)));
    }

    private static async Task Personen(Wandeling wandeling)
    {
        object Vraag(params string[] bsns) => new { type = "RaadpleegMetBurgerservicenummer", burgerservicenummer = bsns, fields = new[] { "naam" } };
        await wandeling.Doe(HttpMethod.Post, Diensten.Personen, "/personen", Vraag(Wandeling.Fenna, Wandeling.Milan), Wandeling.Fenna, Wandeling.Milan);
        await wandeling.Goed(HttpMethod.Post, Diensten.Personen, "/personen", Vraag("999999999"));

        object Documenten(string bsn) => new { type = "ZoekMetBurgerservicenummer", burgerservicenummer = bsn, fields = new[] { "soort" } };
        await wandeling.Doe(HttpMethod.Post, Diensten.Reisdocumenten, "/reisdocumenten", Documenten(Wandeling.Fenna), Wandeling.Fenna);
        await wandeling.Goed(HttpMethod.Post, Diensten.Reisdocumenten, "/reisdocumenten", Documenten(Wandeling.Milan));

        await wandeling.Doe(HttpMethod.Post, Diensten.Personen, "/onderzoeken", new { burgerservicenummer = Wandeling.Fenna, gegeven = "naam", loopt = true }, Wandeling.Fenna);
        var gevolgd = await wandeling.Doe(HttpMethod.Post, Diensten.Personen, "/volgindicaties", new { burgerservicenummer = Wandeling.Fenna, gebeurtenissen = new[] { "verhuisd" } }, Wandeling.Fenna);
        var volgpad = "/volgindicaties/" + gevolgd.GetProperty("url").GetString()!.Split('/')[^1];
        await wandeling.Doe(HttpMethod.Get, Diensten.Personen, volgpad, null, Wandeling.Fenna);
        await wandeling.Doe(HttpMethod.Delete, Diensten.Personen, volgpad, null, Wandeling.Fenna);
        var twijfel = new { burgerservicenummer = Wandeling.Fenna, gegeven = "naam", toelichting = "Verkeerd gespeld.", melder = "inwoner" };
        var melding = (await wandeling.Doe(HttpMethod.Post, Diensten.Terugmeldingen, "/terugmeldingen", twijfel, Wandeling.Fenna)).GetProperty("id").GetString();
        await wandeling.Doe(HttpMethod.Post, Diensten.Terugmeldingen, "/terugmeldingen/_zoek", new { burgerservicenummer = Wandeling.Fenna }, Wandeling.Fenna);
        await wandeling.Doe(HttpMethod.Get, Diensten.Terugmeldingen, "/terugmeldingen", null, Wandeling.Fenna);
        await wandeling.Doe(HttpMethod.Get, Diensten.Terugmeldingen, $"/terugmeldingen/{melding}", null, Wandeling.Fenna);
        await wandeling.Doe(HttpMethod.Post, Diensten.Terugmeldingen, $"/terugmeldingen/{melding}/status", new { status = "nietGewijzigd", uitleg = "Zo staat het in de akte." }, Wandeling.Fenna);

        var historie = new { type = "RaadpleegMetPeildatum", burgerservicenummer = Wandeling.Fenna, peildatum = "2020-01-01" };
        await wandeling.Doe(HttpMethod.Post, Diensten.Verblijfplaatshistorie, "/verblijfplaatshistorie", historie, Wandeling.Fenna);
        object Bewoning(string dag) => new { type = "BewoningMetPeildatum", adresseerbaarObjectIdentificatie = "9901010000000001", peildatum = dag };
        await wandeling.Doe(HttpMethod.Post, Diensten.Bewoning, "/bewoningen", Bewoning("2020-01-01"), Wandeling.Fenna, Wandeling.Milan);
        await wandeling.Goed(HttpMethod.Post, Diensten.Bewoning, "/bewoningen", Bewoning("1990-01-01"));
        await wandeling.Doe(HttpMethod.Get, Diensten.Woz, "/wozobjecten/990100000001", null, Wandeling.Fenna);
        await wandeling.Doe(HttpMethod.Get, Diensten.Woz, "/wozobjecten?postcode=9901AA&huisnummer=12", null, Wandeling.Fenna);
        await wandeling.Goed(HttpMethod.Get, Diensten.Woz, "/wozobjecten/990100000004", null);
        foreach (var product in new[] { "/v2/zoeken?naam=strandfietsen", "/v1/basisprofielen/90000021", "/v1/basisprofielen/90000021/eigenaar", "/v1/basisprofielen/90000021/hoofdvestiging", "/v1/basisprofielen/90000021/vestigingen", "/v1/vestigingsprofielen/000090000021", "/v1/naamgevingen/kvknummer/90000021" })
            await wandeling.Doe(HttpMethod.Get, Diensten.Kvk, product, null, Wandeling.Fenna);
        await wandeling.Goed(HttpMethod.Get, Diensten.Kvk, "/v1/basisprofielen/90000048", null);
    }

    private static async Task Kadaster(Wandeling wandeling)
    {
        const string Huis = "/kadastraalonroerendezaken/990101000170000";
        var hypotheek = await wandeling.Doe(HttpMethod.Get, Diensten.Brk, Huis + "/hypotheken", null, Wandeling.Fenna, Wandeling.Milan);
        var gerechtigden = await wandeling.Doe(HttpMethod.Get, Diensten.Brk, Huis + "/zakelijkgerechtigden", null, Wandeling.Fenna, Wandeling.Milan);
        foreach (var (lijst, naam) in new[] { (hypotheek, "hypotheken"), (gerechtigden, "zakelijkGerechtigden") })
        {
            var nummer = lijst.GetProperty("_embedded").GetProperty(naam)[0].GetProperty("identificatie").GetString();
            await wandeling.Doe(HttpMethod.Get, Diensten.Brk, $"{Huis}/{naam.ToLowerInvariant()}/{nummer}", null, Wandeling.Fenna, Wandeling.Milan);
        }

        await wandeling.Doe(HttpMethod.Get, Diensten.Brk, Huis + "?expand=zakelijkGerechtigden", null, Wandeling.Fenna, Wandeling.Milan);
        await wandeling.Goed(HttpMethod.Get, Diensten.Brk, Huis, null);
        await wandeling.Goed(HttpMethod.Get, Diensten.Brk, "/kadastraalonroerendezaken?postcode=9901AA&huisnummer=12", null);
        await wandeling.Doe(HttpMethod.Post, Diensten.Brk, "/kadastraalonroerendezaken", new { burgerservicenummer = Wandeling.Fenna }, Wandeling.Fenna);
        await wandeling.Doe(HttpMethod.Get, Diensten.Brk, "/kadastraalonroerendezaken?persoon__identificatie=90000201", null, "Kadasterpersoon:90000201");
        await wandeling.Doe(HttpMethod.Get, Diensten.Brk, "/kadasternatuurlijkpersonen?q=lind%201961-09-03", null, "Kadasterpersoon:90000201");
        await wandeling.Doe(HttpMethod.Get, Diensten.Brk, "/kadasternatuurlijkpersonen/90000201", null, "Kadasterpersoon:90000201");

        var beslag = (await wandeling.Doe(HttpMethod.Get, Diensten.Brk, "/kadastraalonroerendezaken/990201000370000/beslagen", null, "999970069")).GetProperty("_embedded").GetProperty("beslagen")[0];
        await wandeling.Doe(HttpMethod.Get, Diensten.Brk, "/kadastraalonroerendezaken/990201000370000/beslagen/" + beslag.GetProperty("identificatie").GetString(), null, "999970069");
        var beperking = (await wandeling.Goed(HttpMethod.Get, Diensten.Brk, "/kadastraalonroerendezaken/990101001370000/privaatrechtelijkebeperkingen", null)).GetProperty("_embedded").GetProperty("privaatrechtelijkeBeperkingen")[0];
        await wandeling.Goed(HttpMethod.Get, Diensten.Brk, "/kadastraalonroerendezaken/990101001370000/privaatrechtelijkebeperkingen/" + beperking.GetProperty("identificatie").GetString(), null);
    }

    private static string Wat(RouteEndpoint endpoint) =>
        $"{ZonderPersonen.Naam(endpoint)}: {string.Join(',', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])} {endpoint.RoutePattern.RawText} {endpoint.Metadata.GetMetadata<Resource>()?.Meervoud}";
}
