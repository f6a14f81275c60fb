namespace Meent.Integration;

/// <summary>Configuration under <c>Meent:Knoop</c>: how the nodes of a cluster reach each other. A node that serves everything needs none.</summary>
public sealed record KnoopOptions
{
    /// <summary>Address at which this node takes calls of the others, as <c>https://0.0.0.0:8444</c>; none when it serves nothing that they call.</summary>
    public string? Luister { get; init; }

    /// <summary>Address (<c>https://host:port</c>) of a node that serves a module which this one does not, by module.</summary>
    public IReadOnlyDictionary<string, string> Elders { get; init; } = new Dictionary<string, string>();
}
