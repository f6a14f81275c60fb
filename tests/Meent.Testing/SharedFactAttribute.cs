namespace Meent.Testing;

/// <summary>A test that needs <c>../shared</c>: skipped with one line where it is absent, failing on a build server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() => Skip = Omgeving.Reden(Omgeving.HeeftShared, Reden);

    internal const string Reden = "../shared ontbreekt: zet de map met standaarden en testgegevens naast de map van het project.";
}

/// <summary>A theory that needs <c>../shared</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = Omgeving.Reden(Omgeving.HeeftShared, SharedFactAttribute.Reden);
}
