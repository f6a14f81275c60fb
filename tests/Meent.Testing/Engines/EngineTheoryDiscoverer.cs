using Xunit.Abstractions;
using Xunit.Sdk;

namespace Meent.Testing.Engines;

/// <summary>xunit 2 cannot skip one row of a theory; a discoverer can report a row as skipped.</summary>
public sealed class EngineTheoryDiscoverer(IMessageSink berichten) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        var weergave = discoveryOptions.MethodDisplayOrDefault();
        var opties = discoveryOptions.MethodDisplayOptionsOrDefault();
        foreach (var rij in Rijen(testMethod))
        {
            yield return new XunitTestCase(berichten, weergave, opties, testMethod, [Engine.Sqlite, .. rij]);
            object[] postgres = [Engine.Postgres, .. rij];
            yield return Omgeving.Reden(PostgresServer.IsGeinstalleerd, PostgresServer.Ontbreekt) is { } reden
                ? new XunitSkippedDataRowTestCase(berichten, weergave, opties, testMethod, reden, postgres)
                : new XunitTestCase(berichten, weergave, opties, testMethod, postgres);
        }
    }

    private static IEnumerable<object[]> Rijen(ITestMethod test)
    {
        var methode = test.Method.ToRuntimeMethod();
        var bronnen = methode.GetCustomAttributes(typeof(DataAttribute), inherit: true).Cast<DataAttribute>().ToList();
        return bronnen.Count == 0 ? [[]] : bronnen.SelectMany(b => b.GetData(methode));
    }
}
