using System.Xml.Linq;
using Meent.Process.Bpmn;

namespace Meent.Process.Tests.Bpmn;

/// <summary>Writes BPMN from a sketch: elements as <c>"start s, service a, xor x, end e"</c>, flows as <c>"s>a, a>x, x>e:gasten = 1, x>a*"</c> (* is the default).</summary>
internal static class Schets
{
    private static readonly Dictionary<string, string> Soorten = new()
    {
        ["start"] = "startEvent",
        ["end"] = "endEvent",
        ["stop"] = "endEvent",
        ["user"] = "userTask",
        ["service"] = "serviceTask",
        ["send"] = "sendTask",
        ["manual"] = "manualTask",
        ["task"] = "task",
        ["xor"] = "exclusiveGateway",
        ["and"] = "parallelGateway",
    };

    public static Procesmodel Model(string elementen, string flows) => BpmnParser.Lees(Xml(elementen, flows));

    public static string Xml(string elementen, string flows)
    {
        var xml = new List<string>();
        var lijst = Delen(flows).Select((flow, i) => Flow(flow, $"f{i + 1}")).ToList();
        foreach (var element in Delen(elementen).Select(e => e.Split(' ')))
        {
            var standaard = lijst.FirstOrDefault(f => f.Van == element[1] && f.Standaard);
            var attribuut = standaard is null ? "" : $" default=\"{standaard.Id}\"";
            var inhoud = element[0] == "stop" ? "<terminateEventDefinition/>" : "";
            xml.Add($"<{Soorten[element[0]]} id=\"{element[1]}\" name=\"Taak {element[1]}\"{attribuut}>{inhoud}</{Soorten[element[0]]}>");
        }
        foreach (var flow in lijst)
        {
            var voorwaarde = flow.Voorwaarde is null ? "" : new XElement("conditionExpression", flow.Voorwaarde).ToString();
            xml.Add($"<sequenceFlow id=\"{flow.Id}\" sourceRef=\"{flow.Van}\" targetRef=\"{flow.Naar}\">{voorwaarde}</sequenceFlow>");
        }
        return Bestand(string.Concat(xml));
    }

    public static string Bestand(string inhoud, string rest = "") =>
        $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
          {rest}<process id="p" name="Proef" isExecutable="true">{inhoud}</process>
        </definitions>
        """;

    private static IEnumerable<string> Delen(string tekst) => tekst.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static SchetsFlow Flow(string tekst, string id)
    {
        var (pijl, voorwaarde) = tekst.Split(':', 2) is [var links, var rechts] ? (links, rechts) : (tekst, null);
        var standaard = pijl.EndsWith('*');
        var einden = pijl.TrimEnd('*').Split('>');
        return new SchetsFlow(id, einden[0], einden[1], voorwaarde, standaard);
    }

    private sealed record SchetsFlow(string Id, string Van, string Naar, string? Voorwaarde, bool Standaard);
}
