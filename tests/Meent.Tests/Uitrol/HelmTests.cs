using System.Text.RegularExpressions;
using Meent.Configuratie;
using Meent.Testing;
using Microsoft.Extensions.Configuration;

namespace Meent.Tests.Uitrol;

/// <summary>The Helm chart gives Meent a configuration that it starts with, and asks of a cluster what Haven allows: no root, a file system that is read only.</summary>
public sealed partial class HelmTests
{
    private static readonly string Map = Omgeving.Pad("deploy", "helm", "meent");
    private static readonly object Values = Sjabloon.Lees(File.ReadAllText(Path.Combine(Map, "values.yaml")));

    private static readonly List<object> Objecten =
        [.. Directory.GetFiles(Path.Combine(Map, "templates"), "*.yaml").Order(StringComparer.Ordinal).SelectMany(f => Sjabloon.Maak(File.ReadAllText(f), Values))];

    [Fact]
    public void Meent_starts_with_the_configuration_of_the_chart()
    {
        var json = (string)Op("ConfigMap", "data")!.Single().Value;
        var configuratie = new ConfigurationBuilder().AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json))).Build();

        Assert.Equal("voorbeeld", configuratie["Meent:Organisaties:0:Slug"]);
        Assert.Empty(ConfiguratieControle.Controleer(configuratie));
    }

    [Fact]
    public void The_secrets_that_the_chart_names_are_settings_that_exist()
    {
        var namen = Omgevingsnaam().Matches(File.ReadAllText(Path.Combine(Map, "values.yaml"))).Select(m => m.Value).ToList();

        Assert.True(namen.Count >= 4);
        // Under Inloggen the layer checks itself, with the classes that it reads.
        var waarden = namen.Where(n => !n.StartsWith("Meent__Inloggen", StringComparison.Ordinal)).Select(n => KeyValuePair.Create(n.Replace("__", ":", StringComparison.Ordinal), (string?)"x"));
        Assert.DoesNotContain(ConfiguratieControle.Controleer(new ConfigurationBuilder().AddInMemoryCollection(waarden).Build()), f => f.Reden.StartsWith("bestaat niet", StringComparison.Ordinal));
    }

    [Fact]
    public void The_environment_of_the_image_is_settings_that_exist()
    {
        var namen = Omgevingswaarde().Matches(File.ReadAllText(Omgeving.Pad("deploy", "Dockerfile")))
            .Select(m => KeyValuePair.Create(m.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal), (string?)m.Groups[2].Value)).ToList();

        Assert.Equal(["Meent:Data", "Meent:Fsc:Adres", "Meent:Luister:0"], namen.Select(n => n.Key).Order(StringComparer.Ordinal));
        Assert.Empty(ConfiguratieControle.Controleer(new ConfigurationBuilder().AddInMemoryCollection(namen).Build()));
    }

    [Fact]
    public void It_runs_without_root_and_writes_in_its_volume_only()
    {
        var pod = Sjabloon.Op(Een("StatefulSet"), "spec.template.spec")!;
        Assert.Equal(true, Sjabloon.Op(pod, "securityContext.runAsNonRoot"));
        Assert.Equal(false, Sjabloon.Op(pod, "automountServiceAccountToken"));
        Assert.Equal(true, Sjabloon.Op(pod, "containers.0.securityContext.readOnlyRootFilesystem"));
        Assert.Equal(false, Sjabloon.Op(pod, "containers.0.securityContext.allowPrivilegeEscalation"));
        Assert.Equal("ALL", Sjabloon.Op(pod, "containers.0.securityContext.capabilities.drop.0"));
        var paden = Lijst(Sjabloon.Op(pod, "containers.0.volumeMounts")).Where(v => Sjabloon.Op(v, "readOnly") is not true).Select(v => Sjabloon.Op(v, "mountPath"));
        Assert.Equal([Sjabloon.Op(Values, "meent.Data"), "/tmp"], paden);
    }

    [Fact]
    public void The_cluster_asks_what_Meent_answers()
    {
        var container = Sjabloon.Op(Een("StatefulSet"), "spec.template.spec.containers.0")!;
        Assert.Equal("/live", Sjabloon.Op(container, "livenessProbe.httpGet.path"));
        Assert.Equal("/ready", Sjabloon.Op(container, "readinessProbe.httpGet.path"));
        var poorten = Lijst(Sjabloon.Op(container, "ports")).ToDictionary(p => (string)Sjabloon.Op(p, "name")!, p => Convert.ToInt32(Sjabloon.Op(p, "containerPort"), null));
        Assert.Equal(new Uri(((string)Sjabloon.Op(Values, "meent.Luister.0")!).Replace('*', 'x')).Port, poorten["http"]);
        Assert.Equal(Convert.ToInt32(Sjabloon.Op(Values, "meent.Fsc.Poort"), null), poorten["fsc"]);
        foreach (var service in Alle("Service"))
        {
            Assert.Contains((string)Sjabloon.Op(service, "spec.ports.0.targetPort")!, poorten.Keys);
            Assert.Equal(
                (IDictionary<object, object>)Sjabloon.Op(Een("StatefulSet"), "spec.template.metadata.labels")!, (IDictionary<object, object>)Sjabloon.Op(service, "spec.selector")!);
        }

        Assert.Contains(Alle("Service").Select(s => Sjabloon.Op(s, "metadata.name")), naam => Equals(naam, Sjabloon.Op(Een("Ingress"), "spec.rules.0.http.paths.0.backend.service.name")));
        Assert.Equal(Sjabloon.Op(Een("PersistentVolumeClaim"), "metadata.name"), Sjabloon.Op(Een("StatefulSet"), "spec.template.spec.volumes.0.persistentVolumeClaim.claimName"));
    }

    private static IEnumerable<object> Alle(string soort) => Objecten.Where(o => Equals(Sjabloon.Op(o, "kind"), soort));

    private static object Een(string soort) => Alle(soort).Single();

    private static IDictionary<object, object>? Op(string soort, string pad) => (IDictionary<object, object>?)Sjabloon.Op(Een(soort), pad);

    private static IEnumerable<object> Lijst(object? lijst) => (IEnumerable<object>)lijst!;

    [GeneratedRegex(@"Meent__\w+")]
    private static partial Regex Omgevingsnaam();

    [GeneratedRegex(@"(Meent__\w+)=(\S+)")]
    private static partial Regex Omgevingswaarde();
}
