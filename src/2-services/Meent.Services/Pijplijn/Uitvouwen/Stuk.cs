namespace Meent.Services.Pijplijn.Uitvouwen;

/// <summary>One object of an answer, as it will be sent, with what was found behind its links.</summary>
internal sealed class Stuk(byte[] json)
{
    public byte[] Json { get; } = json;

    /// <summary>By member: one object (null for an empty link), or the objects of a list. A link that may not be followed has no entry.</summary>
    public Dictionary<string, Gevonden> Uit { get; } = [];
}

/// <param name="IsLijst">Whether the member is a list.</param>
/// <param name="Leeg">JSON for nothing at all, when it is no list.</param>
internal sealed record Gevonden(bool IsLijst, IReadOnlyList<Stuk> Stukken, string Leeg);
