using Meent.Data.Modellen.Documenten;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Zaakgericht.Documenten;

/// <summary>Which content a version of a document has.</summary>
internal static class Documentinhoud
{
    /// <summary>New content, content that will come in parts, or the content that there was (Documenten API, "Uploaden van bestanden").</summary>
    public static async ValueTask<EnkelvoudigInformatieObject> Verwerk(Schrijven<EnkelvoudigInformatieObject> schrijven, EnkelvoudigInformatieObject document, Session session)
    {
        if (schrijven.Bijlage is Meegestuurd { Inhoud: { } inhoud }) return Met(document, schrijven.Id, inhoud.Naam, inhoud.Lengte);
        var oud = schrijven.IsNieuw ? null : await session.One("SELECT inhoud FROM zaakgericht_enkelvoudiginformatieobjecten WHERE id = $1", row => row.TextOrNull(0), schrijven.Id);
        return VraagtDelen(schrijven, document, oud) ? Met(document, schrijven.Id, null, document.Bestandsomvang) : Met(document, schrijven.Id, oud, schrijven.Oud?.Bestandsomvang);
    }

    /// <summary>The document with content that is kept under a name.</summary>
    public static EnkelvoudigInformatieObject Met(EnkelvoudigInformatieObject document, Guid id, string? naam, long? omvang) => document with
    {
        Opslagnaam = naam,
        Bestandsomvang = omvang,
        Inhoud = naam is null ? null : $"{EigenUrls.Van(Documentpaden.Informatieobjecten, id)}/download?versie={document.Versie}",
    };

    /// <summary>The contents of all versions, by their names in the content store.</summary>
    public static ValueTask<List<string>> Namen(Session session, Guid id) => session.All(
        """
        SELECT inhoud FROM zaakgericht_enkelvoudiginformatieobjecten WHERE id = $1 AND inhoud IS NOT NULL
        UNION SELECT inhoud FROM zaakgericht_informatieobjectversies WHERE informatieobject = $1 AND inhoud IS NOT NULL
        """, row => row.Text(0), id);

    /// <summary>A size without content, other than the size that there is: the content comes in parts.</summary>
    public static bool VraagtDelen(Schrijven<EnkelvoudigInformatieObject> schrijven, EnkelvoudigInformatieObject document, string? oud) =>
        schrijven.Bijlage is not Meegestuurd { Inhoud: not null } && schrijven.Gestuurd.Contains("bestandsomvang") && document.Bestandsomvang > 0
        && (oud is null || document.Bestandsomvang != schrijven.Oud?.Bestandsomvang);

    /// <summary>Once the row that names the content has been committed, nobody needs to look after it.</summary>
    public static void Bevestig(Schrijven<EnkelvoudigInformatieObject> schrijven, Session session)
    {
        if (schrijven.Bijlage is Meegestuurd { Inhoud: { } inhoud }) session.AfterCommit(inhoud.Bevestig);
    }

    /// <summary>Changes the newest version itself, without making another: what the server sets, not the client.</summary>
    public static async ValueTask Herschrijf(Session session, Guid id, Func<EnkelvoudigInformatieObject, EnkelvoudigInformatieObject> verander)
    {
        var resource = DocumentenResources.Informatieobjecten;
        var rij = (await Rij.Pak(session, resource, id, null))!;
        var naam = await session.One("SELECT inhoud FROM zaakgericht_enkelvoudiginformatieobjecten WHERE id = $1", row => row.TextOrNull(0), id);
        var document = verander(Vorm.VanBewaard<EnkelvoudigInformatieObject>(rij.Body) with { Opslagnaam = naam });
        await Rij.Vervang(session, resource, id, Vorm.Bewaar(document, resource.Url(id, null), id, resource.MetUuid), resource.Kolommen.Select(kolom => kolom.Waarde(document)));
    }
}
