using Meent.Data.Opslag;
using Meent.Standards.Beheer;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Zaakgericht.Referentielijsten;

internal static class ReferentielijstenServices
{
    public static IServiceCollection AddReferentielijsten(this IServiceCollection services) => services.AddSingleton<IBeheertaak, ImportSelectielijst>();
}

/// <summary>The invented lists of the demo landscape, in the shape of the published ones.</summary>
internal static class ReferentielijstenDemo
{
    private static readonly string[] Bestanden = ["communicatiekanalen", "procestypen", "resultaten", "resultaattypeomschrijvingen"];

    /// <summary>Adds or restores them; other entries stay.</summary>
    public static async Task Vul(Store store)
    {
        foreach (var bestand in Bestanden)
        {
            using var bron = typeof(ReferentielijstenDemo).Assembly.GetManifestResourceStream($"Meent.Services.Zaakgericht.Referentielijsten.Demo.{bestand}.json")!;
            var (lijst, rijen) = Invoer.Lees(bron);
            if (await store.Read(async session => rijen.All(Bekend((await Lijsten.Lees(session)).Van(lijst).Select(r => r.Id).ToHashSet())))) continue;
            await store.Write(session => Invoer.Bewaar(session, store.Organisatie, lijst, rijen));
        }
    }

    private static Func<System.Text.Json.Nodes.JsonObject, bool> Bekend(HashSet<Guid> ids) => rij => ids.Contains(Guid.Parse((string)rij["id"]!));
}
