namespace Meent.Services.Pijplijn;

/// <summary>A write under way.</summary>
/// <param name="Id">Of the resource that is written.</param>
/// <param name="Model">As the client wants it; the rules may complete it.</param>
/// <param name="Oud">As it was; null at creation.</param>
/// <param name="Versie">The version that it gets.</param>
/// <param name="Nummer">Gives the next number with a prefix, for an identificatie that the client leaves to us.</param>
internal sealed record Schrijven<T>(Resource<T> Resource, Aanroep Aanroep, Guid Id, T Model, T? Oud, long Versie, DateTimeOffset Nu, Func<string, string> Nummer) where T : class
{
    public bool IsNieuw => Oud is null;
}
