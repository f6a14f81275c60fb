using System.Diagnostics;
using System.Text.Json;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Standards.Logboek;
using Meent.Standards.Organisaties;

namespace Meent.Services.Logboek;

/// <summary>
/// The logbook for the services themselves. A write hands its records to <c>session.Logboek</c> in its own transaction; a read calls
/// <see cref="Schrijf"/> before the first byte of its answer, and does not answer when that fails (VNG Verwerkingenlogging, B7952).
/// </summary>
internal sealed class Verwerkingslog(Stores stores, Pseudoniemen pseudoniemen, Bewaartermijnen termijnen, TimeProvider klok)
{
    private const int PerTransactie = 500;
    private static readonly string Systeem = JsonSerializer.Serialize(new Dictionary<string, string> { ["service.name"] = "meent" });

    /// <summary>The record of one action on nought or one data subject, within what is handled now.</summary>
    /// <param name="naam">What was done, in words a resident understands.</param>
    /// <param name="activiteit">URI in the own register; when absent, the purpose of the caller, which must then be one of the own organisation.</param>
    /// <param name="gegevens">Which data: <c>personen:naam</c>.</param>
    public Logregel Regel(
        Aanroep aanroep, string naam, Betrokkene? betrokkene, string? activiteit = null, IEnumerable<string>? gegevens = null, Logstatus status = Logstatus.Unset) =>
        Maak(aanroep, Spoor.Nieuw(), naam, betrokkene, activiteit, Attributen(aanroep, gegevens), status);

    /// <summary>The records of one action on several data subjects: one for each, as parts of the action (LDV 3.3.2).</summary>
    public IReadOnlyList<Logregel> Regels(
        Aanroep aanroep, string naam, IReadOnlyCollection<Betrokkene> betrokkenen, string? activiteit = null, IEnumerable<string>? gegevens = null)
    {
        var spoor = Spoor.Nieuw();
        var attributen = Attributen(aanroep, gegevens);
        return [.. betrokkenen.Distinct().Select(betrokkene =>
            Maak(aanroep, betrokkenen.Count == 1 ? spoor : spoor.Kind(), naam, betrokkene, activiteit, attributen, Logstatus.Unset))];
    }

    /// <summary>Commits records; they are durable when it returns.</summary>
    public async ValueTask Schrijf(Organisatie organisatie, IReadOnlyList<Logregel> regels, CancellationToken stop = default)
    {
        if (regels.Count == 0) return;
        var store = await stores.Get(organisatie);
        // A large list goes in parts, so that it does not keep the writer from others.
        foreach (var deel in regels.Chunk(PerTransactie)) await store.Write(session => session.Logboek(deel), stop);
    }

    private Logregel Maak(Aanroep aanroep, Spoor spoor, string naam, Betrokkene? betrokkene, string? activiteit, string? attributen, Logstatus status)
    {
        var einde = klok.GetUtcNow();
        activiteit ??= (aanroep.Peer is null ? aanroep.Doel?.Uri : null) ?? throw Weiger.GeenDoel();
        var begin = Activity.Current is { } actie && actie.StartTimeUtc <= einde ? new DateTimeOffset(actie.StartTimeUtc) : einde;
        return new Logregel
        {
            Spoor = spoor,
            Activiteit = activiteit,
            Bewaartermijn = termijnen.Van(aanroep.Organisatie, activiteit, begin),
            Naam = naam,
            Begin = begin,
            Einde = einde,
            Status = status,
            Betrokkene = betrokkene is { } wie ? pseudoniemen.Van(aanroep.Organisatie, wie.Type, wie.Waarde) : null,
            Aanroeper = aanroep.Aanroeper,
            Attributen = attributen,
            Systeem = Systeem,
        };
    }

    private static string? Attributen(Aanroep aanroep, IEnumerable<string>? gegevens)
    {
        var attributen = new Dictionary<string, string>();
        if (aanroep is { Peer: not null, Doel: { } doel }) attributen[LogboekAttributen.DoelAanroeper] = doel.Uri;
        if (gegevens is not null) attributen[LogboekAttributen.Gegevens] = string.Join(' ', gegevens);
        return attributen.Count == 0 ? null : JsonSerializer.Serialize(attributen);
    }
}
