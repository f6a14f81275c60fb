using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Meent.Tests.Architectuur;

/// <summary>The assemblies of the product, and what each may know of the others.</summary>
internal static class Assemblies
{
    /// <summary>Name of an assembly, with the assemblies of ours that it may use.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> MagKennen = new Dictionary<string, string[]>
    {
        ["Meent.Interaction"] = ["Meent.Standards"],
        ["Meent.Process"] = ["Meent.Standards"],
        ["Meent.Integration"] = ["Meent.Standards", "Meent.Data"],
        ["Meent.Services"] = ["Meent.Standards", "Meent.Data"],
        ["Meent.Data"] = ["Meent.Standards"],
        ["Meent.Standards"] = [],
        ["meent"] = ["Meent.Interaction", "Meent.Process", "Meent.Integration", "Meent.Services", "Meent.Data", "Meent.Standards"],
    };

    public static IEnumerable<Assembly> Alle => MagKennen.Keys.Select(Assembly.Load);

    /// <summary>Reads an assembly's tables: they also show what reflection does not, such as which members are called.</summary>
    public static T Lees<T>(string naam, Func<MetadataReader, T> vraag)
    {
        using var pe = new PEReader(File.OpenRead(Assembly.Load(naam).Location));
        return vraag(pe.GetMetadataReader());
    }

    /// <summary>Types that people wrote: no closures, state machines, generated regular expressions or pages.</summary>
    public static IEnumerable<Type> Geschreven(this Assembly assembly) => assembly.GetTypes().Where(type => !IsGegenereerd(type));

    private static bool IsGegenereerd(Type type) =>
        type.Name.Contains('<', StringComparison.Ordinal) || type.Name == "_Imports"
        || type.Namespace is null or "AspNetCoreGeneratedDocument" || type.Namespace.StartsWith("System.", StringComparison.Ordinal) || type.Namespace.StartsWith("Microsoft.", StringComparison.Ordinal)
        || type.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is not null
        || type.IsAssignableTo(typeof(Microsoft.AspNetCore.Components.IComponent))
        || type.Name == "_Imports"
        || (type.DeclaringType is { } omhullend && IsGegenereerd(omhullend));
}
