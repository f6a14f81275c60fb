using System.Text.Json;
using Meent.Data.Modellen.Objecten;
using Meent.Data.Opslag;
using Meent.Services.Objecten.Schemas;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Model;
using Microsoft.AspNetCore.Http;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Objecten.Typen;

/// <summary><c>/objecttypes/{uuid}/versions</c>. A draft can be changed and removed; what was published can only go out of use, for objects were made by it.</summary>
internal static class Typeversies
{
    private const int Hoogste = 32767;

    public static async Task Lijst(HttpContext http, string dienst, Dienstverlening diensten)
    {
        var (verzoek, type) = await Begin(http, dienst, diensten);
        Query.Alleen(http.Request, ["page", "pageSize"]);
        var parameters = Vraag.Parameters(http.Request.Query);
        var blad = Vraag.Blad(parameters);
        using var buffer = new Buffer();
        await verzoek.Store.Snapshot(async session =>
        {
            if (!await session.One("SELECT 1 FROM objecten_objecttypen WHERE id = $1", _ => true, type)) throw Weiger.NietGevonden();
            var bladzijde = new Bladzijde(blad, await session.One("SELECT COUNT(*) FROM objecten_typeversies WHERE objecttype = $1", row => row.Long(0), type), buffer);
            bladzijde.Begin();
            await session.Each($"SELECT {Kolommen} FROM objecten_typeversies WHERE objecttype = $1 ORDER BY versie DESC {Bladzijde.Deel(blad)}", row =>
            {
                bladzijde.Rij();
                Schrijf(row, type, buffer, verzoek);
            }, type);
            bladzijde.Einde($"{verzoek.Basis}/objecttypes/{type:D}/versions", parameters);
            return true;
        }, verzoek.Stop);
        await Antwoord.Json(http, buffer, StatusCodes.Status200OK);
    }

    public static async Task Een(HttpContext http, string dienst, Dienstverlening diensten)
    {
        var (verzoek, type) = await Begin(http, dienst, diensten);
        Query.Alleen(http.Request, []);
        var versie = verzoek.Nummer("version");
        using var buffer = new Buffer();
        await verzoek.Store.Read(session => Haal(session, type, versie, verzoek, buffer), verzoek.Stop);
        await verzoek.Antwoord(buffer);
    }

    public static async Task Maak(HttpContext http, string dienst, Dienstverlening diensten)
    {
        var (verzoek, type) = await Begin(http, dienst, diensten);
        verzoek.Rechten.EisBeheer();
        Query.Alleen(http.Request, []);
        var (status, schema) = Lees(await verzoek.Lees(verplicht: false));
        using var buffer = new Buffer();
        var versie = await verzoek.Store.Write(async session =>
        {
            if (await Typeopslag.Pak(session, type) is null) throw Weiger.Ongeldig("nonFieldErrors", "invalid-objecttype", "Dit objecttype bestaat niet.");
            var nummer = await Voeg(session, type, status ?? ObjectTypeVersion.Draft, schema ?? "{}", verzoek.Vandaag);
            await Haal(session, type, nummer, verzoek, buffer);
            return nummer;
        }, verzoek.Stop);
        http.Response.Headers.Location = $"{verzoek.Basis}/objecttypes/{type:D}/versions/{versie}";
        await verzoek.Antwoord(buffer, StatusCodes.Status201Created);
    }

    /// <summary>PUT as PATCH: the standard demands no member, and what is left out stays.</summary>
    public static async Task Wijzig(HttpContext http, string dienst, Dienstverlening diensten)
    {
        var (verzoek, type) = await Begin(http, dienst, diensten);
        verzoek.Rechten.EisBeheer();
        Query.Alleen(http.Request, []);
        var versie = verzoek.Nummer("version");
        var (status, schema) = Lees(await verzoek.Lees(verplicht: false));
        using var buffer = new Buffer();
        await verzoek.Store.Write(async session =>
        {
            var oud = await Pak(session, type, versie);
            if (oud.Status != ObjectTypeVersion.Draft && !(status == ObjectTypeVersion.Deprecated && (schema is null || schema == oud.Schema)))
                throw Weiger.Ongeldig("nonFieldErrors", "non-draft-version-update", "Alleen een concept (draft) kan gewijzigd worden; een gepubliceerde versie kan alleen vervallen (deprecated).");
            var publiceert = oud.Status == ObjectTypeVersion.Draft && status == ObjectTypeVersion.Published;
            await session.Execute(
                "UPDATE objecten_typeversies SET status = $3, json_schema = $4, gewijzigd = $5, gepubliceerd = $6 WHERE objecttype = $1 AND versie = $2",
                type, versie, status ?? oud.Status, schema ?? oud.Schema, verzoek.Vandaag, publiceert ? verzoek.Vandaag : oud.Gepubliceerd);
            return await Haal(session, type, versie, verzoek, buffer);
        }, verzoek.Stop);
        await verzoek.Antwoord(buffer);
    }

