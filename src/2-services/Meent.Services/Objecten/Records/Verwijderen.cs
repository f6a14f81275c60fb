using System.Text.Json;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Pijplijn.Model;
using Microsoft.AspNetCore.Http;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Objecten.Records;

/// <summary>
/// DELETE of an object with all its records. Who destroys a zaak names it (<c>zaak</c>): an object that belongs to another zaak too stays, and only
/// loses this one.
/// </summary>
internal static class Verwijderen
{
    private static readonly string[] Parameters = ["zaak"];

    public static async Task Behandel(HttpContext http, Dienstverlening diensten)
    {
        var verzoek = await Objectverzoek.VanObjecten(http, diensten);
        Query.Alleen(http.Request, Parameters);
        var id = verzoek.Id();
        var zaak = Zaak(http.Request.Query["zaak"].ToString(), verzoek.Aanroep.Organisatie.Basis);
        var behouden = await verzoek.Store.Write(async session =>
        {
            var rij = await Objectopslag.Pak(session, id) ?? throw Weiger.NietGevonden();
            verzoek.Rechten.Eis(rij.Type, schrijven: true);
            await Lezen.EisOngewijzigd(session, id, verzoek);
            var laatste = await Objectopslag.Laatste(session, id);
            var andere = laatste.References.Where(verwijzing => verwijzing.Url != zaak).ToList();
            if (zaak is not null && andere.Count > 0)
            {
                await Objectopslag.Verwijs(session, laatste.Id, andere);
                await Objectopslag.Meld(session, id, rij.Type, rij.Versie, "update", verzoek.Nu);
                return true;
            }

            await session.Execute("DELETE FROM objecten_objecten WHERE id = $1", id);
            await Objectopslag.Meld(session, id, rij.Type, rij.Versie, "destroy", verzoek.Nu);
            return false;
        }, verzoek.Stop);
        if (!behouden)
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        http.Response.Headers[Standards.Koppelvlak.Headers.ContentCrs] = Standards.Koppelvlak.Headers.Wgs84;
        using var buffer = new Buffer();
        buffer.Schrijf(JsonSerializer.Serialize(new { behouden = new[] { Objectvorm.Url(verzoek.Basis, id) } }, Vorm.Json));
        await verzoek.Antwoord(buffer);
    }

    /// <returns>Null when none is named.</returns>
    private static string? Zaak(string tekst, string basis) =>
        tekst.Length == 0 ? null : Uri.IsWellFormedUriString(tekst, UriKind.Absolute) ? EigenUrls.Bewaar(tekst, [basis]) : throw Weiger.Ongeldig("zaak", "invalid", "Voer een geldige URL in.");
}
