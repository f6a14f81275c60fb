using System.Reflection;
using System.Reflection.Metadata;

namespace Meent.Tests.Architectuur;

/// <summary>How types look: closed unless made to be opened, hidden unless made to be seen.</summary>
public sealed class VormTests
{
    /// <summary>Assemblies that exist to be used by others; of the rest only the face is public.</summary>
    private static readonly string[] Gedeeld = ["Meent.Standards", "Meent.Data"];

    /// <summary>What the host uses beside a layer's face, or what the framework wants to see.</summary>
    private static readonly string[] OokZichtbaar =
    [
        "Meent.Integration.Landschappen.Landschap", "Meent.Integration.Landschappen.Landschapsdoel", "Meent.Integration.FscOptions", "Meent.Integration.KnoopOptions", "Meent.Integration.CertificaatOptions", "Meent.Integration.DienstOptions", "Meent.Integration.AliasOptions",
        "Meent.Integration.LezingOptions", "Meent.Integration.DoelvertalingOptions", "Meent.Integration.DoelwaardeOptions", "Meent.Integration.Beleid.BeleidOptions", "Meent.Integration.Beleid.PdpOptions", "Meent.Integration.Beleid.RegelOptions",
        "Meent.Services.Demodoel", "Meent.Services.Demo.ServicesDemo",
        // The parameter of a Razor component, and those are public.
        "Meent.Interaction.Onderdelen.Paginadeel",
    ];

    /// <summary>A test puts one in its place that fails.</summary>
    private static readonly string[] OokOpen = ["Meent.Integration.Transacties.TransactieLog"];

    [Fact]
    public void Every_class_is_sealed_static_or_abstract()
    {
        var open = Assemblies.Alle.SelectMany(a => a.Geschreven()).Where(t => t.IsClass && !t.IsSealed && !t.IsAbstract);

        Assert.Empty(open.Select(t => t.FullName).Except(OokOpen));
    }

    [Fact]
    public void Of_a_layer_only_its_face_is_public()
    {
        var zichtbaar = Assemblies.Alle.Where(a => !Gedeeld.Contains(a.GetName().Name)).SelectMany(a => a.Geschreven())
            .Where(t => t.IsVisible && t.Name != "Program" && !(t is { IsAbstract: true, IsSealed: true } && t.Name.EndsWith("Layer", StringComparison.Ordinal)));

        Assert.Empty(zichtbaar.Select(t => t.FullName).Except(OokZichtbaar));
    }

    [Fact]
    public void A_layer_has_no_more_than_one_face()
    {
        string[] lagen = ["Meent.Interaction", "Meent.Process", "Meent.Integration", "Meent.Services", "Meent.Data"];
        var gezichten = lagen.Select(naam => (naam, aantal: Assembly.Load(naam).GetTypes().Count(t => t.IsPublic && t.Name.EndsWith("Layer", StringComparison.Ordinal))));

        Assert.All(gezichten, g => Assert.InRange(g.aantal, 0, 1));
    }

    [Fact]
    public void Nobody_asks_the_machine_what_time_it_is()
    {
        string[] verboden = ["get_Now", "get_UtcNow", "get_Today"];
        var aanroepen = Assemblies.MagKennen.Keys.SelectMany(naam => Assemblies.Lees(naam, reader => reader.MemberReferences
            .Select(m => reader.GetMemberReference(m))
            .Where(m => m.Parent.Kind == HandleKind.TypeReference && verboden.Contains(reader.GetString(m.Name)))
            .Select(m => reader.GetString(reader.GetTypeReference((TypeReferenceHandle)m.Parent).Name))
            .Where(type => type is nameof(DateTime) or nameof(DateTimeOffset) or nameof(DateOnly))
            .Select(type => $"{naam} gebruikt {type}; vraag het een TimeProvider").ToList()));

        Assert.Empty(aanroepen);
    }
}
