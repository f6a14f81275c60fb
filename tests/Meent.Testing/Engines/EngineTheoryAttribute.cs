using Xunit.Sdk;

namespace Meent.Testing.Engines;

/// <summary>
/// Runs a test once on each engine; its first parameter is the <see cref="Engine"/>. With <c>[InlineData]</c> beside it the rows are multiplied
/// by the engines. Without PostgreSQL on the machine those rows are reported as skipped, with what to install; on a build server they fail.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Meent.Testing.Engines.EngineTheoryDiscoverer", "Meent.Testing")]
public sealed class EngineTheoryAttribute : FactAttribute;
