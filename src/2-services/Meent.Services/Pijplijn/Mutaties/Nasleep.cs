using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Data.Outbox;
using Meent.Services.Logboek;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Standards.Identificaties;

namespace Meent.Services.Pijplijn.Mutaties;

/// <summary>What every write leaves besides its row, in the same transaction: logbook, audit trail and event.</summary>
internal static class Nasleep
{
    /// <summary>The BSNs of the data subjects of a row: from its columns, or as the database has them when that takes a query.</summary>
    public static async ValueTask<string?> Betrokkenen(Session session, Resource resource, Guid id, Kolomwaarden kolommen) => resource.Betrokkenekolom switch
    {
        null => null,
        { } vraag when vraag.Contains('(', StringComparison.Ordinal) => await session.One($"SELECT {vraag} FROM {resource.Tabel} t WHERE t.id = $1", row => row.TextOrNull(0), id),
        { } kolom => kolommen[kolom] as string,
    };

    /// <summary>Those of a row before it is changed, which the change may take away from them.</summary>
    public static async ValueTask<string?> BetrokkenenVan(Session session, Resource resource, Guid id, ReadOnlyMemory<byte> body) =>
        resource.Betrokkenekolom is null ? null
        : resource.BetrokkenenIn(body.Span) ?? await session.One($"SELECT {resource.Betrokkenekolom} FROM {resource.Tabel} t WHERE t.id = $1", row => row.TextOrNull(0), id);

    /// <summary>The data subjects of the row, when it has any.</summary>
    /// <param name="bsns">With commas between; null for nobody.</param>
    public static async ValueTask Logboek<T>(Session session, Schrijven<T> schrijven, Dienstverlening diensten, params IEnumerable<string?> bsns) where T : class
    {
        var resource = schrijven.Resource;
        var daad = schrijven.Actie switch { Actie.Create => "vastgelegd", Actie.Destroy => "verwijderd", _ => "gewijzigd" };
        var betrokkenen = bsns.OfType<string>().SelectMany(deel => deel.Split(',')).Distinct().Select(bsn => Betrokkene.Van(Bsn.Parse(bsn))).ToList();
        foreach (var regel in diensten.Logboek.Regels(schrijven.Aanroep, $"{resource.Naam} {daad}", betrokkenen, schrijven.Aanroep.Activiteit, [$"{resource.Dienst}:{resource.Meervoud}"]))
            await session.Logboek(regel);
    }

    public static async ValueTask Tel(Session session, Resource resource, Guid type, long rang, long verschil, Dienstverlening diensten)
    {
        await Tellingen.Wijzig(session, resource, type, rang, verschil);
        session.AfterCommit(() => diensten.Vouwer.Geschreven(session.Store, Tellingen.Tabel(resource)));
    }

    public static void Rechten(Session session, Resource resource, Dienstverlening diensten)
    {
        if (resource.BepaaltRechten) session.AfterCommit(() => diensten.Rechtenboek.Vergeet(session.Store));
    }

    /// <param name="url">Stored URL of the resource.</param>
    public static async ValueTask Meld<T>(Session session, Schrijven<T> schrijven, string url, byte[]? oud, byte[]? nieuw) where T : class
    {
        var resource = schrijven.Resource;
        if (resource.Melding is null || schrijven is { MetSpoor: false, MetGebeurtenis: false }) return;
        var melding = await resource.Melding(schrijven, session);
        // The trail of a hoofdobject goes with it.
        if (schrijven.Actie == Actie.Destroy && melding.Hoofdobject == url) await Audit.Vernietig(session, resource, url);
        else if (schrijven.MetSpoor) await Audit.Schrijf(session, schrijven, url, melding.Hoofdobject, oud, nieuw);
        if (!schrijven.MetGebeurtenis) return;
        await session.Outbox(new Gebeurtenis(
            melding.Kanaal, melding.Hoofdobject, melding.Versie, resource.Naam, url, Audit.Naam(schrijven.Actie), schrijven.Nu, melding.Kenmerken));
    }
}
