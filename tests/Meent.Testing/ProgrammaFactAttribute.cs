namespace Meent.Testing;

/// <summary>A test that needs a program on PATH.</summary>
/// <param name="programma">Name of the program.</param>
/// <param name="pakket">Debian package that brings it.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgrammaFactAttribute : FactAttribute
{
    public ProgrammaFactAttribute(string programma, string pakket) =>
        Skip = Omgeving.Reden(Omgeving.Programma(programma) is not null, $"Geen {programma}: installeer {pakket} (apt-get install {pakket}).");
}
