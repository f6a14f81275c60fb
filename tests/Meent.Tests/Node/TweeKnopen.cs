using System.Security.Cryptography;
using Meent.Testing;

namespace Meent.Tests.Node;

/// <summary>A landscape on two nodes: pages and processes on one, data and integration on the other, with mTLS between them.</summary>
public sealed class TweeKnopen : IAsyncLifetime
{
    public const string Geheim = "0123456789abcdef0123456789abcdef";
    private readonly TijdelijkeMap _map = new();

    public int Knooppoort { get; } = MeentProces.VrijePoort();

    /// <summary>Serves pages and processes.</summary>
    public MeentProces Voor { get; private set; } = null!;

    /// <summary>Serves the standard APIs and FSC.</summary>
    public MeentProces Achter { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        string[] gedeeld =
        [
            $"Meent:Basis=http://localhost:{MeentProces.VrijePoort()}",
            $"Meent:Hoofdsleutel={Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}",
            "Meent:Clients:0:Id=proef", $"Meent:Clients:0:Geheim={Geheim}", "Meent:Clients:0:Organisatie=duinwaarde",
        ];
        var adres = $"https://127.0.0.1:{Knooppoort}";
        Achter = await MeentProces.Start(Map("achter"), [.. gedeeld, "Meent:Modules:0=services", "Meent:Modules:1=integratie", $"Meent:Knoop:Luister={adres}"]);
        Voor = await MeentProces.Start(Map("voor"), [
            .. gedeeld, "Meent:Modules:0=interactie", "Meent:Modules:1=proces", $"Meent:Knoop:Elders:services={adres}", $"Meent:Knoop:Elders:integratie={adres}",
        ]);
    }

    public async Task DisposeAsync()
    {
        await Voor.DisposeAsync();
        await Achter.DisposeAsync();
        _map.Dispose();
    }

    private string Map(string naam) => Directory.CreateDirectory(_map.Bestand(naam)).FullName;
}
