using System.Reflection.Metadata;

namespace Meent.Tests.Architectuur;

/// <summary>The layer rule: 5 and 4 never see 2 and 1. The project files keep it too; this keeps the project files.</summary>
public sealed class LagenTests
{
    public static TheoryData<string> Namen => new(Assemblies.MagKennen.Keys);

    [Theory]
    [MemberData(nameof(Namen))]
    public void A_layer_refers_to_no_assembly_but_those_it_may_know(string naam)
    {
        var verwezen = Assemblies.Lees(naam, reader => reader.AssemblyReferences.Select(r => reader.GetString(reader.GetAssemblyReference(r).Name)).ToList());

        Assert.Empty(verwezen.Where(IsVanOns).Except(Assemblies.MagKennen[naam]));
    }

    [Theory]
    [MemberData(nameof(Namen))]
    public void A_layer_uses_no_type_of_a_namespace_that_it_may_not_know(string naam)
    {
        var ruimten = Assemblies.Lees(naam, reader => reader.TypeReferences.Select(t => reader.GetString(reader.GetTypeReference(t).Namespace)).Where(IsVanOns).Distinct().ToList());
        string[] mag = [.. Assemblies.MagKennen[naam], naam];

        Assert.DoesNotContain(ruimten, ruimte => !mag.Any(m => ruimte == m || ruimte.StartsWith(m + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_project_in_src_is_known_here()
    {
        var projecten = Directory.GetFiles(Meent.Testing.Omgeving.Pad("src"), "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(Assemblies.MagKennen.Keys.Order(StringComparer.OrdinalIgnoreCase), projecten.Order(StringComparer.OrdinalIgnoreCase)!, StringComparer.OrdinalIgnoreCase!);
    }

    private static bool IsVanOns(string naam) => naam == "Meent" || naam.StartsWith("Meent.", StringComparison.Ordinal);
}
