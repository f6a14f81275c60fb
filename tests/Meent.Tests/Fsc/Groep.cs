using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Meent.Standards.Koppelvlak;
using Meent.Testing;

namespace Meent.Tests.Fsc;

/// <summary>
/// The group of docs/fsc.md: two organisations and a Directory, each a process of its own, brought together by the commands of that page as they stand there,
/// on free ports. Between them are relays: each process listens on 127.0.0.2, and its names lead to 127.0.0.1.
/// </summary>
public sealed partial class Groep : IAsyncLifetime
{
    public const string Gids = "gids", Alfa = "alfa", Beta = "beta";

    private readonly TijdelijkeMap _map = new();
    private readonly Dictionary<string, int> _fsc = new() { [Gids] = 8443, [Alfa] = 8444, [Beta] = 8445 };
    private readonly Dictionary<string, string> _http = new() { [Gids] = "127.0.0.2:8080", [Alfa] = "127.0.0.3:8080", [Beta] = "127.0.0.4:8080" };
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(100) };
    private Shell _shell = null!;

    /// <summary>What the commands of the page printed, by the number of their heading.</summary>
    public IReadOnlyList<string> Uitvoer { get; private set; } = [];

    /// <summary>What stands before each process.</summary>
    public IReadOnlyDictionary<string, Relais> Relais { get; private set; } = new Dictionary<string, Relais>();

    public async Task InitializeAsync()
    {
        var pagina = await File.ReadAllTextAsync(Omgeving.Pad("docs", "fsc.md"));
        foreach (var (organisatie, vast) in _fsc.ToList())
        {
            var vrij = _fsc[organisatie] = MeentProces.VrijePoort();
            pagina = pagina.Replace($"{vast}", $"{vrij}", StringComparison.Ordinal);
        }

        foreach (var (organisatie, vast) in _http.ToList())
        {
            var vrij = _http[organisatie] = $"{vast.Split(':')[0]}:{MeentProces.VrijePoort()}";
            pagina = pagina.Replace(vast, vrij, StringComparison.Ordinal);
        }

        Relais = _fsc.ToDictionary(f => f.Key, f => new Relais(new(IPAddress.Loopback, f.Value), new(IPAddress.Parse("127.0.0.2"), f.Value)));
        _shell = new Shell(_map.Pad, [new("Meent__Fsc__Adres", "127.0.0.2")]);
        var uitvoer = new List<string> { "" };
        foreach (var blok in Blok().Matches(pagina).Select(m => m.Groups["opdrachten"].Value)) uitvoer.Add(await _shell.Voer(blok));
        Uitvoer = uitvoer;
        _client.BaseAddress = new Uri($"http://{_http[Alfa]}/alfa/via/");
        _client.DefaultRequestHeaders.Add("Authorization", $"Token {(await _shell.Voer("echo $TOKEN")).Trim()}");
        _client.DefaultRequestHeaders.Add(Headers.AcceptCrs, Headers.Wgs84);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        if (_shell is not null) await _shell.DisposeAsync();
        foreach (var relais in Relais.Values) await relais.DisposeAsync();
        _map.Dispose();
    }

    public Task<string> Voer(string opdrachten) => _shell.Voer(opdrachten);

    /// <summary>Path of a file beside those of the page.</summary>
    public string Bestand(params string[] delen) => Path.Combine([_map.Pad, .. delen]);

    /// <summary>Base of an organisation's Manager or Inway, as others reach it.</summary>
    public Uri Adres(string component, string organisatie) => new($"https://{component}.{organisatie}.localhost:{_fsc[organisatie]}/");

    /// <summary>Asks for the zaken of beta, as the program of alfa that knows nothing of FSC.</summary>
    public async Task<Antwoord> Vraag(string alias = "zaken-beta")
    {
        using var antwoord = await _client.GetAsync(new Uri(alias + "/zaken", UriKind.Relative));
        return await Antwoord.Van(antwoord);
    }

    /// <summary>Whether a call succeeds.</summary>
    public async Task<bool> Gaat()
    {
        try
        {
            return (await Vraag()).Status == 200;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>As the service manager does: asked to stop, and started.</summary>
    public Task Herstart(string organisatie) => Voer($"herstart {organisatie} http://{_http[organisatie]}");

    /// <summary>As <c>kill -9</c>.</summary>
    public Task Dood(string organisatie) => Voer($"kill -KILL $(cat {organisatie}/pid); wait $(cat {organisatie}/pid) || true");

    /// <param name="omgeving">Variables before the command.</param>
    public Task Start(string organisatie, string omgeving = "") => Voer($"{omgeving} start {organisatie}; wacht http://{_http[organisatie]}");

    /// <summary>Until what was asked is so.</summary>
    public static async Task Tot(Func<Task<bool>> vraag, string wat)
    {
        for (var einde = Environment.TickCount64 + 120_000; Environment.TickCount64 < einde; await Task.Delay(200))
        {
            if (await vraag()) return;
        }

        Assert.Fail($"Het kwam er niet van: {wat}");
    }

    [GeneratedRegex(@"^```bash\n(?<opdrachten>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blok();
}

/// <summary>What came back.</summary>
public sealed record Antwoord(int Status, string Tekst, string? Transactie, string? Fout)
{
    public static async Task<Antwoord> Van(HttpResponseMessage antwoord) =>
        new((int)antwoord.StatusCode, await antwoord.Content.ReadAsStringAsync(), Kop(antwoord, Headers.FscTransactionId), Kop(antwoord, Headers.FscErrorCode));

    /// <summary>It is an error object of FSC, of this component.</summary>
    public void IsFout(int status, string domein, params string[] codes)
    {
        Assert.True(Status == status, $"{Status} {Tekst}");
        Assert.Contains(Fout, codes);
        using var json = JsonDocument.Parse(Tekst);
        Assert.Equal((domein, Fout), (json.RootElement.GetProperty("domain").GetString(), json.RootElement.GetProperty("code").GetString()));
    }

    private static string? Kop(HttpResponseMessage antwoord, string naam) => antwoord.Headers.TryGetValues(naam, out var waarden) ? waarden.First() : null;
}

[CollectionDefinition(Naam)]
public sealed class GroepCollectie : ICollectionFixture<Groep>
{
    public const string Naam = "groep";
}
