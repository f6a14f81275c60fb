using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Process.Connectoren;

/// <summary>Something a service task can do. The one plug point of the process layer: connectors are found by <see cref="Naam"/>.</summary>
internal interface IConnector
{
    /// <summary>Name in link files: <c>dienst.werkwoord</c>.</summary>
    string Naam { get; }

    /// <summary>Parameters without which it cannot work.</summary>
    IReadOnlyList<string> Verplicht { get; }

    /// <summary>Other parameters that it knows; null when it passes on whatever it gets.</summary>
    IReadOnlyList<string>? Optioneel { get; }

    /// <summary>Causes its effect once per <see cref="Aanroep.Sleutel"/>, however often it is called.</summary>
    /// <exception cref="BronException">The service refused or failed.</exception>
    Task<JsonObject> Roep(Aanroep aanroep, CancellationToken stop);
}

/// <summary>One call of a connector.</summary>
/// <param name="Sleutel">Idempotency key, <c>{instance}:{activity}:{n}</c>.</param>
/// <param name="Moment">When the activity was entered; the same at every repetition.</param>
/// <param name="Herhaling">An earlier call may have had its effect.</param>
internal sealed record Aanroep(Organisatie Organisatie, Namens Namens, string Sleutel, DateTimeOffset Moment, bool Herhaling, JsonObject Parameters)
{
    public string? Tekst(string naam) => Parameters[naam] is JsonValue waarde && waarde.GetValueKind() == JsonValueKind.String ? waarde.GetValue<string>() : null;

    public string Vereist(string naam) => Tekst(naam) is { Length: > 0 } tekst
        ? tekst
        : throw new BronException("proces", 400, "parameter", $"De parameter \"{naam}\" heeft geen waarde.", []);
}
