using System.Text.Json;
using Meent.Services.Objecten.Schemas;
using Meent.Standards.Problemen;

namespace Meent.Services.Tests.Objecten;

public sealed class SchemaTests
{
    [Theory]
    [InlineData("""{"type":"integer"}""", "3", "3.5")]
    [InlineData("""{"type":"integer"}""", "3.0", "\"3\"")]
    [InlineData("""{"type":["string","null"]}""", "null", "1")]
    [InlineData("""{"enum":[1,{"a":[2]}]}""", """{"a":[2.0]}""", """{"a":[3]}""")]
    [InlineData("""{"const":"x"}""", "\"x\"", "\"X\"")]
    [InlineData("""{"minLength":2,"maxLength":2}""", "\"😀😀\"", "\"a\"")]
    [InlineData("""{"pattern":"^[0-9]{4}[A-Z]{2}$"}""", "\"1234AB\"", "\"1234ab\"")]
    [InlineData("""{"pattern":"^(?!geen)"}""", "\"wel\"", "\"geen\"")]
    [InlineData("""{"minimum":1,"exclusiveMaximum":2}""", "1", "2")]
    [InlineData("""{"$schema":"http://json-schema.org/draft-04/schema#","maximum":2,"exclusiveMaximum":true}""", "1.9", "2")]
    [InlineData("""{"multipleOf":0.01}""", "0.07", "0.075")]
    [InlineData("""{"required":["a"]}""", """{"a":1}""", """{"b":1}""")]
    [InlineData("""{"properties":{"a":{"type":"string"}},"additionalProperties":false}""", """{"a":"x"}""", """{"b":"x"}""")]
    [InlineData("""{"patternProperties":{"^n":{"type":"number"}},"additionalProperties":{"type":"string"}}""", """{"n1":1,"x":"y"}""", """{"n1":"x"}""")]
    [InlineData("""{"propertyNames":{"maxLength":2}}""", """{"ab":1}""", """{"abc":1}""")]
    [InlineData("""{"minProperties":1,"maxProperties":2}""", """{"a":1}""", "{}")]
    [InlineData("""{"dependentRequired":{"a":["b"]}}""", """{"a":1,"b":2}""", """{"a":1}""")]
    [InlineData("""{"$schema":"http://json-schema.org/draft-07/schema#","dependencies":{"a":{"required":["c"]},"b":["c"]}}""", """{"a":1,"c":2}""", """{"b":1}""")]
    [InlineData("""{"items":{"type":"number"},"minItems":1,"uniqueItems":true}""", "[1,2]", "[1,1.0]")]
    [InlineData("""{"prefixItems":[{"type":"string"}],"items":{"type":"number"}}""", """["a",1]""", """["a","b"]""")]
    [InlineData("""{"$schema":"http://json-schema.org/draft-07/schema#","items":[{"type":"string"}],"additionalItems":false}""", """["a"]""", """["a","b"]""")]
    [InlineData("""{"contains":{"const":1},"maxContains":1}""", "[0,1]", "[1,1]")]
    [InlineData("""{"allOf":[{"minimum":1},{"maximum":2}]}""", "2", "3")]
    [InlineData("""{"anyOf":[{"type":"string"},{"minimum":5}]}""", "5", "4")]
    [InlineData("""{"oneOf":[{"multipleOf":2},{"multipleOf":3}]}""", "4", "6")]
    [InlineData("""{"not":{"type":"string"}}""", "1", "\"x\"")]
    [InlineData("""{"if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}}""", """{"c":1}""", """{"a":1,"c":1}""")]
    [InlineData("""{"$defs":{"p":{"type":"string"}},"properties":{"a":{"$ref":"#/$defs/p"}}}""", """{"a":"x"}""", """{"a":1}""")]
    [InlineData("""{"definitions":{"boom":{"properties":{"takken":{"items":{"$ref":"#/definitions/boom"}},"n":{"type":"number"}}}},"$ref":"#/definitions/boom"}""", """{"takken":[{"n":1}]}""", """{"takken":[{"takken":[{"n":"x"}]}]}""")]
    [InlineData("""{"$defs":{"p":{"$id":"https://x.example/p","$anchor":"hier","type":"string"}},"properties":{"a":{"$ref":"https://x.example/p#hier"}}}""", """{"a":"x"}""", """{"a":1}""")]
    [InlineData("""{"allOf":[{"properties":{"a":true}}],"properties":{"b":true},"unevaluatedProperties":false}""", """{"a":1,"b":2}""", """{"c":1}""")]
    [InlineData("""{"prefixItems":[true],"unevaluatedItems":false}""", "[1]", "[1,2]")]
    [InlineData("""{"properties":{"a":false}}""", "{}", """{"a":1}""")]
    public void Data_fits_a_schema_or_not(string schema, string wel, string niet)
    {
        Jsonschema.Controleer(schema);
        Jsonschema.Van(schema).Eis(Json(wel));

        Assert.Equal("invalid-json-schema", Assert.Throws<ProbleemException>(() => Jsonschema.Van(schema).Eis(Json(niet))).Probleem.InvalidParams[0].Code);
    }

