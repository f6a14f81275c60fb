namespace Meent.Services.Pijplijn;

/// <summary>What an operation asks of a client: one of these scopes is enough.</summary>
internal sealed record Scopes(params IReadOnlyList<string> Namen)
{
    public static implicit operator Scopes(string naam) => new(naam);

    public override string ToString() => string.Join(" | ", Namen);
}
