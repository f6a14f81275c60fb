using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Meent.Process.Definities;
using Meent.Process.Koppelingen;
using Meent.Process.Motor;
using Meent.Process.Uitvoering;
using Meent.Standards.Identificaties;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Meent.Standards.Processtaat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Meent.Process.Api;

internal sealed record NieuweInstantie(string Proces, IReadOnlyDictionary<string, JsonElement>? Variabelen = null, string? Bedrijfssleutel = null);

internal static class InstantieEndpoints
{
    public static void MapInstanties(this IEndpointRouteBuilder groep)
    {
        groep.MapPost("/instanties", Begin).WithName("processen_instantie_beginnen");
        groep.MapGet("/instanties", Lijst).WithName("processen_instanties").Met("status", "bedrijfssleutel", "na", "limiet");
        groep.MapGet("/instanties/{id:guid}", Lees).WithName("processen_instantie");
        groep.MapPost("/instanties/{id:guid}/hervatting", Hervat).WithName("processen_instantie_hervatten").WithMetadata(new Toegangscontrole.Scope(Toegangscontrole.Beheren));
    }

    private static async Task<Created<InstantieWeergave>> Begin(
        HttpContext http, Definities.Definities definities, Uitvoerder uitvoerder, Logschrijver logboek, TimeProvider klok,
        [FromHeader(Name = Headers.IdempotencyKey)] string? sleutel, CancellationToken stop)
    {
        var organisatie = http.Organisatie();
        var verzoek = await http.Request.LeesStreng<NieuweInstantie>(stop);
        if (!IsSleutel(verzoek.Bedrijfssleutel, 100)) throw Ongeldig("bedrijfssleutel", "Een bedrijfssleutel heeft 1 tot 100 tekens, en is geen burgerservicenummer.");
        // A business key names what the process is about; sent again, it means the same instance.
        sleutel ??= verzoek.Bedrijfssleutel is null ? null : $"{verzoek.Proces}:{verzoek.Bedrijfssleutel}";
        if (!IsSleutel(sleutel, 320)) throw Ongeldig(Headers.IdempotencyKey, "Een Idempotency-Key heeft 1 tot 320 tekens, en is geen burgerservicenummer.");
        var definitie = await definities.Nieuwste(organisatie, verzoek.Proces, stop)
            ?? throw new ProbleemException(Problemen.Invoer("proces", "does-not-exist", "Dit proces bestaat niet bij deze organisatie."));

        var invoer = Invoercontrole.Controleer(definitie.Koppelingen.Invoer, verzoek.Variabelen);
        await Log(logboek, organisatie, definitie, invoer, http.Gebruiker(), stop);
        var nieuw = new Instantie
        {
            Id = Guid.CreateVersion7(klok.GetUtcNow()),
            Proces = definitie.Proces,
            Versie = definitie.Versie,
            Bedrijfssleutel = verzoek.Bedrijfssleutel,
            Status = "actief",
            Vingerafdruk = sleutel is null ? null : Vingerafdruk(verzoek),
            Staat = default,
            BegonnenOp = klok.GetUtcNow(),
        };
        var variabelen = definitie.Koppelingen.Variabelen.ToImmutableDictionary().SetItems(invoer);
        var (lopend, _) = await uitvoerder.Begin(organisatie, definitie, nieuw, variabelen, sleutel, http.Gebruiker(), stop);
        if (sleutel is not null && lopend.Bewaard.Vingerafdruk != nieuw.Vingerafdruk)
            throw new ProbleemException(new Probleem(422, "idempotency-key", "Deze Idempotency-Key is al voor een ander verzoek gebruikt."));
        if (lopend.Staat is { Status: InstantieStatus.Afgebroken, Reden: { } reden }) throw new ProbleemException(Geweigerd(reden));
        return TypedResults.Created($"{organisatie.Basis}{Diensten.Pad(Diensten.Processen)}/instanties/{lopend.Bewaard.Id}", InstantieWeergave.Van(lopend));
    }

