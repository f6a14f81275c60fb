namespace Meent.Data.Modellen;

/// <summary>Longest text, in characters.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MaxAttribute(int tekens) : Attribute
{
    public int Tekens { get; } = tekens;
}

/// <summary>Set by the server; what a client sends for it is ignored, as the ZGW standards ask of read-only fields.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AlleenLezenAttribute : Attribute;

/// <summary>Nine digits that pass the eleven test (RSIN).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RsinAttribute : Attribute;

/// <summary>Nine digits that pass the eleven test (BSN).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BsnAttribute : Attribute;

/// <summary>An ISO 8601 duration.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DuurAttribute : Attribute;

/// <summary>A URL; an own one is stored without its host, so that a database can move.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UrlAttribute : Attribute;

/// <summary>One of a few words.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeuzeAttribute(params string[] woorden) : Attribute
{
    public IReadOnlyList<string> Woorden { get; } = woorden;
}

/// <summary>A required text may not be empty.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NietLeegAttribute : Attribute;

/// <summary>A regular expression that a text matches.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PatroonAttribute(string regel) : Attribute
{
    public string Regel { get; } = regel;
}

/// <summary>Kept, but shown in another form, by a computed member; the name stands in the stored body after all that is shown.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VerborgenAttribute : Attribute;

/// <summary>Read from what a client sends, and carried out by the rules: it is not kept, and shown by a computed member.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AlleenInvoerAttribute : Attribute;

/// <summary>The name of another type, or the URL of a version of it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TypenaamAttribute : Attribute;

/// <summary>Lowest and highest number.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BereikAttribute(int laagste, int hoogste) : Attribute
{
    public int Laagste { get; } = laagste;
    public int Hoogste { get; } = hoogste;
}
