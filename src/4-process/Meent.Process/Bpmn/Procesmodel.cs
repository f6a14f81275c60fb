using System.Collections.Frozen;
using System.Collections.Immutable;
using Meent.Process.Expressies;

namespace Meent.Process.Bpmn;

/// <summary>What an element does, by its name in BPMN 2.0. <see cref="Doorloop"/> covers manual and undefined tasks: the engine has nothing to do there.</summary>
internal enum ElementKind { StartEvent, EndEvent, TerminateEndEvent, UserTask, ServiceTask, Doorloop, ExclusiveGateway, ParallelGateway }

/// <summary>A node of the graph. Filled by the parser, never changed after it.</summary>
internal sealed class Element(string id, string naam, ElementKind kind)
{
    public string Id { get; } = id;
    public string Naam { get; } = naam;
    public ElementKind Kind { get; } = kind;
    public ImmutableArray<Flow> In { get; internal set; } = [];
    public ImmutableArray<Flow> Uit { get; internal set; } = [];
    public Flow? Standaard { get; internal set; }
}

/// <summary>A sequence flow.</summary>
internal sealed record Flow(string Id, Element Van, Element Naar, Expressie? Voorwaarde);

/// <summary>A process as a graph: immutable, shared by all instances (and organisations) that run it.</summary>
internal sealed class Procesmodel(string id, string naam, IEnumerable<Element> elementen)
{
    private readonly FrozenDictionary<string, Element> _elementen = elementen.ToFrozenDictionary(e => e.Id, StringComparer.Ordinal);

    public string Id { get; } = id;
    public string Naam { get; } = naam;
    public IReadOnlyCollection<Element> Elementen => _elementen.Values;
    public Element Start => field ??= Elementen.Single(e => e.Kind == ElementKind.StartEvent);

    /// <exception cref="KeyNotFoundException">The instance is not one of this model.</exception>
    public Element this[string id] => _elementen[id];

    public Element? Vind(string id) => _elementen.GetValueOrDefault(id);
}