    /// <summary>The process keeps who it is about; that use is on record before it begins.</summary>
    private static async Task Log(
        Logschrijver logboek, Organisatie organisatie, Procesdefinitie definitie, ImmutableDictionary<string, JsonElement> invoer, string? gebruiker, CancellationToken stop)
    {
        var bsn = definitie.Koppelingen.Invoer.Where(v => v.Value.Type == Veldtype.Bsn && invoer.ContainsKey(v.Key)).Select(v => invoer[v.Key].GetString()).FirstOrDefault();
        if (bsn is null) return;
        var namens = new Namens(organisatie.Slug, organisatie.Verwerkingsactiviteit(definitie.Koppelingen.Doel), gebruiker);
        await logboek.Schrijf(namens, $"{definitie.Model.Naam}: proces gestart", LogboekAttributen.Bsn, bsn, stop: stop);
    }

    private static async Task<Ok<Lijstweergave<InstantieWeergave>>> Lijst(
        HttpContext http, ProcesstaatClient bron, string? status, string? bedrijfssleutel, string? na, string? limiet, CancellationToken stop)
    {
        if (status is not (null or "actief" or "incident" or "voltooid" or "afgebroken")) throw Ongeldig("status", "Kies uit: actief, incident, voltooid, afgebroken.");
        if (na is not null && !Guid.TryParseExact(na, "D", out _)) throw Ongeldig("na", "Deze waarde komt niet uit een eerder antwoord.");
        var query = Vragen.Query(("status", status), ("bedrijfssleutel", bedrijfssleutel), ("na", na), ("limiet", Vragen.Limiet(limiet)));
        var lijst = await bron.Instanties(http.Organisatie(), query, stop);
        return TypedResults.Ok(new Lijstweergave<InstantieWeergave>([.. lijst.Resultaten.Select(InstantieWeergave.Kort)], lijst.Volgende));
    }

    private static async Task<Ok<InstantieWeergave>> Lees(HttpContext http, Uitvoerder uitvoerder, Guid id, CancellationToken stop) =>
        TypedResults.Ok(InstantieWeergave.Van(await Open(http, uitvoerder, id, stop)));

    /// <summary>Tries again what became an incident, after an administrator took its cause away.</summary>
    private static async Task<Ok<InstantieWeergave>> Hervat(HttpContext http, Uitvoerder uitvoerder, Guid id, CancellationToken stop)
    {
        var lopend = await Open(http, uitvoerder, id, stop);
        if (!lopend.Staat.Tokens.Any(t => t.IsIncident)) throw new ProbleemException(Problemen.Conflict("geen-incident", "De procesinstantie heeft geen incident."));
        return TypedResults.Ok(InstantieWeergave.Van(await uitvoerder.Verwerk(lopend, new Gebeurtenis.IncidentenHervat(), http.Gebruiker(), stop)));
    }

    private static async Task<Lopend> Open(HttpContext http, Uitvoerder uitvoerder, Guid id, CancellationToken stop) =>
        await uitvoerder.Open(http.Organisatie(), id, stop) ?? throw new ProbleemException(Problemen.NietGevonden("Deze procesinstantie bestaat niet."));

    private static ProbleemException Ongeldig(string veld, string reden) => new(Problemen.Invoer(veld, "invalid", reden));

    /// <summary>The first source refused, before anything was done: its reasons are the answer.</summary>
    private static Probleem Geweigerd(Fout reden) => new(reden.Status is 401 or 403 or null ? 502 : reden.Status.Value, reden.Code, "De bron heeft de aanvraag geweigerd.", reden.Detail)
    {
        InvalidParams = reden.Velden,
    };

    // Keys come in URLs and logs.
    private static bool IsSleutel(string? sleutel, int lengte) =>
        sleutel is null || (sleutel.Length > 0 && sleutel.Length <= lengte && !sleutel.Any(char.IsControl) && !Bsn.TryParse(sleutel, out _));

    private static string Vingerafdruk(NieuweInstantie verzoek)
    {
        var inhoud = string.Join('\n', (verzoek.Variabelen ?? ImmutableDictionary<string, JsonElement>.Empty)
            .OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={v.Value.GetRawText()}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{verzoek.Proces}\n{verzoek.Bedrijfssleutel}\n{inhoud}")));
    }
}
