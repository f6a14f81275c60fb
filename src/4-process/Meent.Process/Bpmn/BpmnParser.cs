using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using Meent.Process.Expressies;

namespace Meent.Process.Bpmn;

/// <summary>
/// Reads BPMN 2.0 XML. What draws or documents (lanes, annotations, data objects, DI, extensions) is passed over and stays in the stored file as it is;
/// what would change the flow and is not supported is refused by name.
/// </summary>
internal sealed class BpmnParser
{
    public const int MaxTekens = 4_000_000;

    private const int MaxElementen = 5_000;

    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private static readonly HashSet<string> ZonderGevolg =
    [
        "documentation", "extensionElements", "auditing", "monitoring", "laneSet", "property", "ioSpecification", "incoming", "outgoing",
        "dataObject", "dataObjectReference", "dataStoreReference", "textAnnotation", "association", "group", "category",
        "dataInputAssociation", "dataOutputAssociation", "potentialOwner", "performer", "humanPerformer", "resourceRole", "rendering",
    ];

    private readonly List<Weigering> _weigeringen = [];
    private readonly Dictionary<string, Element> _elementen = new(StringComparer.Ordinal);

    private BpmnParser()
    {
    }

    /// <exception cref="ModelGeweigerd">It cannot run here; lists every reason.</exception>
    public static Procesmodel Lees(string xml) => new BpmnParser().Model(xml);

    private Procesmodel Model(string xml)
    {
        var proces = Proces(Document(xml));
        foreach (var kind in proces.Elements().Where(e => e.Name.Namespace == Bpmn && e.Name.LocalName != "sequenceFlow")) LeesElement(kind);
        var flows = proces.Elements(Bpmn + "sequenceFlow").Select(LeesFlow).OfType<Flow>().ToList();
        Verbind(flows);
        Standaardflows(proces);
        Controleer();
        return _weigeringen.Count == 0 ? new Procesmodel(Id(proces), Naam(proces), _elementen.Values) : throw new ModelGeweigerd(_weigeringen);
    }