    [Fact]
    public void A_format_informs_and_forbids_nothing() => Jsonschema.Van("""{"format":"date"}""").Eis(Json("\"geen datum\""));

    [Fact]
    public void Each_fault_is_named_with_its_place_and_without_the_value()
    {
        var schema = Jsonschema.Van("""{"properties":{"bsn":{"type":"integer"},"lijst":{"items":{"required":["x"]}}}}""");
        var fouten = Assert.Throws<ProbleemException>(() => schema.Eis(Json("""{"bsn":"999990342","lijst":[{"x":1},{}]}"""))).Probleem.InvalidParams;

        Assert.Equal(["bsn: Is niet van de soort integer.", "lijst[1].x: Is vereist."], fouten.Select(f => f.Reason));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"type":"any"}""")]
    [InlineData("""{"type":[]}""")]
    [InlineData("""{"properties":{"a":5}}""")]
    [InlineData("""{"required":"a"}""")]
    [InlineData("""{"minLength":-1}""")]
    [InlineData("""{"multipleOf":0}""")]
    [InlineData("""{"pattern":"("}""")]
    [InlineData("""{"patternProperties":{"(":true}}""")]
    [InlineData("""{"allOf":[]}""")]
    [InlineData("""{"items":{"$ref":"#/weg"}}""")]
    [InlineData("""{"$ref":"https://elders.example/schema.json"}""")]
    public void What_is_no_schema_is_refused(string schema) =>
        Assert.Equal("jsonSchema", Assert.Throws<ProbleemException>(() => Jsonschema.Controleer(schema)).Probleem.InvalidParams[0].Name);

    [Fact]
    public void A_schema_that_costs_too_much_is_stopped()
    {
        Assert.Throws<ProbleemException>(() => Jsonschema.Van("""{"$ref":"#"}""").Eis(Json("1")));
        Assert.Throws<ProbleemException>(() => Jsonschema.Van("""{"pattern":"^(?=(a+)+$)(a+)+$"}""").Eis(Json($"\"{new string('a', 60)}!\"")));
        Assert.Throws<ProbleemException>(() => Jsonschema.Van("""{"anyOf":[{"$ref":"#/$defs/x"}],"$defs":{"x":{"anyOf":[{"items":{"$ref":"#"},"minItems":9},{"items":{"$ref":"#"},"minItems":9}]}}}""").Eis(Json(Diep(20))));
    }

    private static string Diep(int niveaus) => niveaus == 0 ? "[]" : $"[{Diep(niveaus - 1)},{(niveaus > 12 ? "1" : "[]")}]";

    private static JsonElement Json(string tekst) => JsonSerializer.Deserialize<JsonElement>(tekst);
}
