using System.Text.Json;
using Meent.Data.Modellen.Objecten;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Model;
using Microsoft.AspNetCore.Http;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Objecten.Typen;

/// <summary><c>/objecttypes</c>. Everybody who is known reads them, since objects cannot be understood without; who may everything changes them.</summary>
internal static class Objecttypen
{
    private static readonly Filter Classificatie = Filter.Keuze("dataClassification", "classificatie", "open", "intern", "confidential", "strictly_confidential");

    public static async Task Lijst(HttpContext http, string dienst, Dienstverlening diensten)
    {
        var verzoek = await Objectverzoek.Van(http, dienst, diensten);
        Query.Alleen(http.Request, ["page", "pageSize", Classificatie.Naam]);
        var parameters = Vraag.Parameters(http.Request.Query);
        var blad = Vraag.Blad(parameters);
        var (waar, args) = Gefilterd(parameters.GetValueOrDefault(Classificatie.Naam, ""));

        using var buffer = new Buffer();
        await verzoek.Store.Snapshot(async session =>
        {
            var aantal = await session.One($"SELECT COUNT(*) FROM objecten_objecttypen t{waar}", row => row.Long(0), args);
            var bladzijde = new Bladzijde(blad, aantal, buffer);
            bladzijde.Begin();
            await session.Each($"SELECT {Typeopslag.Kolommen} FROM objecten_objecttypen t{waar} ORDER BY t.gemaakt DESC, t.id DESC {Bladzijde.Deel(blad)}", row =>
            {
                bladzijde.Rij();
                Typeopslag.Schrijf(row, buffer, verzoek.BasisBytes);
            }, args);
            bladzijde.Einde($"{verzoek.Basis}/objecttypes", parameters);
            return true;
        }, verzoek.Stop);
        await Antwoord.Json(http, buffer, StatusCodes.Status200OK);
    }

    public static async Task Een(HttpContext http, string dienst, Dienstverlening diensten)
    {
        var verzoek = await Objectverzoek.Van(http, dienst, diensten);
        Query.Alleen(http.Request, []);
        var id = verzoek.Id();
        using var buffer = new Buffer();
        await verzoek.Store.Read(session => Haal(session, id, verzoek, buffer), verzoek.Stop);
        await verzoek.Antwoord(buffer);
    }

    public static async Task Maak(HttpContext http, string dienst, Dienstverlening diensten)
    {
        var verzoek = await Objectverzoek.Van(http, dienst, diensten);
        verzoek.Rechten.EisBeheer();
        Query.Alleen(http.Request, []);
        var json = await verzoek.Lees();
        var id = EigenId.Lees(json) ?? Guid.CreateVersion7(verzoek.Nu);
        var type = MetLabels(Vorm.Lees<ObjectType>(json, [verzoek.Aanroep.Organisatie.Basis]));
        using var buffer = new Buffer();
        await verzoek.Store.Write(async session =>
        {
            await Typeopslag.Voeg(session, id, type, verzoek.Nu);
            return await Haal(session, id, verzoek, buffer);
        }, verzoek.Stop);
        http.Response.Headers.Location = $"{verzoek.Basis}/objecttypes/{id:D}";
        await verzoek.Antwoord(buffer, StatusCodes.Status201Created);
    }

    public static async Task Wijzig(HttpContext http, string dienst, bool deels, Dienstverlening diensten)
    {
        var verzoek = await Objectverzoek.Van(http, dienst, diensten);
        verzoek.Rechten.EisBeheer();
        Query.Alleen(http.Request, []);
        var id = verzoek.Id();
        var json = await verzoek.Lees();
        EigenId.Blijft(json, id);
        Vorm.Controleer<ObjectType>(json, deels);
        string[] basissen = [verzoek.Aanroep.Organisatie.Basis];
        using var buffer = new Buffer();
        await verzoek.Store.Write(async session =>
        {
            var oud = await Typeopslag.Pak(session, id) ?? throw Weiger.NietGevonden();
            var nieuw = deels ? Vorm.VoegSamen<ObjectType>(oud, json, basissen) : Vorm.Vervang(Vorm.VanBewaard<ObjectType>(oud), json, basissen);
            await Typeopslag.Wijzig(session, id, MetLabels(nieuw), verzoek.Vandaag);
            return await Haal(session, id, verzoek, buffer);
        }, verzoek.Stop);
        await verzoek.Antwoord(buffer);
    }

    public static async Task Verwijder(HttpContext http, string dienst, Dienstverlening diensten)
    {
        var verzoek = await Objectverzoek.Van(http, dienst, diensten);
        verzoek.Rechten.EisBeheer();
        Query.Alleen(http.Request, []);
        var id = verzoek.Id();
        await verzoek.Store.Write(async session =>
        {
            if (await Typeopslag.Pak(session, id) is null) throw Weiger.NietGevonden();
            if (await session.One("SELECT 1 FROM objecten_typeversies WHERE objecttype = $1", _ => true, id))
                throw Weiger.Ongeldig("nonFieldErrors", "pending-versions", "Verwijder eerst alle versies van dit objecttype.");
            return await session.Execute("DELETE FROM objecten_objecttypen WHERE id = $1", id);
        }, verzoek.Stop);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async ValueTask<bool> Haal(Session session, Guid id, Objectverzoek verzoek, Buffer buffer)
    {
        // A write may be tried again.
        buffer.Terug(0);
        await session.Each($"SELECT {Typeopslag.Kolommen} FROM objecten_objecttypen t WHERE t.id = $1", row => Typeopslag.Schrijf(row, buffer, verzoek.BasisBytes), id);
        return buffer.Lengte > 0 ? true : throw Weiger.NietGevonden();
    }

    private static (string Waar, object?[] Args) Gefilterd(string classificatie)
    {
        if (classificatie.Length == 0) return ("", []);
        try
        {
            return ($" WHERE t.{Classificatie.Kolom} = $1", [Classificatie.Lees(classificatie, [])]);
        }
        catch (FormatException fout)
        {
            throw Weiger.Ongeldig(Classificatie.Naam, "invalid_choice", fout.Message);
        }
    }

    private static ObjectType MetLabels(ObjectType type)
    {
        if (type.Labels is not { } labels) return type with { Labels = JsonSerializer.SerializeToElement(new object()) };
        if (labels.ValueKind != JsonValueKind.Object || labels.EnumerateObject().Any(label => label.Value.ValueKind != JsonValueKind.String))
            throw Weiger.Ongeldig("labels", "invalid", "Verwachtte een object met teksten.");
        Zuiver.Controleer(labels, "labels");
        return type;
    }
}
