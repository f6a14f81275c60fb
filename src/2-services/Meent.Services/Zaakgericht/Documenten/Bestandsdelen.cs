using System.Text;
using Meent.Data.Inhoud;
using Meent.Data.Modellen.Documenten;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Zaakgericht.Documenten;

/// <summary>A part of a content that comes in parts.</summary>
/// <param name="Inhoud">Name in the content store; null as long as it has not come.</param>
internal sealed record Bestandsdeel(Guid Id, long Volgnummer, long Omvang, string? Inhoud);

/// <summary>The parts in which a large content comes (Documenten API 1.1.0): made when a size comes without content, gone when the document is unlocked.</summary>
internal static class Bestandsdelen
{
    private const int MaxDelen = 1000;

    /// <summary>After a write: makes the parts that it asks for, and locks a new document for who will send them.</summary>
    public static async ValueTask Begin(Schrijven<EnkelvoudigInformatieObject> schrijven, Session session)
    {
        var (document, id) = (schrijven.Model, schrijven.Id);
        var slot = "";
        if (schrijven.Bijlage is Meegestuurd mee && document.Opslagnaam is null && Documentinhoud.VraagtDelen(schrijven, document, null))
        {
            await Vervang(session, id, document.Bestandsomvang!.Value, mee.Opslag);
            if (schrijven.IsNieuw)
            {
                slot = Sloten.Nieuw();
                await session.Execute("UPDATE zaakgericht_enkelvoudiginformatieobjecten SET slot = $2 WHERE id = $1", id, slot);
            }
        }
        else if (!schrijven.IsNieuw && schrijven.Bijlage is Meegestuurd { Inhoud: not null } heel)
        {
            // The whole content instead of what was still to come.
            await Verwijder(session, id, heel.Opslag);
        }

        if (schrijven.IsNieuw) schrijven.Toegift = $",\"lock\":\"{slot}\"";
    }

    public static ValueTask<List<Bestandsdeel>> Van(Session session, Guid informatieobject) => session.All(
        "SELECT id, volgnummer, omvang, inhoud FROM zaakgericht_bestandsdelen WHERE informatieobject = $1 ORDER BY volgnummer", Lees, informatieobject);

    public static async ValueTask<(Bestandsdeel Deel, Guid Informatieobject)?> Vind(Session session, Guid id)
    {
        var (gevonden, deel, ouder) = await session.One(
            "SELECT id, volgnummer, omvang, inhoud, informatieobject FROM zaakgericht_bestandsdelen WHERE id = $1", row => (true, Lees(row), row.Guid(4)), id);
        return gevonden ? (deel, ouder) : null;
    }

    public static async ValueTask Verwijder(Session session, Guid informatieobject, Inhoudopslag opslag)
    {
        foreach (var deel in await Van(session, informatieobject))
            if (deel.Inhoud is not null) opslag.Verlaat(session, deel.Inhoud);
        await session.Execute("DELETE FROM zaakgericht_bestandsdelen WHERE informatieobject = $1", informatieobject);
        await Toon(session, informatieobject);
    }

    /// <summary>Writes the parts as the document shows them. The lock is not among them: who may read the document may not change it for that.</summary>
    public static async ValueTask Toon(Session session, Guid informatieobject)
    {
        var json = new StringBuilder();
        foreach (var deel in await Van(session, informatieobject)) json.Append(json.Length == 0 ? "" : ",").Append(Json(deel, ""));
        await session.Execute("UPDATE zaakgericht_enkelvoudiginformatieobjecten SET bestandsdelen = $2, version = version + 1 WHERE id = $1", informatieobject, json.ToString());
    }

    public static string Json(Bestandsdeel deel, string sleutel) =>
        $$"""{"url":"{{EigenUrls.Van(Documentpaden.Bestandsdelen, deel.Id)}}","volgnummer":{{deel.Volgnummer}},"omvang":{{deel.Omvang}},"voltooid":{{(deel.Inhoud is null ? "false" : "true")}},"lock":"{{sleutel}}"}""";

    private static async ValueTask Vervang(Session session, Guid id, long omvang, Inhoudopslag opslag)
    {
        if (omvang > MaxDelen * opslag.Deelomvang)
            throw Weiger.Ongeldig("bestandsomvang", "file-size", $"Een bestand heeft ten hoogste {MaxDelen * opslag.Deelomvang} bytes.");
        await Verwijder(session, id, opslag);
        for (var (nummer, plek) = (1, 0L); plek < omvang; nummer++, plek += opslag.Deelomvang)
        {
            await session.Execute("INSERT INTO zaakgericht_bestandsdelen (id, informatieobject, volgnummer, omvang) VALUES ($1, $2, $3, $4)",
                Guid.CreateVersion7(), id, nummer, Math.Min(opslag.Deelomvang, omvang - plek));
        }

        await Toon(session, id);
    }

    private static Bestandsdeel Lees(Row row) => new(row.Guid(0), row.Long(1), row.Long(2), row.TextOrNull(3));
}
