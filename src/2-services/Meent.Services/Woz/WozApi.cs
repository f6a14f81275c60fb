using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Meent.Data.Migraties;
using Meent.Data.Opslag;
using Meent.Services.HaalCentraal;
using Meent.Services.Logboek;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Elders;
using Meent.Standards.Beheer;
using Meent.Standards.Identificaties;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Woz;

/// <summary>WOZ bevragen 1.0.0 at the source: what a municipality decided of the value of what lies in it.</summary>
internal static partial class WozApi
{
    /// <summary>The entry in the own register of processing activities under which this source tells others.</summary>
    public const string Activiteit = "woz-verstrekken";

    public static readonly Resourcevelden Velden = new(typeof(WozObject));

    private const string GeenRecht = "autorisation";

    private static readonly string Pad = Diensten.Pad(Diensten.Woz) + "/wozobjecten";

    public static IServiceCollection AddWoz(this IServiceCollection services) => services.AddVoorpost()
        .AddBron("woz", typeof(WozApi).Assembly, "Meent.Services.Woz.Migraties", Diensten.Woz)
        .AddTeller("WOZ-objecten", Diensten.Woz, "SELECT COUNT(*) FROM woz_objecten")
        .AddSingleton<IBeheertaak, ImportWoz>();

    public static void MapWoz(this IEndpointRouteBuilder routes)
    {
        var woz = routes.MapGroup(Pad).WithTags("WOZ-objecten").WithMetadata(new PadAlsInstance());
        woz.MapGet("", Zoek).WithName("zoekActueleWozobjecten").WithSummary("WOZ-objecten van een eigenaar of op een adres.");
        woz.MapGet("/{identificatie}", Een).WithName("raadpleegActueelWozobject").WithSummary("Een WOZ-object.").Produces<WozObject>(StatusCodes.Status200OK, Hal.Mediatype);
    }

    private static async Task<IResult> Zoek(HttpContext http, Aanroepen aanroepen, Stores stores, Verwerkingslog log, Voorpost voorpost)
    {
        var aanroep = await Begin(http, aanroepen);
        var vraag = Wozvraag.Lees(http.Request.Query);
        vraag.Velden.Controleer(aanroep.Doel!, Diensten.Woz, GeenRecht);
        if (Voorpost.Is(aanroep, Diensten.Woz)) return await Elders(http, aanroep, voorpost, vraag.Velden, "WOZ-gegevens gevonden");
        var store = await stores.Get(aanroep.Organisatie);
        var gevonden = await store.Read(session => session.Zoek(vraag), http.RequestAborted);
        await Vastleggen(log, aanroep, vraag.Velden, gevonden.Take(vraag.Paginagrootte), "WOZ-gegevens gevonden", http.RequestAborted);
        return Hal.Bladzijde(http, "wozObjecten", [.. gevonden.Select(woz => Json(woz, vraag.Velden, aanroep.Organisatie))], vraag.Pagina, vraag.Paginagrootte);
    }

    private static async Task<IResult> Een(string identificatie, HttpContext http, Aanroepen aanroepen, Stores stores, Verwerkingslog log, Voorpost voorpost)
    {
        var aanroep = await Begin(http, aanroepen);
        var lezer = new Parameterlezer(http.Request.Query, new HashSet<string> { Veldkeuze.Parameter });
        if (!Identificatiepatroon().IsMatch(identificatie)) lezer.Fout("identificatie", "pattern", "Waarde voldoet niet aan patroon ^[0-9]{12}$.");
        var velden = Veldkeuze.Lees(http.Request.Query, lezer, Velden);
        lezer.Klaar();
        velden.Controleer(aanroep.Doel!, Diensten.Woz, GeenRecht);
        if (Voorpost.Is(aanroep, Diensten.Woz)) return await Elders(http, aanroep, voorpost, velden, "WOZ-gegevens gevraagd bij de bron");
        var store = await stores.Get(aanroep.Organisatie);
        var woz = await store.Read(session => session.Vind(identificatie), http.RequestAborted) ?? throw Rfc2616Problemen.BestaatNiet("Er is geen WOZ-object met deze identificatie.");
        await Vastleggen(log, aanroep, velden, [woz], "WOZ-gegevens verstrekt", http.RequestAborted);
        return Hal.Antwoord(Json(woz, velden, aanroep.Organisatie));
    }

