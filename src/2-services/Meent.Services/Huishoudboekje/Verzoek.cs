using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Data.Outbox;
using Meent.Services.EigenApi;
using Meent.Services.Logboek;
using Meent.Services.Pijplijn;
using Meent.Standards.Logboek;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Huishoudboekje;

/// <summary>A request that may be handled, with what every handler leaves behind: log records and events.</summary>
/// <param name="Gegevens">What is used, as the purpose names it: <c>huishoudboekje:afspraken</c>.</param>
internal sealed record Verzoek(HttpContext Http, Aanroep Aanroep, string Gegevens, Store Store, Verwerkingslog Verwerkingslog, TimeProvider Klok)
{
    /// <summary>Event types are <c>nl.vng.{kanaal}.{resource}.{actie}</c>.</summary>
    public const string Kanaal = "huishoudboekje";

    /// <summary>What another organisation does here is, for this municipality, part of keeping the books.</summary>
    private const string EigenActiviteit = "huishoudboekje-voeren";

    public Organisatie Organisatie => Aanroep.Organisatie;

    public CancellationToken Stop => Http.RequestAborted;

    /// <summary>Employee who asks; null for a resident or another system.</summary>
    public string? Medewerker => Aanroep is { IsIntern: true, Gebruiker: { Length: > 0 } wie } && wie != "burger" ? wie : null;

    /// <exception cref="ProbleemException">422: money is moved by people that can be named.</exception>
    public string EisMedewerker() => Medewerker ?? throw Weigering.Regel(new OngeldigVeld("", "alleenMedewerker", "Alleen een medewerker van de gemeente kan dit doen."));

    /// <summary>Puts on record that data of these residents was used, each its own record; in the transaction that uses it.</summary>
    public async ValueTask Log(Session session, string naam, params IEnumerable<string> bsns)
    {
        var activiteit = Aanroep.Peer is null ? null : Organisatie.Verwerkingsactiviteit(EigenActiviteit);
        var betrokkenen = bsns.Distinct(StringComparer.Ordinal).Select(bsn => new Betrokkene(LogboekAttributen.Bsn, bsn)).ToList();
        await session.Logboek(betrokkenen.Count == 0
            ? [Verwerkingslog.Regel(Aanroep, naam, null, activiteit, [Gegevens])]
            : Verwerkingslog.Regels(Aanroep, naam, betrokkenen, activiteit, [Gegevens]));
    }

    /// <summary>As <see cref="Log"/>, for what was read; durable before it is shown.</summary>
    public async ValueTask LogLezen(string naam, params IEnumerable<string> bsns) => await Store.Write(async session =>
    {
        await Log(session, naam, bsns);
        return true;
    }, Stop);

    /// <summary>An event about a resource, in the transaction that makes it true; it names no person.</summary>
    /// <param name="versie">Position among the events of the resource, taken under its row lock.</param>
    public ValueTask Gebeurde(Session session, string resource, string pad, long versie, string actie) =>
        session.Outbox(new Gebeurtenis(Kanaal, Links.Bewaard(pad), versie, resource, Links.Bewaard(pad), actie, Klok.GetUtcNow(), new Dictionary<string, string>()));
}
