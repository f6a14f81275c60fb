using System.Collections.Immutable;
using System.Text.Json;
using Meent.Process.Bpmn;

namespace Meent.Process.Motor;

/// <summary>Moves the tokens of one state through the model until each of them waits, and gathers what is to be done.</summary>
internal sealed class Beweging(Procesmodel model, Staat begin, DateTimeOffset nu)
{
    /// <summary>A circle of gateways without anything to wait for would turn for ever.</summary>
    private const int MaxStappen = 1_000;

    private readonly List<Token> _tokens = [.. begin.Tokens];
    private readonly List<Opdracht> _opdrachten = [];
    private readonly Stack<(Element Element, Flow? Via)> _betreden = [];
    private ImmutableDictionary<string, JsonElement> _variabelen = begin.Variabelen;
    private long _laatste = begin.LaatsteNummer;
    private Fout? _reden = begin.Reden;
    private bool _beeindigd;

    public void Betreed(Element element, Flow? via)
    {
        _betreden.Push((element, via));
        for (var stap = 0; _betreden.TryPop(out var doel); stap++)
        {
            if (stap < MaxStappen) Doe(doel.Element, doel.Via);
            else Zet(doel.Element, Wacht.Vast, new Fout("oneindige-lus", $"Bij \"{doel.Element.Id}\" draait het proces rond zonder te wachten."));
        }
    }

    private void Doe(Element element, Flow? via)
    {
        switch (element.Kind)
        {
            case ElementKind.EndEvent:
                break;
            case ElementKind.TerminateEndEvent:
                Beeindig();
                break;
            case ElementKind.UserTask:
                _opdrachten.Add(new Opdracht.TaakOpen(Zet(element, Wacht.Taak)));
                break;
            case ElementKind.ServiceTask:
                _opdrachten.Add(new Opdracht.RoepDienst(Zet(element, Wacht.Dienst)));
                break;
            case ElementKind.ParallelGateway when element.In.Length > 1:
                Samenkomst(element, via!);
                break;
            default:
                Volg(element);
                break;
        }
    }

    /// <summary>Leaves an element by its flows. Activities and gateways with several incoming flows but no join merge by themselves: each token goes its own way.</summary>
    public void Verlaat(Element element)
    {
        Volg(element);
        if (_betreden.TryPop(out var eerste)) Betreed(eerste.Element, eerste.Via);
    }

    private void Volg(Element element)
    {
        if (element.Uit.IsEmpty) return;
        var flows = Flows(element).ToList();
        if (flows.Count == 0) Zet(element, Wacht.Vast, new Fout("geen-uitweg", $"Bij \"{element.Id}\" geldt geen enkele voorwaarde en er is geen standaardflow."));
        // A stack: pushed in reverse, so that flows are followed in the order of the file.
        for (var i = flows.Count - 1; i >= 0; i--) _betreden.Push((flows[i].Naar, flows[i]));
    }

    private IEnumerable<Flow> Flows(Element element)
    {
        if (element.Kind == ElementKind.ParallelGateway) return element.Uit;
        var geldend = element.Uit.Where(f => f != element.Standaard && (f.Voorwaarde?.Geldt(_variabelen) ?? true));
        if (element.Kind == ElementKind.ExclusiveGateway) geldend = geldend.Take(1);
        return element.Standaard is null ? geldend : geldend.DefaultIfEmpty(element.Standaard);
    }

    /// <summary>Goes on when a token has come by each incoming flow; a second one by the same flow waits for the next round.</summary>
    private void Samenkomst(Element element, Flow via)
    {
        Zet(element, Wacht.Samenkomst, via: via.Id);
        var ronde = element.In.Select(flow => _tokens.Find(t => t.Wacht == Wacht.Samenkomst && t.Element == element.Id && t.Via == flow.Id)).ToList();
        if (ronde.Contains(null)) return;
        _tokens.RemoveAll(ronde.Contains);
        Volg(element);
    }

    public void Neem(Token token) => _tokens.RemoveAll(t => t.Nummer == token.Nummer);

    public void Vervang(Token token) => _tokens[_tokens.FindIndex(t => t.Nummer == token.Nummer)] = token;

    public void Hervat(Token token)
    {
        var hervat = token with { Pogingen = token.Pogingen + 1, Opnieuw = nu + Engine.Greep, Fout = null };
        Vervang(hervat);
        _opdrachten.Add(new Opdracht.RoepDienst(hervat));
    }

    public void Onthoud(ImmutableDictionary<string, JsonElement> variabelen) => _variabelen = _variabelen.SetItems(variabelen);

    public void Claim(Token token, string behandelaar)
    {
        Vervang(token with { Behandelaar = behandelaar });
        _opdrachten.Add(new Opdracht.TaakGewijzigd(token with { Behandelaar = behandelaar }));
    }

    public void Voltooi(Token taak)
    {
        Neem(taak);
        _opdrachten.Add(new Opdracht.TaakGesloten(taak, Voltooid: true));
    }

    /// <summary>Tries again what failed: the call with its old key, or the choice of a flow.</summary>
    public void Herstel(Token token)
    {
        if (token.Wacht == Wacht.Dienst)
        {
            Vervang(token with { Fout = null, Opnieuw = nu });
            return;
        }
        Neem(token);
        if (token.Fout?.Code == "oneindige-lus") Betreed(model[token.Element], null);
        else Verlaat(model[token.Element]);
    }

    public void BreekAf(Fout reden)
    {
        Beeindig();
        _reden = reden;
    }

    private void Beeindig()
    {
        foreach (var token in _tokens.Where(t => t.Wacht == Wacht.Taak)) _opdrachten.Add(new Opdracht.TaakGesloten(token, Voltooid: false));
        // A task that was opened in this same step never existed for the outside.
        _opdrachten.RemoveAll(o => o is Opdracht.RoepDienst or Opdracht.TaakOpen);
        _opdrachten.RemoveAll(o => o is Opdracht.TaakGesloten { Voltooid: false } gesloten && begin.Token(gesloten.Token.Nummer) is null);
        _tokens.Clear();
        _betreden.Clear();
        _beeindigd = true;
    }

    private Token Zet(Element element, Wacht wacht, Fout? fout = null, string? via = null)
    {
        var token = new Token(++_laatste, element.Id, wacht, nu) { Fout = fout, Via = via };
        if (wacht == Wacht.Dienst) token = token with { Pogingen = 1, Opnieuw = nu + Engine.Greep };
        _tokens.Add(token);
        return token;
    }

    public Stap Stap()
    {
        var staat = begin with { Tokens = [.. _tokens], Variabelen = _variabelen, LaatsteNummer = _laatste, Reden = _reden, Status = Status() };
        return new Stap(staat, [.. _opdrachten]);
    }

    private InstantieStatus Status()
    {
        if (_reden is not null) return InstantieStatus.Afgebroken;
        if (_beeindigd || _tokens.Count == 0) return InstantieStatus.Voltooid;
        // Only tokens that wait for a branch which will never come: nobody but an administrator can help.
        return _tokens.Exists(t => t.IsIncident) || _tokens.TrueForAll(t => t.Wacht == Wacht.Samenkomst) ? InstantieStatus.Incident : InstantieStatus.Actief;
    }
}
