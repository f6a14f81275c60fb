using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Klantinteracties.Contacten;

/// <summary>POST of a klantcontact with who took part and what it was about: all of it, or nothing.</summary>
internal static class MaakKlantcontact
{
    private const string Contact = "klantcontact";
    private const string Wie = "betrokkene";
    private const string Waarover = "onderwerpobject";

    public static async Task Behandel(HttpContext http, Dienstverlening diensten)
    {
        var verzoek = await Verzoek.Van(http, ContactResources.Klantcontacten, Klantresource.Bijwerken, diensten);
        foreach (var resource in (Resource[])[ContactResources.Betrokkenen, ContactResources.Onderwerpobjecten]) verzoek.Aanroep.Eis(Klantresource.Bijwerken, resource);
        using var json = await Inhoud.Lees(http);
        var contact = new Deel(Contact, Guid.CreateVersion7(verzoek.Nu), Lid(json.RootElement, Contact) ?? throw Weiger.Ongeldig(Contact, "required", "Dit veld is vereist."));
        var wie = Onderdeel(json.RootElement, Wie, "hadKlantcontact", contact, verzoek);
        var waarover = Onderdeel(json.RootElement, Waarover, "klantcontact", contact, verzoek);
        Controleer([.. Fouten(ContactResources.Klantcontacten, contact), .. Fouten(ContactResources.Betrokkenen, wie), .. Fouten(ContactResources.Onderwerpobjecten, waarover)]);
        await diensten.Nummers.Vul(verzoek.Store, ContactResources.Klantcontacten.Bron, http.RequestAborted);
        await verzoek.Store.Write(async session =>
        {
            await Schrijf(session, ContactResources.Klantcontacten, contact, verzoek, diensten);
            await Schrijf(session, ContactResources.Betrokkenen, wie, verzoek, diensten);
            await Schrijf(session, ContactResources.Onderwerpobjecten, waarover, verzoek, diensten);
            return 0;
        }, http.RequestAborted);

        using var buffer = new Buffer();
        await Toon(http, ContactResources.Klantcontacten, contact, verzoek, buffer);
        await Toon(http, ContactResources.Betrokkenen, wie, verzoek, buffer);
        await Toon(http, ContactResources.Onderwerpobjecten, waarover, verzoek, buffer);
        buffer.Schrijf("}"u8);
        http.Response.Headers["API-version"] = Klantresource.Versie;
        await Antwoord.Json(http, buffer, StatusCodes.Status201Created);
    }

    private static JsonElement? Lid(JsonElement json, string naam)
    {
        if (json.ValueKind != JsonValueKind.Object) throw Weiger.Ongeldig("nonFieldErrors", "invalid", "Verwachtte een object.");
        return json.TryGetProperty(naam, out var lid) && lid.ValueKind != JsonValueKind.Null ? lid : null;
    }

    /// <summary>A part that belongs to the contact, which its own resource names.</summary>
    private static Deel? Onderdeel(JsonElement json, string naam, string veld, Deel contact, Verzoek verzoek)
    {
        if (Lid(json, naam) is not { } lid) return null;
        if (lid.ValueKind != JsonValueKind.Object) throw Weiger.Ongeldig(naam, "invalid", "Verwachtte een object.");
        var leden = JsonObject.Create(lid)!;
        leden[veld] = new JsonObject { ["uuid"] = contact.Id };
        return new Deel(naam, Guid.CreateVersion7(verzoek.Nu), JsonSerializer.SerializeToElement(leden));
    }

    private static List<OngeldigVeld> Fouten<T>(Resource<T> _, Deel? deel) where T : class
    {
        var fouten = new List<OngeldigVeld>();
        if (deel is not null) Controle.Object(deel.Json, Beschrijving.Van(typeof(T))!, deel.Naam, fouten);
        return fouten;
    }

    private static void Controleer(IReadOnlyList<OngeldigVeld> fouten)
    {
        if (fouten.Count > 0) throw Weiger.Ongeldig(fouten);
    }

    private static async ValueTask Schrijf<T>(Session session, Resource<T> resource, Deel? deel, Verzoek verzoek, Dienstverlening diensten) where T : class
    {
        if (deel is null) return;
        var schrijven = new Schrijven<T>(
            resource, verzoek.Aanroep, Actie.Create, deel.Id, Vorm.Lees<T>(deel.Json, verzoek.Basissen), null, 1, verzoek.Nu,
            voorvoegsel => diensten.Nummers.Volgende(verzoek.Store, resource.Bron, voorvoegsel))
        { Gestuurd = Verzoek.Velden(deel.Json), Toelichting = verzoek.Toelichting };
        await Deelfouten.Onder(session, deel.Naam, () => Aanmaken.Schrijf(session, schrijven, Bereik.Volledig, diensten));
    }

    private static async Task Toon(HttpContext http, Resource resource, Deel? deel, Verzoek verzoek, Buffer buffer)
    {
        if (deel is null) return;
        buffer.Schrijf(buffer.Lengte == 0 ? $"{{\"{deel.Naam}\":" : $",\"{deel.Naam}\":");
        await LeesEen.Haal(verzoek.Store, resource, deel.Id, null, Bereik.Volledig, verzoek.Aanroep.Dag, buffer, http);
    }

    /// <summary>A part of the request, with the id that it gets.</summary>
    private sealed record Deel(string Naam, Guid Id, JsonElement Json);
}
