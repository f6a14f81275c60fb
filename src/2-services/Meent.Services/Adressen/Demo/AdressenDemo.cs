using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Adressen.Voorkomens;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Adressen.Demo;

/// <summary>The invented addresses of the demo landscape.</summary>
internal static class AdressenDemo
{
    /// <summary>Adds or restores them.</summary>
    public static async Task Vul(Store store, TimeProvider klok)
    {
        using var bron = typeof(AdressenDemo).Assembly.GetManifestResourceStream("Meent.Services.Adressen.Demo.adressen.json")!;
        var adressen = (await JsonSerializer.DeserializeAsync<List<Adres>>(bron, Bronnen.Json))!;
        await store.Write(async session =>
        {
            foreach (var voorkomen in Demoobjecten.Van(adressen)) await session.Zet(voorkomen);
            foreach (var adres in adressen) await session.Afleiden(adres.NummeraanduidingIdentificatie, Tijdreis.Nu(klok));
            return adressen.Count;
        });
    }
}
