using System.Security.Cryptography;
using System.Text.Json;

namespace Meent.Configuratie;

/// <summary>
/// The API clients of the configuration; in the demo landscape without any, one for each organisation with a secret made at the first start
/// and kept beside the data, so that a program that was given it still works after a restart.
/// </summary>
internal static class Democlients
{
    public const string Id = "demo";

    public static IReadOnlyList<ClientOptions> Van(MeentOptions opties)
    {
        if (opties.Clients.Count > 0 || !opties.IsDemo) return opties.Clients;

        var bestand = Bestand(opties);
        if (!File.Exists(bestand)) Maak(bestand);
        return JsonSerializer.Deserialize<List<ClientOptions>>(File.ReadAllBytes(bestand))!;
    }

    public static string Bestand(MeentOptions opties) => Path.Combine(opties.Data, "demo-clients.json");

    private static void Maak(string bestand)
    {
        var clients = Demolandschap.Organisaties.Select(o => new ClientOptions { Id = Id, Organisatie = o.Slug, Geheim = RandomNumberGenerator.GetHexString(48, lowercase: true) });
        var opties = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) opties.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stroom = new FileStream(bestand, opties);
        JsonSerializer.Serialize(stroom, clients, Leesbaar);
    }

    private static readonly JsonSerializerOptions Leesbaar = new() { WriteIndented = true };
}