    private static async Task<Aanroep> Begin(HttpContext http, Aanroepen aanroepen)
    {
        http.Response.Headers["api-version"] = "1.0.0";
        http.Response.Headers.CacheControl = "no-store";
        var aanroep = await aanroepen.VanHaalCentraal(http, Rfc2616Problemen.Geauthenticeerd, detail => Rfc2616Problemen.NietGeautoriseerd(GeenRecht, detail));
        Hal.Controleer(http.Request);
        return aanroep.Doel is not null ? aanroep : throw Rfc2616Problemen.NietGeautoriseerd(GeenRecht, "Er is geen doel opgegeven.");
    }

    /// <summary>The LV WOZ tells whom a value concerns; who stands in the answer is on record.</summary>
    private static async Task<IResult> Elders(HttpContext http, Aanroep aanroep, Voorpost voorpost, Veldkeuze velden, string naam)
    {
        var pad = http.Request.Path.Value![(Diensten.Pad(Diensten.Woz).Length + 1)..] + http.Request.QueryString;
        var inhoud = await voorpost.Vraag(aanroep, new(Diensten.Woz, pad, naam, velden.Paden.Select(veld => $"{Diensten.Woz}:{veld}"), [], Belanghebbenden), http.RequestAborted);
        return Results.Bytes(inhoud, Hal.Mediatype);
    }

    private static IEnumerable<string?> Belanghebbenden(JsonElement antwoord) =>
        (antwoord.TryGetProperty("_embedded", out var lijst) ? lijst.GetProperty("wozObjecten").EnumerateArray().AsEnumerable() : [antwoord]).SelectMany(_ => (string[])["belanghebbendeEigenaar", "belanghebbendeGebruiker"], (woz, wie) =>
            woz.TryGetProperty(wie, out var belanghebbende) && belanghebbende.TryGetProperty("burgerservicenummer", out var bsn) ? bsn.GetString() : null);

    /// <summary>A record for each person in the answer, before it goes out.</summary>
    private static ValueTask Vastleggen(Verwerkingslog log, Aanroep aanroep, Veldkeuze velden, IEnumerable<WozObject> objecten, string naam, CancellationToken stop)
    {
        List<Betrokkene> wie = [.. objecten
            .SelectMany(woz => new[] { velden.Heeft("belanghebbendeEigenaar") ? woz.BelanghebbendeEigenaar : null, velden.Heeft("belanghebbendeGebruiker") ? woz.BelanghebbendeGebruiker : null })
            .Where(een => Bsn.TryParse(een?.Burgerservicenummer, out _)).Select(een => Betrokkene.Van(Bsn.Parse(een!.Burgerservicenummer!))).Distinct()];
        if (wie.Count == 0) return ValueTask.CompletedTask;
        var regels = log.Regels(aanroep, naam, wie, aanroep.Peer is null ? null : aanroep.Organisatie.Verwerkingsactiviteit(Activiteit), velden.Paden.Select(pad => $"{Diensten.Woz}:{pad}"));
        return log.Schrijf(aanroep.Organisatie, regels, stop);
    }

    private static string Json(WozObject woz, Veldkeuze velden, Organisatie organisatie)
    {
        var geheel = JsonSerializer.SerializeToNode(woz with { Waarden = Waarde.Actueel(woz.Waarden) }, Regelvorm.Json)!.AsObject();
        var gekozen = velden.Kies(geheel);
        gekozen["_links"] = JsonNode.Parse($$"""{"self":{{Hal.Link($"{organisatie.Basis}{Pad}/{woz.Identificatie}")}}}""");
        return gekozen.ToJsonString(Regelvorm.Json);
    }

    [GeneratedRegex(@"^[0-9]{12}\z")]
    private static partial Regex Identificatiepatroon();
}