    public static async Task Verwijder(HttpContext http, string dienst, Dienstverlening diensten)
    {
        var (verzoek, type) = await Begin(http, dienst, diensten);
        verzoek.Rechten.EisBeheer();
        Query.Alleen(http.Request, []);
        var versie = verzoek.Nummer("version");
        await verzoek.Store.Write(async session =>
        {
            if ((await Pak(session, type, versie)).Status != ObjectTypeVersion.Draft)
                throw Weiger.Ongeldig("nonFieldErrors", "non-draft-version-destroy", "Alleen een concept (draft) kan verwijderd worden.");
            try
            {
                return await session.Execute("DELETE FROM objecten_typeversies WHERE objecttype = $1 AND versie = $2", type, versie);
            }
            catch (ReferenceConflictException)
            {
                throw Weiger.Ongeldig("nonFieldErrors", "pending-relations", "Er zijn objecten van deze versie.");
            }
        }, verzoek.Stop);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>Adds the next version of a type that is locked.</summary>
    public static async ValueTask<int> Voeg(Session session, Guid type, string status, string schema, DateOnly vandaag)
    {
        var nummer = 1 + await session.One("SELECT MAX(versie) FROM objecten_typeversies WHERE objecttype = $1", row => (int)(row.LongOrNull(0) ?? 0), type);
        if (nummer > Hoogste) throw Weiger.Ongeldig("nonFieldErrors", "max_value", $"Een objecttype heeft ten hoogste {Hoogste} versies.");
        await session.Execute(
            "INSERT INTO objecten_typeversies (objecttype, versie, status, json_schema, gemaakt, gewijzigd, gepubliceerd) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            type, nummer, status, schema, vandaag, vandaag, status == ObjectTypeVersion.Published ? vandaag : (DateOnly?)null);
        return nummer;
    }

    private const string Kolommen = "versie, status, json_schema, gemaakt, gewijzigd, gepubliceerd";

    private static async ValueTask<(Objectverzoek Verzoek, Guid Type)> Begin(HttpContext http, string dienst, Dienstverlening diensten)
    {
        var verzoek = await Objectverzoek.Van(http, dienst, diensten);
        return (verzoek, verzoek.Id("objecttype_uuid"));
    }

    private static (string? Status, string? Schema) Lees(JsonElement json)
    {
        var versie = Vorm.Lees<ObjectTypeVersion>(json, []);
        if (json.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.Null) throw Weiger.Ongeldig("status", "null", "Dit veld mag niet leeg zijn.");
        if (!json.TryGetProperty("jsonSchema", out var schema)) return (versie.Status, null);
        var tekst = Zuiver.Tekst(schema, "jsonSchema");
        Jsonschema.Controleer(tekst);
        return (versie.Status, tekst);
    }

    private static async ValueTask<(string Status, string Schema, DateOnly? Gepubliceerd)> Pak(Session session, Guid type, int versie)
    {
        if (await Typeopslag.Pak(session, type) is null) throw Weiger.NietGevonden();
        var (gevonden, status, schema, gepubliceerd) = await session.One(
            "SELECT status, json_schema, gepubliceerd FROM objecten_typeversies WHERE objecttype = $1 AND versie = $2", row => (true, row.Text(0), row.Text(1), row.DateOrNull(2)), type, versie);
        return gevonden ? (status, schema, gepubliceerd) : throw Weiger.NietGevonden();
    }

    private static async ValueTask<bool> Haal(Session session, Guid type, int versie, Objectverzoek verzoek, Buffer buffer)
    {
        // A write may be tried again.
        buffer.Terug(0);
        await session.Each($"SELECT {Kolommen} FROM objecten_typeversies WHERE objecttype = $1 AND versie = $2", row => Schrijf(row, type, buffer, verzoek), type, versie);
        return buffer.Lengte > 0 ? true : throw Weiger.NietGevonden();
    }

    private static void Schrijf(Row row, Guid type, Buffer doel, Objectverzoek verzoek)
    {
        var url = $"{verzoek.Basis}/objecttypes/{type:D}";
        doel.Schrijf($$"""{"url":"{{url}}/versions/{{row.Long(0)}}","version":{{row.Long(0)}},"objectType":"{{url}}","status":"{{row.Text(1)}}","jsonSchema":""");
        doel.Schrijf(row.Span(2));
        doel.Schrijf($$""","createdAt":"{{row.Text(3)}}","modifiedAt":"{{row.Text(4)}}","publishedAt":{{(row.IsNull(5) ? "null" : $"\"{row.Text(5)}\"")}}}""");
    }
}
