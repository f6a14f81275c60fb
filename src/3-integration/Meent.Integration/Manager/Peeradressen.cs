using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Integration.Certificaten;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Manager;

/// <summary>Finds the Manager of a Peer: what it told us itself, else what the Directory knows.</summary>
internal sealed class Peeradressen(
    Stores stores, OrganisatieLijst organisaties, Adressen adressen, ManagerClient client, IOptions<FscOptions> options, TimeProvider klok)
{
    /// <summary>Address of the Directory's Manager.</summary>
    /// <exception cref="NietIngericht">Not configured.</exception>
    public string Directory => options.Value.DirectoryAdres
        ?? (organisaties.Alle.FirstOrDefault(o => o.Oin == options.Value.Directory) is { } hier ? adressen.Adres(hier, Component.Manager) : null)
        ?? throw new NietIngericht(
            $"{FscOptions.Sectie}:DirectoryAdres ontbreekt, en de Directory {options.Value.Directory} draait niet op deze node.");

    /// <returns>Null when nobody knows it.</returns>
    public async Task<string?> Vind(Organisatie namens, string peer, CancellationToken stop)
    {
        if (peer == options.Value.Directory) return Directory;
        var store = await stores.Get(namens);
        if (await store.Read(sessie => PeerTabel.Vind(sessie, peer), stop) is { } bekend) return bekend.Adres;

        using var antwoord = JsonDocument.Parse(
            await client.Haal(namens, options.Value.Directory, Directory, $"/peers?peer_id={Uri.EscapeDataString(peer)}", stop));
        foreach (var gevonden in antwoord.RootElement.GetProperty("peers").EnumerateArray())
        {
            if (gevonden.GetProperty("id").GetString() != peer) continue;
            var adres = gevonden.GetProperty("manager_address").GetString()!;
            var naam = new PeerNaam(peer, gevonden.GetProperty("name").GetString()!);
            await store.Write(sessie => PeerTabel.Onthoud(sessie, naam, adres, klok.GetUtcNow()), stop);
            return adres;
        }

        return null;
    }
}
