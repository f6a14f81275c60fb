using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Process.Bpmn;
using Meent.Process.Connectoren;
using Meent.Process.Expressies;
using Meent.Process.Koppelingen;

namespace Meent.Process.Definities;

/// <summary>A version of a process at an organisation, ready to run.</summary>
internal sealed record Procesdefinitie(string Proces, int Versie, Inhoud Inhoud)
{
    public Procesmodel Model => Inhoud.Model;

    public Koppelbestand Koppelingen => Inhoud.Koppelingen;
}

/// <summary>What a service task does: a connector with its parameters, read once.</summary>
internal sealed record Dienst(IConnector Connector, Func<IReadOnlyDictionary<string, JsonElement>, JsonNode?> Parameters, IReadOnlyDictionary<string, string> Resultaat);

/// <summary>Model and link file together, checked against each other; immutable, and shared by all organisations that run the same.</summary>
internal sealed class Inhoud
{
    private Inhoud(Procesmodel model, Koppelbestand koppelingen, FrozenDictionary<string, Dienst> diensten) =>
        (Model, Koppelingen, Diensten) = (model, koppelingen, diensten);

    public Procesmodel Model { get; }

    public Koppelbestand Koppelingen { get; }

    /// <summary>By id of the service task.</summary>
    public FrozenDictionary<string, Dienst> Diensten { get; }

    /// <exception cref="ModelGeweigerd">Lists every reason why it cannot run.</exception>
    public static Inhoud Lees(string bpmn, JsonElement koppelingen, Catalogus catalogus)
    {
        var model = BpmnParser.Lees(bpmn);
        var bestand = LeesKoppelingen(koppelingen);
        var weigeringen = Verschillen(model, bestand).Concat(bestand.Diensten.SelectMany(d => catalogus.Controleer(d.Key, d.Value))).ToList();
        var diensten = new Dictionary<string, Dienst>(StringComparer.Ordinal);
        foreach (var (activiteit, koppeling) in weigeringen.Count == 0 ? bestand.Diensten : new Dictionary<string, Dienstkoppeling>())
        {
            try
            {
                var parameters = Parameters.Lees(JsonSerializer.SerializeToElement(koppeling.Parameters));
                diensten.Add(activiteit, new Dienst(catalogus[koppeling.Connector], parameters, koppeling.Resultaat ?? new Dictionary<string, string>()));
            }
            catch (ExpressieFout fout)
            {
                weigeringen.Add(new Weigering(activiteit, "expressie", $"Een parameter van {koppeling.Connector} is niet te lezen. {fout.Message}"));
            }
        }
        return weigeringen.Count == 0 ? new Inhoud(model, bestand, diensten.ToFrozenDictionary()) : throw new ModelGeweigerd(weigeringen);
    }

    private static Koppelbestand LeesKoppelingen(JsonElement koppelingen)
    {
        try
        {
            return koppelingen.Deserialize<Koppelbestand>(Koppelbestand.Json) ?? throw new JsonException("leeg");
        }
        catch (JsonException fout)
        {
            throw new ModelGeweigerd([new Weigering("", "koppelbestand", $"Het koppelbestand is niet te lezen bij {fout.Path ?? "$"}.")]);
        }
    }

    private static IEnumerable<Weigering> Verschillen(Procesmodel model, Koppelbestand bestand)
    {
        if (bestand.Doel.Length == 0) yield return new Weigering("", "doel", "Het koppelbestand noemt geen doel.");
        foreach (var element in model.Elementen)
        {
            if (element.Kind == ElementKind.ServiceTask && !bestand.Diensten.ContainsKey(element.Id))
                yield return new Weigering(element.Id, "geen-connector", $"De taak \"{element.Naam}\" heeft geen connector in het koppelbestand.");
            if (element.Kind == ElementKind.UserTask && (!bestand.Taken.TryGetValue(element.Id, out var taak) || taak.Rol.Length == 0))
                yield return new Weigering(element.Id, "geen-rol", $"De taak \"{element.Naam}\" heeft geen rol in het koppelbestand.");
        }
        foreach (var id in bestand.Diensten.Keys.Where(id => model.Vind(id)?.Kind != ElementKind.ServiceTask))
            yield return new Weigering(id, "onbekend", "Het koppelbestand noemt een dienst die het model niet heeft.");
        foreach (var id in bestand.Taken.Keys.Where(id => model.Vind(id)?.Kind != ElementKind.UserTask))
            yield return new Weigering(id, "onbekend", "Het koppelbestand noemt een taak die het model niet heeft.");
    }
}
