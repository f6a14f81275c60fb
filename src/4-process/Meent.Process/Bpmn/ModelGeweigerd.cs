namespace Meent.Process.Bpmn;

/// <summary>One reason why a model cannot be deployed.</summary>
/// <param name="Element">Id of the element in the model; empty when it is about the file as a whole.</param>
internal sealed record Weigering(string Element, string Code, string Reden);

/// <summary>The model has what the engine cannot do, or is wrong. All reasons at once, so that the modeller mends it in one go.</summary>
internal sealed class ModelGeweigerd(IReadOnlyList<Weigering> redenen) : Exception($"Het procesmodel is geweigerd om {redenen.Count} reden(en).")
{
    public IReadOnlyList<Weigering> Redenen { get; } = redenen;
}
