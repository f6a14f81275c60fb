using System.Collections.Immutable;
using System.Text.Json;
using Meent.Process.Motor;
using Meent.Process.Tests.Motor;
using Meent.Process.Uitvoering;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Processtaat;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Meent.Process.Tests;

/// <summary>When a process dies: at the n-th request it sends, before or after that request did its work. After it, nothing of it reaches anybody.</summary>
internal sealed class Storing(int stap, bool na) : DelegatingHandler
{
    private int _teller;

    public bool IsDood { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsDood) throw new HttpRequestException("dood");
        var dit = Interlocked.Increment(ref _teller) == stap;
        if (dit && !na) Sterf();
        var antwoord = await base.SendAsync(request, cancellationToken);
        if (!dit) return antwoord;
        antwoord.Dispose();
        Sterf();
        return antwoord;
    }

    private void Sterf()
    {
        IsDood = true;
        throw new HttpRequestException("gedood");
    }
}

/// <summary>One run of the process layer, without its scheduler: a test decides when it looks for work.</summary>
internal sealed class Motorhuis : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Motorhuis(Wereld wereld, Storing? storing, string knoop)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(new OrganisatieLijst([Wereld.Organisatie]));
        services.AddSingleton<Bronnen>();
        services.AddProcess(knoop);
        var client = services.AddHttpClient(Bronnen.ClientName).ConfigurePrimaryHttpMessageHandler(() => new Wegwijzer(() => wereld.Basis, wereld.Intern));
        if (storing is not null) client.AddHttpMessageHandler(() => storing);
        _services = services.BuildServiceProvider();
    }

    public Uitvoerder Uitvoerder => _services.GetRequiredService<Uitvoerder>();

    public async Task<Lopend> Begin(string sleutel, object variabelen)
    {
        var definitie = (await _services.GetRequiredService<Definities.Definities>().Nieuwste(Wereld.Organisatie, Wereld.Proces, default))!;
        var nieuw = new Instantie
        {
            Id = Guid.CreateVersion7(),
            Proces = definitie.Proces,
            Versie = definitie.Versie,
            Status = "actief",
            Staat = default,
            BegonnenOp = DateTimeOffset.UtcNow,
        };
        var invoer = definitie.Koppelingen.Variabelen.ToImmutableDictionary().SetItems(Proef.Json(variabelen));
        return (await Uitvoerder.Begin(Wereld.Organisatie, definitie, nieuw, invoer, sleutel, "burger", default)).Lopend;
    }

    /// <summary>What the scheduler does at a start.</summary>
    public async Task Hervat()
    {
        var bron = _services.GetRequiredService<ProcesstaatClient>();
        var werk = await bron.Werk(Wereld.Organisatie, _services.GetRequiredService<Knoop>(), 100, default);
        foreach (var id in werk.Instanties) await Uitvoerder.Hervat(Wereld.Organisatie, id, default);
    }

    public Task<Lopend> Voltooi(Lopend lopend, bool akkoord) => Uitvoerder.Verwerk(
        lopend, new Gebeurtenis.TaakVoltooid(lopend.Staat.Tokens.Single(t => t.Wacht == Wacht.Taak).Nummer, "m.visser", Proef.Json(new { akkoord })), "m.visser", default);

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();
}
