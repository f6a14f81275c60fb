using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Adressen.Demo;

/// <summary>The invented addresses of the demo landscape.</summary>
internal static class AdressenDemo
{
    /// <summary>Adds or restores them.</summary>
    public static async Task Vul(Store store)
    {
        using var bron = typeof(AdressenDemo).Assembly.GetManifestResourceStream("Meent.Services.Adressen.Demo.adressen.json")!;
        var adressen = (await JsonSerializer.DeserializeAsync<List<Adres>>(bron, Bronnen.Json))!;
        await store.Write(async session =>
        {
            foreach (var adres in adressen) await session.Zet(adres);
            return adressen.Count;
        });
    }
}
