using System.Text.Json;
using Meent.Process.Bpmn;
using Meent.Process.Uitvoering;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Meent.Standards.Processtaat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Meent.Process.Api;

internal sealed record NieuweDefinitie(string Bpmn, JsonElement Koppelingen);

/// <param name="Id"><c>{proces}:{versie}</c>.</param>
internal sealed record DefinitieWeergave(string Id, string Proces, int Versie, string Naam, string Herkomst, DateTimeOffset GeplaatstOp)
{
    public static DefinitieWeergave Van(Definitie d) => new($"{d.Proces}:{d.Versie}", d.Proces, d.Versie, d.Naam, d.Herkomst, d.GeplaatstOp);
}

internal static class DefinitieEndpoints
{
    private const long MaxBericht = 8_000_000;

    public static void MapProcesdefinities(this IEndpointRouteBuilder groep)
    {
        groep.MapGet("/procesdefinities", Lijst).WithName("processen_procesdefinities").Met();
        groep.MapPost("/procesdefinities", Plaats).WithName("processen_procesdefinitie_plaatsen").WithMetadata(new RequestSizeLimitAttribute(MaxBericht), new Toegangscontrole.Scope(Toegangscontrole.Beheren));
        groep.MapGet("/procesdefinities/{id}/bpmn", Bpmn).WithName("processen_procesdefinitie_bpmn");
    }

    private static async Task<Ok<Lijstweergave<DefinitieWeergave>>> Lijst(HttpContext http, Definities.Definities definities, CancellationToken stop)
    {
        var alle = await definities.Alle(http.Organisatie(), stop);
        return TypedResults.Ok(new Lijstweergave<DefinitieWeergave>([.. alle.Select(DefinitieWeergave.Van)], null));
    }

    private static async Task<Results<Created<DefinitieWeergave>, Ok<DefinitieWeergave>>> Plaats(HttpContext http, Definities.Definities definities, CancellationToken stop)
    {
        var organisatie = http.Organisatie();
        var verzoek = await http.Request.LeesStreng<NieuweDefinitie>(stop);
        try
        {
            var (definitie, nieuw) = await definities.Plaats(organisatie, verzoek.Bpmn, verzoek.Koppelingen, stop);
            var weergave = DefinitieWeergave.Van(definitie);
            return nieuw ? TypedResults.Created($"{organisatie.Basis}{Diensten.Pad(Diensten.Processen)}/procesdefinities/{weergave.Id}/bpmn", weergave) : TypedResults.Ok(weergave);
        }
        catch (ModelGeweigerd e)
        {
            throw new ProbleemException(new Probleem(422, "model-geweigerd", "Dit procesmodel kan hier niet draaien.", $"Er zijn {e.Redenen.Count} redenen.")
            {
                InvalidParams = [.. e.Redenen.Select(r => new OngeldigVeld(r.Element.Length == 0 ? "bpmn" : r.Element, r.Code, r.Reden))],
            });
        }
    }

    /// <summary>The file as it was placed, byte for byte: it opens in any BPMN editor.</summary>
    private static async Task<ContentHttpResult> Bpmn(HttpContext http, ProcesstaatClient bron, string id, CancellationToken stop)
    {
        var punt = id.LastIndexOf(':');
        var definitie = punt > 0 && int.TryParse(id[(punt + 1)..], out var versie) ? await bron.Definitie(http.Organisatie(), id[..punt], versie, stop) : null;
        return TypedResults.Text(definitie?.Bpmn ?? throw new ProbleemException(Problemen.NietGevonden("Deze procesdefinitie bestaat niet.")), "application/xml");
    }
}
