namespace Meent.Services.Personen.Lijst;

/// <summary>Days from the first up to, and not including, the last.</summary>
internal readonly record struct Tijdvak(DateOnly Van, DateOnly Tot)
{
    public bool IsLeeg => Tot <= Van;

    public static Tijdvak Dag(DateOnly dag) => new(dag, dag.Volgende());

    public Tijdvak Binnen(Tijdvak ander) => new(Van > ander.Van ? Van : ander.Van, Tot < ander.Tot ? Tot : ander.Tot);

    public bool Bevat(DateOnly dag) => Van <= dag && dag < Tot;
}

internal static class Dagen
{
    /// <summary>The day after; time ends with the last day that can be written.</summary>
    public static DateOnly Volgende(this DateOnly dag) => dag == DateOnly.MaxValue ? dag : dag.AddDays(1);

    public static DateOnly Vroegste(DateOnly een, DateOnly ander) => een < ander ? een : ander;

    public static DateOnly Laatste(DateOnly een, DateOnly ander) => een > ander ? een : ander;
}
