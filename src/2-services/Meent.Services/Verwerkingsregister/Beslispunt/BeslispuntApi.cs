using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Services.Logboek;
using Meent.Services.Pijplijn;
using Meent.Services.Toestemmingen;
using Meent.Standards.Beheer;
using Meent.Standards.Beleid;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Verwerkingsregister.Beslispunt;

/// <summary>The register as policy decision point (AuthZEN Authorization API 1.0, NLGov profile 1.0.0, §6, §7, §9 and §10).</summary>
internal static class BeslispuntApi
{
    /// <summary>Of a program of the organisation that asks for decisions.</summary>
    public const string Scope = "beslissingen.vragen";

    private const string Evaluatie = "/access/v1/evaluation";
    private const string Evaluaties = "/access/v1/evaluations";
    private const string Metadata = "/.well-known/authzen-configuration";
    private const string Verzoeknummer = "X-Request-ID";
    private const int MeesteVragen = 1000;
    private const int MeesteBytes = 1024 * 1024;
    private const string Alle = "execute_all", TotNee = "deny_on_first_deny", TotJa = "permit_on_first_permit";

    // I-JSON: a member that comes twice is read in two ways.
    private static readonly JsonDocumentOptions IJson = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>The standard has its errors as a sentence (§10.1.2).</summary>
    private static readonly Foutvorm Zin = new("text/plain; charset=utf-8", probleem => Encoding.UTF8.GetBytes($"{probleem.Title} {probleem.Detail}".Trim()));

    public static IServiceCollection AddBeslispunt(this IServiceCollection services) => services
        .AddSingleton<Beslisser>().AddSingleton<Beslisboek>().AddSingleton<IBeheertaak, ToonBeslissingen>().AddHostedService<Beslisopruiming>();

    public static void MapBeslispunt(this IEndpointRouteBuilder routes)
    {
        var punt = routes.MapGroup("").WithTags("Beslispunt").WithMetadata(Zin, new KentToestemming());
        punt.MapPost(Evaluatie, Beslis).WithName("access_evaluation").WithSummary("Mag dit verzoek, voor dit doel?");
        punt.MapPost(Evaluaties, BeslisAlle).WithName("access_evaluations").WithSummary("Mogen deze verzoeken, elk voor een doel?");
        punt.MapGet(Metadata, (HttpContext http) => Heeft(http.OrganisatieOfNiets()) is { } organisatie ? Beschrijving(organisatie) : Results.NotFound())
            .WithName("authzen_metadata").AllowAnonymous();
        // RFC 8615, §9.2: the well-known part goes before the path of a decision point that has one.
        punt.MapGet(Metadata + "/{slug}", (string slug, OrganisatieLijst organisaties) => Heeft(organisaties.Vind(slug)) is { } organisatie ? Beschrijving(organisatie) : Results.NotFound())
            .WithName("authzen_metadata_pad").AllowAnonymous();
    }

    private static async Task<IResult> Beslis(HttpContext http, Aanroepen aanroepen, Beslisser beslisser, Beslisboek boek)
    {
        var organisatie = await Mag(http, aanroepen);
        using var lichaam = await Lees(http);
        return await Een(http, organisatie, lichaam.RootElement, Beslissing.Evaluatie, beslisser, boek);
    }

    private static async Task<IResult> BeslisAlle(HttpContext http, Aanroepen aanroepen, Beslisser beslisser, Beslisboek boek)
    {
        var organisatie = await Mag(http, aanroepen);
        using var lichaam = await Lees(http);
        var geheel = lichaam.RootElement;
        var vragen = Toegangsvraag.Lid(geheel, "evaluations");
        // §7.1: without a series it is the single question.
        if (vragen.ValueKind == JsonValueKind.Undefined || (vragen.ValueKind == JsonValueKind.Array && vragen.GetArrayLength() == 0))
            return await Een(http, organisatie, geheel, Beslissing.Evaluaties, beslisser, boek);
        if (vragen.ValueKind != JsonValueKind.Array || vragen.GetArrayLength() > MeesteVragen) throw Fout($"evaluations is geen lijst van ten hoogste {MeesteVragen} vragen.");
        var semantiek = Toegangsvraag.Lid(Toegangsvraag.Lid(geheel, "options"), "evaluations_semantic") is { ValueKind: not JsonValueKind.Undefined } keuze ? keuze.ToString() : Alle;
        if (semantiek is not (Alle or TotNee or TotJa)) throw Fout($"options.evaluations_semantic is {Alle}, {TotNee} of {TotJa}.");
        var besluiten = new List<Besluit>();
        foreach (var een in vragen.EnumerateArray())
        {
            var vraag = Toegangsvraag.Lees([een, geheel], out var fout);
            besluiten.Add(vraag is null ? Besluit.Fout(fout!) : await beslisser.Beslis(organisatie, vraag));
            if (semantiek == (besluiten[^1].Toegestaan ? TotJa : TotNee)) break;
        }

        return await Antwoord(http, organisatie, Beslissing.Evaluaties, geheel, new JsonObject { ["evaluations"] = new JsonArray([.. besluiten.Select(b => b.Json())]) }, besluiten, boek);
    }

