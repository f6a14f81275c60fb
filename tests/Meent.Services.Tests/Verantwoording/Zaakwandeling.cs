using Meent.Services.Tests.Zaakgericht;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Tests.Verantwoording;

/// <summary>Zaken: persons stand in rollen, and are asked by in a search.</summary>
internal static class Zaakwandeling
{
    private const string Filter = "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn";

    public static async Task Loop(Wandeling w)
    {
        var (zgw, fenna) = (w.Zgw, Wandeling.Fenna);
        var catalogus = Zaaknode.Url(await zgw.Maak(Diensten.Catalogi, "/catalogussen", new { domein = "TEST", rsin = "990000011", contactpersoonBeheerNaam = "Beheer" }));
        var type = await zgw.MaakZaaktype(catalogus, "A");
        var zaak = Zaaknode.Url(await zgw.Maak(Diensten.Zaken, "/zaken", zgw.Zaak(zaaktype: type.Zaaktype)));
        var pad = $"/zaken/{Zaaknode.Id(zaak)}";

        var rol = Zaaknode.Url(await Doe(HttpMethod.Post, "/rollen", RolTests.Rol(zaak, type.Roltype), fenna));
        await Doe(HttpMethod.Get, $"/rollen/{Zaaknode.Id(rol)}", null, fenna);
        await Doe(HttpMethod.Get, $"/rollen?zaak={Uri.EscapeDataString(zaak)}", null, fenna);
        // Also who is asked by and not found.
        await Doe(HttpMethod.Get, $"/zaken?{Filter}={Wandeling.Milan}", null, Wandeling.Milan);
        await Doe(HttpMethod.Post, "/zaken/_zoek", new Dictionary<string, object> { [Filter] = fenna }, fenna);
        await Doe(HttpMethod.Post, "/werklijst/_zoek", new Dictionary<string, object> { [Filter] = fenna }, fenna);
        await Doe(HttpMethod.Get, $"{pad}?expand=rollen", null, fenna);
        var spoor = await Doe(HttpMethod.Get, $"{pad}/audittrail", null, fenna);
        var regel = spoor.EnumerateArray().Single(r => r.GetProperty("resource").GetString() == "rol").GetProperty("uuid").GetString();
        await Doe(HttpMethod.Get, $"{pad}/audittrail/{regel}", null, fenna);
        await Doe(HttpMethod.Delete, $"/rollen/{Zaaknode.Id(rol)}", null, fenna);
        // The trail tells of who is gone; a zaak that goes takes its rollen along.
        await Doe(HttpMethod.Get, $"{pad}/audittrail", null, fenna);
        await Doe(HttpMethod.Post, "/rollen", RolTests.Rol(zaak, type.Roltype, Wandeling.Milan), Wandeling.Milan);
        await Doe(HttpMethod.Delete, pad, null, Wandeling.Milan);

        Task<System.Text.Json.JsonElement> Doe(HttpMethod methode, string naar, object? inhoud, params string[] wie) => w.Doe(methode, Diensten.Zaken, naar, inhoud, wie);
    }
}
