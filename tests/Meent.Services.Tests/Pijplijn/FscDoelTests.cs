using System.Text.Json;
using Meent.Services.Pijplijn;
using Meent.Services.Verwerkingsregister;

namespace Meent.Services.Tests.Pijplijn;

/// <summary>The purpose of a request that came through the Inway, whatever the other Peer wrote in the grant.</summary>
public sealed class FscDoelTests
{
    private const string Twee = """ "prp":{"doelbinding.doelen":[{"id":"urn:een","gegevens":["personen:naam"]},{"id":"urn:twee","grondslag":["wet a","wet b"]}]} """;

    [Fact]
    public void The_only_purpose_of_a_grant_counts_with_what_it_covers()
    {
        var doel = Van("""{"prp":{"doelbinding.doelen":[{"id":"urn:een","omschrijving":"Inzien","grondslag":["wet a","wet b"],"gegevens":["personen:naam",1]}]}}""")!;
        Assert.Equal(("urn:een", "Inzien", "wet a; wet b"), (doel.Uri, doel.Omschrijving, doel.ToelichtingGrondslag));
        Assert.Equal(["personen:naam"], doel.Gegevens);
    }

    [Fact]
    public void Of_several_the_one_in_the_token_counts()
    {
        Assert.Equal("urn:twee", Van($$"""{ {{Twee}},"authorization_details":[{"type":"nl-doelbinding","doel":"urn:twee"}]}""")?.Uri);
        Assert.Null(Van($$"""{ {{Twee}} }"""));
        Assert.Null(Van($$"""{ {{Twee}},"authorization_details":[{"type":"nl-doelbinding","doel":"urn:drie"}]}"""));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"prp":"x"}""")]
    [InlineData("""{"prp":{"doelbinding.doelen":{}}}""")]
    [InlineData("""{"prp":{"doelbinding.doelen":["urn:een"]}}""")]
    [InlineData("""{"prp":{"doelbinding.doelen":[{"id":1}]}}""")]
    public void Properties_of_any_other_shape_are_no_purpose_and_no_fault(string claims) => Assert.Null(Van(claims));

    private static Doel? Van(string claims) => FscDoel.Van(JsonElement.Parse(claims));
}
