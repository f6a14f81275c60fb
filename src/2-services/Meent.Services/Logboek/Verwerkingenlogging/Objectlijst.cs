using System.Text.Json.Nodes;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Logboek.Verwerkingenlogging;

/// <summary>What both lists do: find the records about one person, leave out what the caller may not see, and give a page of the rest.</summary>
internal sealed class Objectlijst(Stores stores, Pseudoniemen pseudoniemen, Actieweergave weergave, IDataProtectionProvider bescherming)
{
    public IDataProtectionProvider Bescherming => bescherming;

    public async Task<IResult> Geef(
        HttpContext http, Organisatie organisatie, Objectvraag vraag, string pad, Func<Actiebeeld, bool> magZien, Func<Actiebeeld, JsonObject> vorm)
    {
        var zoek = vraag.Zoek(pseudoniemen.Van(organisatie, vraag.Type, vraag.ObjectId));
        var regels = await (await stores.Get(organisatie)).Read(session => session.Zoek(zoek), http.RequestAborted);
        if (regels.Count > Objectvraag.Grens) throw Weiger.Ongeldig("beginDatum", "invalid", $"Er zijn meer dan {Objectvraag.Grens} verwerkingen; kies een kortere periode.");
        var gevonden = new List<Actiebeeld>();
        foreach (var regel in regels)
        {
            var beeld = await weergave.Van(organisatie, regel, vraag.ObjectId);
            if (magZien(beeld) && (vraag.VerwerkingsactiviteitId is not { } id || beeld.Actie["verwerkingsactiviteitId"]?.ToString() == id.ToString())) gevonden.Add(beeld);
        }

        var over = (vraag.Pagina - 1) * Objectvraag.PerPagina;
        return Results.Text(new JsonObject
        {
            ["count"] = gevonden.Count,
            ["next"] = over + Objectvraag.PerPagina < gevonden.Count ? vraag.Adres(organisatie.Basis + pad, vraag.Pagina + 1, bescherming) : null,
            ["previous"] = vraag.Pagina > 1 ? vraag.Adres(organisatie.Basis + pad, vraag.Pagina - 1, bescherming) : null,
            ["results"] = new JsonArray([.. gevonden.Skip(over).Take(Objectvraag.PerPagina).Select(vorm)]),
        }.ToJsonString(Bronnen.Json), "application/json");
    }
}
