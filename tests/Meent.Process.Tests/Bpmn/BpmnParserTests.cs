using Meent.Process.Bpmn;

namespace Meent.Process.Tests.Bpmn;

public sealed class BpmnParserTests
{
    [Fact]
    public void Reads_elements_flows_defaults_and_conditions()
    {
        var model = Schets.Model("start s, service a, send b, manual m, xor x, user u, end e, stop t", "s>a, a>b, b>m, m>x, x>u:gasten > 4, x>e*, u>t");

        Assert.Equal("p", model.Id);
        Assert.Equal(ElementKind.ServiceTask, model["b"].Kind);
        Assert.Equal(ElementKind.Doorloop, model["m"].Kind);
        Assert.Equal(ElementKind.TerminateEndEvent, model["t"].Kind);
        Assert.Equal("e", model["x"].Standaard!.Naar.Id);
        Assert.Equal("gasten > 4", model["x"].Uit[0].Voorwaarde!.Bron);
        Assert.Same(model["s"], model.Start);
    }

    [Fact]
    public void Lanes_annotations_data_extensions_and_diagrams_are_passed_over()
    {
        var model = BpmnParser.Lees(Schets.Bestand(
            """
            <laneSet id="l"><lane id="l1"><flowNodeRef>s</flowNodeRef></lane></laneSet>
            <extensionElements><camunda:properties/></extensionElements>
            <dataObjectReference id="d" dataObjectRef="o"/><dataObject id="o"/><textAnnotation id="t"><text>Let op</text></textAnnotation>
            <association id="as" sourceRef="s" targetRef="t"/>
            <startEvent id="s"><outgoing>f</outgoing></startEvent>
            <userTask id="u" camunda:candidateGroups="groepa"><documentation>Doe iets</documentation><extensionElements><camunda:x/></extensionElements></userTask>
            <sequenceFlow id="f" sourceRef="s" targetRef="u"/>
            """,
            """<collaboration id="c"><participant id="pa" processRef="p"/><participant id="pb"/><messageFlow id="mf" sourceRef="pb" targetRef="pa"/></collaboration>"""));

        Assert.Equal(["s", "u"], model.Elementen.Select(e => e.Id).Order());
    }

    [Fact]
    public void What_is_not_supported_is_refused_with_every_element_by_name()
    {
        var geweigerd = Assert.Throws<ModelGeweigerd>(() => BpmnParser.Lees(Schets.Bestand(
            """
            <startEvent id="s"/><inclusiveGateway id="or"/><userTask id="u"><multiInstanceLoopCharacteristics/></userTask>
            <boundaryEvent id="b" attachedToRef="u"><timerEventDefinition/></boundaryEvent><scriptTask id="js"/>
            <startEvent id="m"><messageEventDefinition/></startEvent><endEvent id="e"><errorEventDefinition/></endEvent>
            <sequenceFlow id="f" sourceRef="s" targetRef="or"/><sequenceFlow id="g" sourceRef="or" targetRef="u"/>
            """)));

        Assert.Equal(["b", "e", "js", "m", "or", "u"], geweigerd.Redenen.Select(r => r.Element).Order());
        Assert.All(geweigerd.Redenen, r => Assert.Equal("niet-ondersteund", r.Code));
        Assert.Contains(geweigerd.Redenen, r => r.Reden == "boundaryEvent met timerEventDefinition kan deze versie niet uitvoeren.");
    }

    [Theory]
    [InlineData("start s, end e", "s>e, s>x", "f2 verwijzing")]
    [InlineData("start s, xor x, end e, end d", "s>x, x>e, x>d:1 = 1", "f2 voorwaarde")]
    [InlineData("start s, xor x, end e, end d", "s>x, x>e*, x>d:gasten >", "f3 expressie")]
    [InlineData("start s, end e, user u, user v", "s>e, u>v, v>u", "u onbereikbaar; v onbereikbaar")]
    [InlineData("start s, start t, end e", "s>e, t>e", "t start")]
    [InlineData("start s, user u", "s>u, u>s", "s start")]
    [InlineData("user u, end e", "u>e", " start")]
    [InlineData("start s, end s", "s>s", "s dubbel; s start")]
    public void A_wrong_model_is_refused_with_reasons(string elementen, string flows, string redenen)
    {
        var geweigerd = Assert.Throws<ModelGeweigerd>(() => Schets.Model(elementen, flows));
        Assert.Equal(redenen, string.Join("; ", geweigerd.Redenen.Select(r => $"{r.Element} {r.Code}").Order()));
    }

    [Theory]
    [InlineData("dit is geen xml")]
    [InlineData("<definitions/>")]
    [InlineData("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\"/></definitions>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">&a;</definitions>")]
    public void What_is_no_model_is_refused(string xml) => Assert.NotEmpty(Assert.Throws<ModelGeweigerd>(() => BpmnParser.Lees(xml)).Redenen);

    [Fact]
    public void A_file_beyond_the_bound_is_refused() =>
        Assert.Equal("xml", Assert.Throws<ModelGeweigerd>(() => BpmnParser.Lees(Schets.Bestand($"<!--{new string('x', BpmnParser.MaxTekens)}-->"))).Redenen.Single().Code);
}
