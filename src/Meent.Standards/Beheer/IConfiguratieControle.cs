namespace Meent.Standards.Beheer;

/// <summary>A layer's part of the configuration. The host asks all of them before anything starts, and shows every mistake at once.</summary>
public interface IConfiguratieControle
{
    /// <summary>Name of the section under <c>Meent</c> that the layer reads itself.</summary>
    string Sectie { get; }

    IEnumerable<Configuratiefout> Fouten();
}

/// <summary>A mistake in the configuration.</summary>
/// <param name="Sleutel">Full key, such as <c>Meent:Organisaties:0:Oin</c>.</param>
/// <param name="Reden">What is wrong, and what may stand there. Never repeats a secret.</param>
public sealed record Configuratiefout(string Sleutel, string Reden)
{
    public override string ToString() => $"{Sleutel}: {Reden}";
}
