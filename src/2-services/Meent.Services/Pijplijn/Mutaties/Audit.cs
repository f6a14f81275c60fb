using System.Text.Encodings.Web;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Model;

namespace Meent.Services.Pijplijn.Mutaties;

/// <summary>The audit trail of the ZGW standards: who changed what, with the old and the new; goes with its hoofdobject (zrc-023, drc-008, brc-009).</summary>
internal static class Audit
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ValueTask Schrijf<T>(Session session, Schrijven<T> schrijven, string url, string hoofdobject, byte[]? oud, byte[]? nieuw) where T : class
    {
        var (resource, aanroep) = (schrijven.Resource, schrijven.Aanroep);
        var id = Guid.CreateVersion7(schrijven.Nu);
        var applicatie = aanroep.Client?.Id ?? aanroep.Peer ?? Standards.Toegang.InternClient.Id;
        var regel = JsonSerializer.Serialize(new
        {
            uuid = id,
            bron = resource.Component,
            applicatieId = applicatie,
            applicatieWeergave = aanroep.Client?.Id ?? "",
            gebruikersId = aanroep.Gebruiker ?? "",
            gebruikersWeergave = aanroep.GebruikerWeergave ?? aanroep.Gebruiker ?? "",
            actie = Naam(schrijven.Actie),
            actieWeergave = Weergave(schrijven.Actie),
            resultaat = schrijven.Actie switch { Actie.Create => 201, Actie.Destroy => 204, _ => 200 },
            resource = resource.Naam,
            resourceWeergave = resource.Weergave(schrijven.Model) is { Length: > 0 } weergave ? weergave : resource.Naam,
            toelichting = schrijven.Toelichting ?? "",
            aanmaakdatum = schrijven.Nu,
        }, Json);
        return session.Later(
            $"INSERT INTO {resource.Bron}_audittrail (id, hoofdobject, resource_id, resource_url, regel, oud, nieuw) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            id, hoofdobject, schrijven.Id, url, regel, oud is null ? null : new Utf8Text(oud), nieuw is null ? null : new Utf8Text(nieuw));
    }

    public static ValueTask<int> Vernietig(Session session, Resource resource, string hoofdobject) =>
        session.Execute($"DELETE FROM {resource.Bron}_audittrail WHERE hoofdobject = $1", hoofdobject);

    /// <summary>The word of notifications and audit trail.</summary>
    public static string Naam(Actie actie) => actie switch
    {
        Actie.Create => "create",
        Actie.Update => "update",
        Actie.PartialUpdate => "partial_update",
        _ => "destroy",
    };

    private static string Weergave(Actie actie) => actie switch
    {
        Actie.Create => "Object aangemaakt",
        Actie.Update => "Object bijgewerkt",
        Actie.PartialUpdate => "Object deels bijgewerkt",
        _ => "Object verwijderd",
    };
}
