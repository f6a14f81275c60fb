using System.Text.Encodings.Web;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Model;

namespace Meent.Services.Pijplijn;

/// <summary>The audit trail of the ZGW standards: who changed what, with the old and the new; goes with its hoofdobject (zrc-023).</summary>
internal static class Audit
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ValueTask<int> Schrijf<T>(
        Session session, Resource<T> resource, Schrijven<T> schrijven, string hoofdobject, string actie, int status, byte[] nieuw, string toelichting) where T : class
    {
        var aanroep = schrijven.Aanroep;
        var regel = JsonSerializer.Serialize(new
        {
            bron = resource.Dienst,
            applicatieId = aanroep.Client?.Id ?? aanroep.Peer ?? Standards.Toegang.InternClient.Id,
            applicatieWeergave = aanroep.Client?.Id ?? "",
            gebruikersId = aanroep.Gebruiker ?? "",
            gebruikersWeergave = aanroep.Gebruiker ?? "",
            actie,
            resultaat = status,
            resource = resource.Naam,
            toelichting,
            aanmaakdatum = schrijven.Nu,
        }, Json);
        return session.Execute(
            $"INSERT INTO {resource.Bron}_audittrail (id, hoofdobject, resource_id, resource_url, regel, oud, nieuw) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            Guid.CreateVersion7(schrijven.Nu), hoofdobject, schrijven.Id, EigenUrls.Van(resource.Pad, schrijven.Id), regel, null, new Utf8Text(nieuw));
    }
}
