using System.Collections.Immutable;
using System.Text.Json;

namespace Meent.Process.Motor;

/// <summary>What happens to an instance.</summary>
internal abstract record Gebeurtenis
{
    private static readonly ImmutableDictionary<string, JsonElement> Geen = ImmutableDictionary<string, JsonElement>.Empty;

    internal sealed record Begonnen : Gebeurtenis;

    /// <summary>The connector is to be called once more.</summary>
    /// <param name="Pogingen">How often it was called when this was decided: of two that decide so at the same time, one has it.</param>
    internal sealed record DienstHervat(long Nummer, int Pogingen) : Gebeurtenis;

    internal sealed record DienstGelukt(long Nummer, ImmutableDictionary<string, JsonElement> Resultaat) : Gebeurtenis
    {
        public DienstGelukt(long nummer) : this(nummer, Geen)
        {
        }
    }

    /// <param name="Opnieuw">When to try again; null makes it an incident.</param>
    internal sealed record DienstMislukt(long Nummer, Fout Fout, DateTimeOffset? Opnieuw) : Gebeurtenis;

    internal sealed record TaakGeclaimd(long Nummer, string Behandelaar) : Gebeurtenis;

    internal sealed record TaakVoltooid(long Nummer, string? Behandelaar, ImmutableDictionary<string, JsonElement> Variabelen) : Gebeurtenis;

    /// <summary>An administrator removed the cause of the incidents.</summary>
    internal sealed record IncidentenHervat : Gebeurtenis;

    internal sealed record Afgebroken(Fout Reden) : Gebeurtenis;
}

/// <summary>What the world outside the engine has to do with a new state.</summary>
internal abstract record Opdracht
{
    internal sealed record RoepDienst(Token Token) : Opdracht;

    internal sealed record TaakOpen(Token Token) : Opdracht;

    internal sealed record TaakGewijzigd(Token Token) : Opdracht;

    internal sealed record TaakGesloten(Token Token, bool Voltooid) : Opdracht;
}

/// <summary>The outcome of one event.</summary>
internal sealed record Stap(Staat Staat, ImmutableArray<Opdracht> Opdrachten);

/// <summary>The event does not fit the state, such as completing a task that is no longer open.</summary>
internal sealed class GebeurtenisPastNiet(string code, string detail) : Exception(detail)
{
    public string Code { get; } = code;
}