    private static XDocument Document(string xml)
    {
        // A DTD can read files and grow without end; a model needs none.
        var instellingen = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxTekens };
        try
        {
            using var lezer = XmlReader.Create(new StringReader(xml), instellingen);
            return XDocument.Load(lezer, LoadOptions.SetLineInfo);
        }
        catch (XmlException fout)
        {
            throw new ModelGeweigerd([new Weigering("", "xml", $"Dit is geen leesbare XML (regel {fout.LineNumber}, positie {fout.LinePosition}): {fout.Message}")]);
        }
    }

    private static XElement Proces(XDocument document)
    {
        var processen = document.Root?.Name == Bpmn + "definitions" ? document.Root.Elements(Bpmn + "process").ToList() : [];
        var uitvoerbaar = processen.Where(p => (string?)p.Attribute("isExecutable") == "true").ToList();
        return (uitvoerbaar, processen) switch
        {
            ([var enige], _) => enige,
            ([], []) => throw new ModelGeweigerd([new Weigering("", "geen-proces", "Het bestand is geen BPMN 2.0 of heeft geen process.")]),
            ([], _) => throw new ModelGeweigerd([new Weigering(Id(processen[0]), "niet-uitvoerbaar", "Geen process heeft isExecutable=\"true\".")]),
            _ => throw new ModelGeweigerd([.. uitvoerbaar.Select(p => new Weigering(Id(p), "meer-processen", "Een bestand heeft één uitvoerbaar process."))]),
        };
    }

    private void LeesElement(XElement xml)
    {
        if (ZonderGevolg.Contains(xml.Name.LocalName)) return;
        var id = Id(xml);
        if (id.Length is 0 or > 200) Weiger(id, "id", $"{xml.Name.LocalName} heeft geen id van 1 tot 200 tekens.");
        else if (Kind(xml) is not { } kind) Weiger(id, "niet-ondersteund", NietOndersteund(xml));
        else if (!_elementen.TryAdd(id, new Element(id, Naam(xml), kind))) Weiger(id, "dubbel", "Deze id komt meer dan eens voor.");
    }

    private static ElementKind? Kind(XElement xml)
    {
        var bijzonder = xml.Elements().Where(e => e.Name.Namespace == Bpmn && !ZonderGevolg.Contains(e.Name.LocalName)).Select(e => e.Name.LocalName).ToList();
        return (xml.Name.LocalName, bijzonder) switch
        {
            ("startEvent", []) => ElementKind.StartEvent,
            ("endEvent", []) => ElementKind.EndEvent,
            ("endEvent", ["terminateEventDefinition"]) => ElementKind.TerminateEndEvent,
            ("userTask", []) => ElementKind.UserTask,
            ("serviceTask" or "sendTask", []) => ElementKind.ServiceTask,
            ("manualTask" or "task", []) => ElementKind.Doorloop,
            ("exclusiveGateway", []) => ElementKind.ExclusiveGateway,
            ("parallelGateway", []) => ElementKind.ParallelGateway,
            _ => null,
        };
    }

    private static string NietOndersteund(XElement xml)
    {
        var inhoud = xml.Elements().Where(e => e.Name.Namespace == Bpmn).Select(e => e.Name.LocalName)
            .Where(naam => naam.EndsWith("EventDefinition", StringComparison.Ordinal) || naam.EndsWith("LoopCharacteristics", StringComparison.Ordinal));
        return $"{string.Join(" met ", [xml.Name.LocalName, .. inhoud])} kan deze versie niet uitvoeren.";
    }

    private Flow? LeesFlow(XElement xml)
    {
        var id = Id(xml);
        var van = Eind(xml, "sourceRef");
        var naar = Eind(xml, "targetRef");
        var voorwaarde = Voorwaarde(id, xml.Element(Bpmn + "conditionExpression"));
        return van is null || naar is null ? null : new Flow(id, van, naar, voorwaarde);
    }

    private Element? Eind(XElement flow, string naam)
    {
        var id = (string?)flow.Attribute(naam) ?? "";
        if (_elementen.TryGetValue(id, out var element)) return element;
        // The other end of a flow to a refused element is already in the list.
        if (!IsGeweigerd(id)) Weiger(Id(flow), "verwijzing", $"{naam} \"{id}\" bestaat niet in dit process.");
        return null;
    }

    private Expressie? Voorwaarde(string flow, XElement? xml)
    {
        if (xml is null) return null;
        var tekst = xml.Value.Trim();
        try
        {
            // Some modellers mark FEEL by a leading '='.
            return Expressie.Lees(tekst.StartsWith('=') ? tekst[1..] : tekst);
        }
        catch (ExpressieFout fout)
        {
            Weiger(flow, "expressie", $"De voorwaarde \"{tekst}\" is niet te lezen. {fout.Message}");
            return null;
        }
    }

    private static void Verbind(List<Flow> flows)
    {
        foreach (var uit in flows.GroupBy(f => f.Van)) uit.Key.Uit = [.. uit];
        foreach (var naar in flows.GroupBy(f => f.Naar)) naar.Key.In = [.. naar];
    }

    private void Standaardflows(XElement proces)
    {
        foreach (var xml in proces.Elements().Where(e => e.Attribute("default") is not null))
        {
            if (!_elementen.TryGetValue(Id(xml), out var element)) continue;
            var id = (string)xml.Attribute("default")!;
            element.Standaard = element.Uit.FirstOrDefault(f => f.Id == id);
            if (element.Standaard is null) Weiger(element.Id, "standaard", $"De standaardflow \"{id}\" begint niet bij dit element.");
        }
    }

    private void Controleer()
    {
        if (_elementen.Count > MaxElementen) Weiger("", "omvang", $"Een model heeft hoogstens {MaxElementen} elementen.");
        var starts = _elementen.Values.Where(e => e.Kind == ElementKind.StartEvent).ToList();
        if (starts.Count == 0 && _weigeringen.Count == 0) Weiger("", "start", "Het model heeft geen startgebeurtenis.");
        foreach (var start in starts.Skip(1)) Weiger(start.Id, "start", "Een model heeft één startgebeurtenis zonder soort.");
        foreach (var start in starts.Where(s => !s.In.IsEmpty)) Weiger(start.Id, "start", "Naar een startgebeurtenis loopt geen flow.");
        foreach (var element in _elementen.Values.Where(e => e.Kind == ElementKind.ExclusiveGateway && e.Uit.Length > 1))
        {
            foreach (var flow in element.Uit.Where(f => f.Voorwaarde is null && f != element.Standaard && !IsGeweigerd(f.Id)))
                Weiger(flow.Id, "voorwaarde", $"Deze flow uit \"{element.Id}\" heeft geen voorwaarde en is niet de standaardflow.");
        }
        // Only a model without other mistakes says something about what can be reached.
        if (_weigeringen.Count == 0) Onbereikbaar(starts[0]);
    }

    private void Onbereikbaar(Element start)
    {
        var bereikt = new HashSet<Element> { start };
        var werk = new Stack<Element>(bereikt);
        while (werk.TryPop(out var element))
            foreach (var flow in element.Uit.Where(f => bereikt.Add(f.Naar))) werk.Push(flow.Naar);
        foreach (var element in _elementen.Values.Where(e => !bereikt.Contains(e))) Weiger(element.Id, "onbereikbaar", "Vanaf de start loopt geen weg naar dit element.");
    }

    private bool IsGeweigerd(string id) => _weigeringen.Exists(w => w.Element == id);

    private void Weiger(string element, string code, string reden) => _weigeringen.Add(new Weigering(element, code, reden));

    private static string Id(XElement xml) => (string?)xml.Attribute("id") ?? "";

    private static string Naam(XElement xml) => (string?)xml.Attribute("name") ?? "";
}
