using System.Collections.Concurrent;
using System.Reflection;

namespace Meent.Services.Pijplijn.Model;

/// <summary>The fields of a record, in the order of the standard.</summary>
internal sealed class Beschrijving
{
    private static readonly ConcurrentDictionary<Type, Beschrijving> Gemaakt = new();

    private Beschrijving(Type type)
    {
        var nullability = new NullabilityInfoContext();
        Velden = [.. type.GetProperties().Where(p => p.CanWrite).Select(p => new Veld(p, nullability))];
    }

    public IReadOnlyList<Veld> Velden { get; }

    /// <summary>Null for a type that is no record of ours.</summary>
    public static Beschrijving? Van(Type type) =>
        type.Namespace?.StartsWith("Meent.", StringComparison.Ordinal) == true ? Gemaakt.GetOrAdd(type, t => new Beschrijving(t)) : null;
}