    private static async Task<IResult> Een(HttpContext http, Organisatie organisatie, JsonElement geheel, string soort, Beslisser beslisser, Beslisboek boek)
    {
        var vraag = Toegangsvraag.Lees([geheel], out var fout) ?? throw Fout(fout!);
        var besluit = await beslisser.Beslis(organisatie, vraag);
        return await Antwoord(http, organisatie, soort, geheel, besluit.Json(), [besluit], boek);
    }

    private static async Task<IResult> Antwoord(
        HttpContext http, Organisatie organisatie, string soort, JsonElement vraag, JsonObject antwoord, IReadOnlyList<Besluit> besluiten, Beslisboek boek)
    {
        var json = antwoord.ToJsonString();
        var spoor = Beslisspoor.Van(http, Toegangsvraag.Tekst(Toegangsvraag.Lid(vraag, "context"), "traceparent"));
        // Also of who went away meanwhile: what was decided is recorded.
        await boek.Schrijf(organisatie, soort, spoor, vraag, json, besluiten, CancellationToken.None);
        return Results.Text(json, "application/json");
    }

    /// <summary>The register is of the own organisation only (§5.3.1.1), and so are questions about it.</summary>
    private static async Task<Organisatie> Mag(HttpContext http, Aanroepen aanroepen)
    {
        if (http.Request.Headers[Verzoeknummer] is [{ Length: > 0 } nummer])
        {
            http.Response.OnStarting(() =>
            {
                http.Response.Headers[Verzoeknummer] = nummer;
                return Task.CompletedTask;
            });
        }

        // The path is that of no service, so it was not looked up who keeps a register.
        if (Heeft(http.OrganisatieOfNiets()) is null) throw Weiger.NietGevonden();
        var aanroep = await aanroepen.VanMetToken(http);
        if (aanroep.Peer is not null) throw Weiger.GeenRecht("Een andere organisatie vraagt haar eigen beslispunt.");
        if (!aanroep.IsIntern) aanroep.Bereik(Scope, Zichtbaarheid.Iedereen);
        return aanroep.Organisatie;
    }

    private static Organisatie? Heeft(Organisatie? organisatie) => organisatie?.Diensten.Contains(Diensten.Verwerkingsregister) == true ? organisatie : null;

    private static async Task<JsonDocument> Lees(HttpContext http)
    {
        if (!http.Request.HasJsonContentType()) throw Fout("Stuur application/json.");
        using var inhoud = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int gelezen; (gelezen = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;)
        {
            if (inhoud.Length + gelezen > MeesteBytes) throw Fout($"Het verzoek is groter dan {MeesteBytes} bytes.");
            inhoud.Write(buffer, 0, gelezen);
        }

        try
        {
            var gelezen = JsonDocument.Parse(inhoud.ToArray(), IJson);
            return gelezen.RootElement.ValueKind == JsonValueKind.Object ? gelezen : throw Fout("Het verzoek is geen JSON-object.");
        }
        catch (JsonException)
        {
            throw Fout("Het verzoek is geen geldige JSON, of een lid staat er twee keer in.");
        }
    }

    private static ProbleemException Fout(string reden) => new(new Probleem(400, "invalid", reden));

    private static IResult Beschrijving(Organisatie organisatie) => Results.Json(new Dictionary<string, string>
    {
        ["policy_decision_point"] = organisatie.Basis,
        ["access_evaluation_endpoint"] = organisatie.Basis + Evaluatie,
        ["access_evaluations_endpoint"] = organisatie.Basis + Evaluaties,
    });
}
