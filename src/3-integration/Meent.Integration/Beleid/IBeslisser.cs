namespace Meent.Integration.Beleid;

/// <summary>Decides about one request: a policy decision point, or the rules of the own configuration.</summary>
internal interface IBeslisser
{
    /// <param name="json">The question as AuthZEN writes it.</param>
    ValueTask<Oordeel> Beslis(Beleidsvraag vraag, byte[] json, CancellationToken stop);
}

/// <summary>What came of a question.</summary>
/// <param name="Toegestaan">Null when there is no decision; nothing goes through then.</param>
/// <param name="Antwoord">The response as AuthZEN writes it; null when there is none.</param>
/// <param name="Fout">Why there is no decision: <c>timeout</c>, <c>unreachable</c>, <c>invalid</c>, or the HTTP status.</param>
internal sealed record Oordeel(bool? Toegestaan, string? Antwoord, string? Fout = null)
{
    /// <summary>Version of the rules that decided.</summary>
    public Regelset? Regels { get; init; }

    /// <summary>Address of the policy decision point that decided.</summary>
    public string? Pdp { get; init; }
}
