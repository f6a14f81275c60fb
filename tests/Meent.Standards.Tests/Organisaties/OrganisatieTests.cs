using Meent.Standards.Organisaties;

namespace Meent.Standards.Tests.Organisaties;

public sealed class OrganisatieTests
{
    private static readonly Organisatie Duinwaarde = new(
        "duinwaarde", "Gemeente Duinwaarde", "00000001990000011000", "990000011", "9901", "http://localhost:8080/duinwaarde", new HashSet<string>());

    [Theory]
    [InlineData("9901010000000001", true)]
    [InlineData("9902010000000001", false)]
    [InlineData("990101000000000", false)]
    [InlineData("", false)]
    public void An_object_of_the_BAG_lies_where_its_code_says(string identificatie, bool hier) => Assert.Equal(hier, Duinwaarde.Omvat(identificatie));

    [Fact]
    public void After_a_merger_objects_with_the_old_code_lie_in_the_new_municipality()
    {
        var samen = Duinwaarde with { EerdereGemeentecodes = ["9902", "9904"] };

        Assert.True(samen.Omvat("9902010000000001"));
        Assert.True(samen.Omvat("9901010000000001"));
        Assert.False(samen.Omvat("9903010000000001"));
    }

    [Fact]
    public void Who_is_no_municipality_has_no_objects() => Assert.False((Duinwaarde with { Gemeentecode = null, EerdereGemeentecodes = ["9901"] }).Omvat("9901010000000001"));
}
