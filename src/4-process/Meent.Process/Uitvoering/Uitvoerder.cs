using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Process.Connectoren;
using Meent.Process.Definities;
using Meent.Process.Motor;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Meent.Standards.Processtaat;
using Microsoft.Extensions.Logging;

namespace Meent.Process.Uitvoering;

/// <summary>
/// Runs instances (docs/decisions/0010). Every call of a connector is a step of its own:
/// 1. the state that says "this connector is being called, under this key" is kept;
/// 2. the connector is called;
/// 3. the state with its result, which is also step 1 of the next call, is kept.
/// Killed between 1 and 3, a later engine calls again with the same key, and the connector sees to it that the effect is there once.
/// </summary>
internal sealed partial class Uitvoerder(
    ProcesstaatClient bron, Definities.Definities definities, Agenda agenda, Knoop knoop, TimeProvider klok, ILogger<Uitvoerder> log)
{
    private const int MaxConflicten = 20;

    /// <summary>Well within <see cref="Engine.Greep"/>.</summary>
    private static readonly TimeSpan MaxDuur = TimeSpan.FromSeconds(20);

    /// <summary>Starts an instance and runs it to its first wait state; an earlier one under the same key is returned as it is now.</summary>
    public async Task<(Lopend Lopend, bool Nieuw)> Begin(
        Organisatie organisatie, Procesdefinitie definitie, Instantie nieuw, ImmutableDictionary<string, JsonElement> variabelen, string? sleutel, string? gebruiker, CancellationToken stop)
    {
        var nu = klok.GetUtcNow();
        var leeg = new Staat { Variabelen = variabelen, Traceparent = Activity.Current?.Id };
        var stap = Engine.Verwerk(definitie.Model, leeg, new Gebeurtenis.Begonnen(), nu);
        var lopend = new Lopend(organisatie, definitie, nieuw, stap.Staat);
        var (bewaard, isNieuw) = await bron.Voeg(organisatie, lopend.Na(stap, knoop, nu), sleutel, stop);
        if (!isNieuw) return (await Open(organisatie, bewaard, stop), false);
        Meld(organisatie, bewaard);
        Meting.Begonnen(definitie.Proces);
        return (await Voer(lopend with { Bewaard = bewaard }, stap, gebruiker), true);
    }

    public async Task<Lopend?> Open(Organisatie organisatie, Guid id, CancellationToken stop) =>
        await bron.Instantie(organisatie, id, stop) is { } bewaard ? await Open(organisatie, bewaard, stop) : null;

    /// <summary>Applies an event from outside, such as the completion of a task, and runs on to the next wait state.</summary>
    /// <exception cref="GebeurtenisPastNiet">The event does not fit the state (any more).</exception>
    public async Task<Lopend> Verwerk(Lopend lopend, Gebeurtenis gebeurtenis, string? gebruiker, CancellationToken stop)
    {
        var (nieuw, stap) = await Pas(lopend, gebeurtenis, stop);
        return await Voer(nieuw, stap, gebruiker);
    }

    /// <summary>Takes up what is due: retries, and calls of which the caller has died.</summary>
    public async Task Hervat(Organisatie organisatie, Guid id, CancellationToken stop)
    {
        if (await Open(organisatie, id, stop) is not { } lopend) return;
        // Joins the log records of this run to those of the request that started it.
        using var activiteit = new Activity("proces.hervatten");
        if (lopend.Staat.Traceparent is { } begin) activiteit.SetParentId(begin);
        activiteit.Start();
        var wees = lopend.Bewaard.Knoop == knoop.Naam && lopend.Bewaard.Run != knoop.Run;
        var nu = klok.GetUtcNow();
        foreach (var token in lopend.Staat.Tokens.Where(t => t.IsAanDeBeurt(nu) || (wees && t is { Wacht: Wacht.Dienst, Fout: null })))
        {
            try
            {
                LogHervat(log, id, token.Element, token.Pogingen + 1);
                lopend = await Verwerk(lopend, new Gebeurtenis.DienstHervat(token.Nummer, token.Pogingen), null, stop);
            }
            catch (GebeurtenisPastNiet)
            {
                // Another node was first.
                return;
            }
        }
    }

    /// <summary>Calls connectors until the instance waits for something else.</summary>
    private async Task<Lopend> Voer(Lopend lopend, Stap stap, string? gebruiker)
    {
        var wachtrij = new Queue<Token>(Aanroepen(stap));
        while (wachtrij.TryDequeue(out var token))
        {
            try
            {
                // Behind slow calls of other branches its time may be nearly up; then it is taken anew, and counts as a repetition.
                if (token.Opnieuw - klok.GetUtcNow() < MaxDuur)
                {
                    (lopend, stap) = await Pas(lopend, new Gebeurtenis.DienstHervat(token.Nummer, token.Pogingen), CancellationToken.None);
                    token = lopend.Staat.Token(token.Nummer)!;
                }
                var gebeurtenis = await Roep(lopend, token, gebruiker);
                (lopend, stap) = await Pas(lopend, gebeurtenis, CancellationToken.None);
                foreach (var volgende in Aanroepen(stap)) wachtrij.Enqueue(volgende);
            }
            catch (GebeurtenisPastNiet)
            {
                LogIngehaald(log, lopend.Bewaard.Id, token.Element);
            }
            catch (Exception e) when (e is HttpRequestException or BronException)
            {
                // The result could not be kept. The agenda has the moment at which somebody takes over.
                LogNietBewaard(log, lopend.Bewaard.Id, token.Element, e);
                return lopend;
            }
        }
        return lopend;
    }

    private static IEnumerable<Token> Aanroepen(Stap stap) => stap.Opdrachten.OfType<Opdracht.RoepDienst>().Select(o => o.Token);

    private async Task<Gebeurtenis> Roep(Lopend lopend, Token token, string? gebruiker)
    {
        var dienst = lopend.Definitie.Inhoud.Diensten[token.Element];
        var doel = lopend.Organisatie.Verwerkingsactiviteit(lopend.Definitie.Koppelingen.Doel);
        var aanroep = new Aanroep(lopend.Organisatie, new Namens(lopend.Organisatie.Slug, doel, gebruiker), $"{lopend.Bewaard.Id}:{token.Element}:{token.Nummer}",
            token.Sinds, token.Pogingen > 1, (JsonObject)dienst.Parameters(lopend.Staat.Variabelen)!);
        try
        {
            // Not the caller's token: once begun, a step is finished also when the browser has gone.
            using var tijd = new CancellationTokenSource(MaxDuur, klok);
            var antwoord = await dienst.Connector.Roep(aanroep, tijd.Token);
            Meting.Aangeroepen(dienst.Connector.Naam, "gelukt");
            return new Gebeurtenis.DienstGelukt(token.Nummer, Resultaat(dienst, antwoord));
        }
        catch (Exception e) when (e is BronException or HttpRequestException or OperationCanceledException)
        {
            return Mislukt(lopend, token, dienst, e);
        }
    }

    private Gebeurtenis Mislukt(Lopend lopend, Token token, Dienst dienst, Exception e)
    {
        var fout = Fouten.Van(e);
        Meting.Aangeroepen(dienst.Connector.Naam, Fouten.IsBlijvend(fout) ? "geweigerd" : "mislukt");
        // Refused while the starter still waits and before anything was done: the starter hears it, and nothing stays behind.
        if (Fouten.IsBlijvend(fout) && token is { Nummer: 1, Pogingen: 1 } && lopend.Staat.Tokens.Length == 1) return new Gebeurtenis.Afgebroken(fout);
        var opnieuw = Fouten.IsBlijvend(fout) ? null : Fouten.Opnieuw(token.Pogingen, klok.GetUtcNow());
        if (opnieuw is null) LogIncident(log, lopend.Bewaard.Id, token.Element, dienst.Connector.Naam, fout.Status, fout.Code);
        else LogMislukt(log, lopend.Bewaard.Id, token.Element, token.Pogingen, fout.Status, fout.Code);
        return new Gebeurtenis.DienstMislukt(token.Nummer, fout, opnieuw);
    }

    private static ImmutableDictionary<string, JsonElement> Resultaat(Dienst dienst, JsonObject antwoord) => dienst.Resultaat
        .Where(paar => antwoord[paar.Value] is not null)
        .ToImmutableDictionary(paar => paar.Key, paar => JsonSerializer.SerializeToElement(antwoord[paar.Value]));

    /// <summary>Applies an event to the newest state and keeps it; when another writer came first, to that one's state.</summary>
    private async Task<(Lopend Lopend, Stap Stap)> Pas(Lopend lopend, Gebeurtenis gebeurtenis, CancellationToken stop)
    {
        for (var poging = 0; poging < MaxConflicten; poging++)
        {
            var nu = klok.GetUtcNow();
            var stap = Engine.Verwerk(lopend.Definitie.Model, lopend.Staat, gebeurtenis, nu);
            var bewaard = lopend.Na(stap, knoop, nu);
            if (await bron.Vervang(lopend.Organisatie, bewaard, stop) is { } revisie)
            {
                Meld(lopend.Organisatie, bewaard);
                return (lopend with { Bewaard = bewaard with { Revisie = revisie, Taken = null }, Staat = stap.Staat }, stap);
            }
            lopend = await Open(lopend.Organisatie, lopend.Bewaard.Id, stop) ?? throw new GebeurtenisPastNiet("instantie-weg", "De procesinstantie bestaat niet meer.");
        }
        throw new BronException(Diensten.Processtaat, 503, "te-druk", "De procesinstantie wordt door te veel anderen tegelijk gewijzigd.", []);
    }

    private async Task<Lopend> Open(Organisatie organisatie, Instantie bewaard, CancellationToken stop) =>
        new(organisatie, await definities.Versie(organisatie, bewaard.Proces, bewaard.Versie, stop), bewaard, Lopend.LeesStaat(bewaard));

    private void Meld(Organisatie organisatie, Instantie bewaard)
    {
        if (bewaard.GeplandOp is { } gepland) agenda.Meld(organisatie, gepland);
    }
}
