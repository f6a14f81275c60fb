using Deque.AxeCore.Playwright;
using Meent.Testing;
using Microsoft.Playwright;

namespace Meent.EndToEnd;

/// <summary>The real program with its demo landscape, and a real browser in front of it; one for all tests.</summary>
public sealed class Browser : IAsyncLifetime
{
    private readonly TijdelijkeMap _map = new();
    private MeentProces? _meent;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public string Basis => _meent!.Basis;

    internal MeentProces Meent => _meent!;

    public async Task InitializeAsync()
    {
        // Without a browser every test is skipped; on a build server it fails here.
        if (Omgeving.Chromium is not { } chromium && !Omgeving.IsCi) return;
        _meent = await MeentProces.Start(_map.Pad);
        await LandschapIsRond();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Omgeving.Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_meent is not null) await _meent.DisposeAsync();
        _map.Dispose();
    }

    /// <summary>A visitor of their own, with nothing remembered.</summary>
    public async Task<IPage> Bezoek(int breedte = 1280, bool javascript = true)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = breedte, Height = 800 },
            BaseURL = Basis,
            Locale = "nl-NL",
            JavaScriptEnabled = javascript,
            // For axe, which is put into the page; what a page may do itself is tested with the header as it is.
            BypassCSP = javascript,
        });
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    /// <summary>Logs in with the development provider, as one of its persons, and goes to a page.</summary>
    public async Task<IPage> Als(string wie, string pad, string middel = "digid", int breedte = 1280, bool javascript = true, string gemeente = "duinwaarde")
    {
        var pagina = await Bezoek(breedte, javascript);
        await pagina.GotoAsync($"/{gemeente}/inloggen/{middel}?terug={Uri.EscapeDataString(pad)}");
        await pagina.ClickAsync($"button[value='{wie}']");
        return pagina;
    }

    /// <summary>The innermost elements that reach beyond the screen, for who has to mend it.</summary>
    private static async Task<string> Uitsteeksels(IPage pagina) => string.Join(" | ", await pagina.EvaluateAsync<string[]>(
        "() => [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth).slice(-3).map(e => e.outerHTML.slice(0, 200))"));

    /// <summary>
    /// Fails when axe finds anything against WCAG 2.2 AA or good practice, when the page is wider than the screen, or when text runs out of its cell
    /// into the next.
    /// </summary>
    public static async Task Keur(IPage pagina)
    {
        var uitkomst = await pagina.RunAxe(new()
        {
            RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        });
        Assert.True(uitkomst.Violations.Length == 0, $"{pagina.Url}: " + string.Join("; ", uitkomst.Violations.Select(v => $"{v.Id} {v.Nodes[0].Html}")));
        Assert.True(await pagina.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, $"{pagina.Url} is te breed: {await Uitsteeksels(pagina)}");
        var uit = await pagina.EvaluateAsync<string[]>("[...document.querySelectorAll('main tbody > tr > *')].filter(c => c.scrollHeight > c.clientHeight + 2).map(c => c.textContent.trim())");
        Assert.True(uit.Length == 0, $"{pagina.Url}: tekst loopt uit de cel: {string.Join("; ", uit)}");
    }

    /// <summary>The contracts are concluded after the start; until then the sources cannot be reached.</summary>
    private async Task LandschapIsRond()
    {
        using var client = new HttpClient { BaseAddress = new Uri(Basis) };
        for (var einde = Environment.TickCount64 + 60_000; Environment.TickCount64 < einde; await Task.Delay(250))
        {
            var beeld = await client.GetStringAsync(new Uri("/landschap", UriKind.Relative));
            if (beeld.Split("\"verbinding\"").Length > 18) return;
        }

        throw new TimeoutException($"Het landschap kwam niet rond:\n{_meent!.Uitvoer}");
    }
}
