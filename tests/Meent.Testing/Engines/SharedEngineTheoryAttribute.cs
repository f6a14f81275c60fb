using Xunit.Sdk;

namespace Meent.Testing.Engines;

/// <summary>As <see cref="EngineTheoryAttribute"/>, for a test that needs <c>../shared</c> as well.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Meent.Testing.Engines.EngineTheoryDiscoverer", "Meent.Testing")]
public sealed class SharedEngineTheoryAttribute : FactAttribute
{
    public SharedEngineTheoryAttribute() => Skip = Omgeving.Reden(Omgeving.HeeftShared, SharedFactAttribute.Reden);
}
