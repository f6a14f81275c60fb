using System.Collections.Immutable;
using System.Text.Json;
using Meent.Process.Bpmn;
using Meent.Process.Motor;
using Meent.Process.Tests.Bpmn;

namespace Meent.Process.Tests.Motor;

/// <summary>Plays one instance by hand.</summary>
internal sealed class Proef(Procesmodel model)
{
    private readonly DateTimeOffset _nu = DateTimeOffset.UnixEpoch;

    public Staat Staat { get; private set; } = new();

    public ImmutableArray<Opdracht> Opdrachten { get; private set; } = [];

    /// <summary>Where the tokens are, in alphabetical order.</summary>
    public string Waar => string.Join(' ', Staat.Tokens.Select(t => t.Element).Order(StringComparer.Ordinal));

    public static Proef Begin(string elementen, string flows, object? variabelen = null)
    {
        var proef = new Proef(Schets.Model(elementen, flows));
        proef.Staat = proef.Staat with { Variabelen = Json(variabelen) };
        return proef.Doe(new Gebeurtenis.Begonnen());
    }

    public Proef Doe(Gebeurtenis gebeurtenis)
    {
        // Through JSON each time: what is not in the stored state is not in the next step.
        var bewaard = JsonSerializer.Deserialize<Staat>(JsonSerializer.Serialize(Staat))!;
        (Staat, Opdrachten) = Engine.Verwerk(model, bewaard, gebeurtenis, _nu);
        return this;
    }

    public Proef Voltooi(string element, object? variabelen = null)
    {
        var token = Staat.Tokens.First(t => t.Element == element && t.Wacht is Wacht.Taak or Wacht.Dienst && t.Element == element);
        return Doe(token.Wacht == Wacht.Taak
            ? new Gebeurtenis.TaakVoltooid(token.Nummer, "m.visser", Json(variabelen))
            : new Gebeurtenis.DienstGelukt(token.Nummer, Json(variabelen)));
    }

    public static ImmutableDictionary<string, JsonElement> Json(object? waarden) =>
        JsonSerializer.SerializeToElement(waarden ?? new { }).EnumerateObject().ToImmutableDictionary(v => v.Name, v => v.Value.Clone());
}
