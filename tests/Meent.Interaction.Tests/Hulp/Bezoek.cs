using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Meent.Interaction.Tests.Hulp;

/// <summary>A visitor with a browser that follows links, fills in forms and keeps cookies, and runs no script.</summary>
internal sealed class Bezoek : IDisposable
{
    private readonly HttpClient _client;
    private readonly SocketsHttpHandler _handler = new() { CookieContainer = new CookieContainer(), MaxAutomaticRedirections = 10 };

    public Bezoek(Paginaserver server) => _client = new HttpClient(_handler) { BaseAddress = new Uri(server.Basis) };

    public HttpResponseMessage Antwoord { get; private set; } = null!;

    public IDocument Pagina { get; private set; } = null!;

    public CookieContainer Cookies => _handler.CookieContainer;

    public string Pad => Antwoord.RequestMessage!.RequestUri!.PathAndQuery;

    public string Kop => Pagina.QuerySelector("h1")!.TextContent.Trim();

    public string Tekst => string.Join(' ', Pagina.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static async Task<Bezoek> Als(Paginaserver server, string wie, string pad = "/duinwaarde/mijn", string middel = "digid")
    {
        var bezoek = new Bezoek(server);
        var organisatie = pad.Split('/')[1];
        await bezoek.Ga($"/{organisatie}/inloggen/{middel}?terug={Uri.EscapeDataString(pad[(organisatie.Length + 1)..])}");
        await bezoek.Verstuur("form.vorm", ("anders", wie));
        return bezoek;
    }

    public Task Ga(string pad) => Lees(new HttpRequestMessage(HttpMethod.Get, pad));

    /// <summary>Submits a form of the page with its hidden and filled-in fields, and these.</summary>
    public Task Verstuur(string selector, params (string Naam, string Waarde)[] velden)
    {
        var (doel, waarden) = Ingevuld(selector, velden);
        return Lees(new HttpRequestMessage(HttpMethod.Post, doel) { Content = new FormUrlEncodedContent(waarden) });
    }

    /// <summary>As <see cref="Verstuur"/>, with a file.</summary>
    public Task Upload(string selector, string bestandveld, byte[] bestand, params (string Naam, string Waarde)[] velden) => Upload(selector, bestandveld, "bestand.bin", bestand, velden);

    public Task Upload(string selector, string bestandveld, string bestandsnaam, byte[] bestand, params (string Naam, string Waarde)[] velden)
    {
        var (doel, waarden) = Ingevuld(selector, velden);
        var formulier = new MultipartFormDataContent();
        foreach (var (naam, waarde) in waarden.Where(w => w.Key != bestandveld)) formulier.Add(new StringContent(waarde), naam);
        formulier.Add(new ByteArrayContent(bestand), bestandveld, bestandsnaam);
        return Lees(new HttpRequestMessage(HttpMethod.Post, doel) { Content = formulier });
    }

    private (Uri Doel, IEnumerable<KeyValuePair<string, string>> Waarden) Ingevuld(string selector, (string Naam, string Waarde)[] velden)
    {
        var form = (IHtmlFormElement)Pagina.QuerySelector(selector)!;
        var waarden = form.Elements.OfType<IHtmlInputElement>()
            .Where(i => i.Name is not null && (i.Type is not ("radio" or "checkbox") || i.IsChecked)).Select(i => (i.Name!, i.Value))
            .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Select(t => (t.Name!, t.Value)))
            .Concat(form.Elements.OfType<IHtmlSelectElement>().Select(s => (s.Name!, s.Value ?? "")))
            .Where(v => !velden.Any(n => n.Naam == v.Item1)).Concat(velden);
        var doel = form.GetAttribute("action") is { Length: > 0 } actie ? new Uri(Antwoord.RequestMessage!.RequestUri!, actie) : Antwoord.RequestMessage!.RequestUri!;
        return (doel, waarden.Select(w => new KeyValuePair<string, string>(w.Item1, w.Item2)));
    }

    public Task Klik(string tekst)
    {
        var link = Pagina.QuerySelectorAll("a").First(a => a.TextContent.Trim() == tekst);
        return Ga(new Uri(Antwoord.RequestMessage!.RequestUri!, link.GetAttribute("href")!).ToString());
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    private async Task Lees(HttpRequestMessage request)
    {
        request.Headers.Accept.ParseAdd("text/html");
        Antwoord = await _client.SendAsync(request);
        Pagina = await BrowsingContext.New(Configuration.Default).OpenAsync(async r => r.Content(await Antwoord.Content.ReadAsStringAsync()));
    }
}
