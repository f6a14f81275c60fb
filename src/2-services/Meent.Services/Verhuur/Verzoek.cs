using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Data.Outbox;
using Meent.Services.Logboek;
using Meent.Services.Pijplijn;
using Meent.Services.Verhuur.Registraties;
using Meent.Standards.Logboek;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Verhuur;

/// <summary>A request that may be handled, with what every handler leaves behind: log records and events.</summary>
/// <param name="Gegevens">What is used, as the purpose names it: <c>verhuur:registraties</c>.</param>
internal sealed record Verzoek(HttpContext Http, Aanroep Aanroep, string Gegevens, Store Store, Verwerkingslog Verwerkingslog, TimeProvider Klok)
{
    /// <summary>Event types are <c>nl.vng.{kanaal}.{resource}.{actie}</c>.</summary>
    public const string Kanaal = "vakantieverhuur";

    /// <summary>What another organisation does here is, for this municipality, part of keeping the register.</summary>
    private const string EigenActiviteit = "toeristische-verhuur-registreren";

    /// <summary>BSNs of the hosts that consent to this use; null when it has another ground.</summary>
    public IReadOnlySet<string>? Toestemming { get; init; }

    /// <summary>Whether the caller may know of a registration of this host.</summary>
    public bool Ziet(Verhuurder? verhuurder) => Toestemming is null || (verhuurder is { Soort: Verhuurder.Bsn } persoon && Toestemming.Contains(persoon.Nummer));

    public Organisatie Organisatie => Aanroep.Organisatie;

    public CancellationToken Stop => Http.RequestAborted;

    /// <summary>Employee who asks; null for a resident or another system.</summary>
    public string? Medewerker => Aanroep is { IsIntern: true, Gebruiker: { Length: > 0 } wie } && wie != "burger" ? wie : null;

    /// <summary>Puts on record that data of these hosts was used, each its own record; in the transaction that uses it.</summary>
    public async ValueTask Log(Session session, string naam, params IEnumerable<Verhuurder?> verhuurders)
    {
        var activiteit = Aanroep.Toestemming?.Mogelijkheid?.Activiteit ?? (Aanroep.Peer is null ? null : Organisatie.Verwerkingsactiviteit(EigenActiviteit));
        var betrokkenen = verhuurders.OfType<Verhuurder>().Select(Betrokkene).Distinct().ToList();
        await session.Logboek(betrokkenen.Count == 0
            ? [Verwerkingslog.Regel(Aanroep, naam, null, activiteit, [Gegevens])]
            : Verwerkingslog.Regels(Aanroep, naam, betrokkenen, activiteit, [Gegevens]));
    }

    /// <summary>As <see cref="Log"/>, for what was read; durable before it is shown.</summary>
    public async ValueTask LogLezen(string naam, params IReadOnlyCollection<Verhuurder?> verhuurders) => await Store.Write(async session =>
    {
        await Log(session, naam, verhuurders);
        return true;
    }, Stop);

    /// <summary>An event, in the transaction that makes it true.</summary>
    /// <param name="versie">Position among the events of the main object, taken under its row lock.</param>
    public ValueTask Gebeurde(Session session, string hoofdpad, long versie, string resource, string pad, string actie, string nummer) =>
        session.Outbox(new Gebeurtenis(
            Kanaal, Links.Bewaard(hoofdpad), versie, resource, Links.Bewaard(pad), actie, Klok.GetUtcNow(), new Dictionary<string, string> { ["registratienummer"] = nummer }));

    private static Betrokkene Betrokkene(Verhuurder verhuurder) =>
        new(verhuurder.Soort == Verhuurder.Bsn ? LogboekAttributen.Bsn : LogboekAttributen.Kvk, verhuurder.Nummer);
}
