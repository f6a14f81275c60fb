using System.IO.Compression;
using Meent.Data.Modellen;
using Meent.Data.Modellen.Documenten;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Zaakgericht.Zaken;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Meent.Services.Zaakgericht.Documenten;

/// <summary>GET zaakdossiers/{zaak_uuid}, a <c>.zip</c>: all documents of a zaak that the caller may read, in one file, made while it is sent. An extension on a path of its own.</summary>
internal static class Zaakdossier
{
    private const int Hap = 128 * 1024;

    /// <summary>As the filter of the Zaken API: documents up to this level.</summary>
    private const string Niveau = "maximaleVertrouwelijkheidaanduiding";

    public static async Task Behandel(HttpContext http, Dienstverlening diensten)
    {
        var (zaken, documenten) = (ZakenResources.Zaken, DocumentenResources.Informatieobjecten);
        var aanroep = await diensten.Aanroepen.Van(http);
        var (vanZaken, vanDocumenten) = (aanroep.Eis(zaken.ScopeLezen, zaken), aanroep.Eis(documenten.ScopeLezen, documenten));
        Query.Alleen(http.Request, [Niveau]);
        var hoogste = http.Request.Query[Niveau].ToString();
        var rang = hoogste.Length == 0 ? Vertrouwelijkheidaanduiding.Rang(Vertrouwelijkheidaanduiding.ZeerGeheim) : Vertrouwelijkheidaanduiding.Rang(hoogste);
        if (rang <= 0) throw Weiger.Ongeldig(Niveau, "invalid_choice", "Dit is een ongeldige keuze.");
        var id = Adressering.Id(http, "zaak_uuid");
        var store = await diensten.Stores.Get(aanroep.Organisatie);
        var (naam, inhoud) = await store.Snapshot(async session =>
        {
            await Zicht.Eis(session, zaken, id, vanZaken);
            return (await session.One("SELECT identificatie FROM zaakgericht_zaken WHERE id = $1", row => row.Text(0), id), await Documenten(session, EigenUrls.Van(zaken.Pad, id), vanDocumenten, rang));
        }, http.RequestAborted);

        var koppen = http.Response.Headers;
        koppen["API-version"] = documenten.ApiVersie;
        koppen.XContentTypeOptions = "nosniff";
        koppen.ContentDisposition = Downloaden.Bijlage($"{Downloaden.Veilig(naam!)}.zip");
        http.Response.ContentType = "application/zip";
        // Written by the asynchronous calls to a stream without a place, the archive points at the wrong place for its own list (.NET 10).
        if (http.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        using var zip = new ZipArchive(http.Response.Body, ZipArchiveMode.Create, leaveOpen: true);
        var buffer = new byte[Hap];
        foreach (var (bestand, hash) in inhoud)
        {
            await using var bron = await diensten.Inhoud.Open(aanroep.Organisatie, hash, http.RequestAborted) ?? throw new FileNotFoundException(hash);
            using var doel = zip.CreateEntry(bestand, CompressionLevel.Fastest).Open();
            int gelezen;
            while ((gelezen = await bron.ReadAsync(buffer, http.RequestAborted)) > 0) doel.Write(buffer, 0, gelezen);
        }
    }

    /// <summary>The names of files and contents; two documents with one name get a number.</summary>
    private static async ValueTask<List<(string Bestand, string Inhoud)>> Documenten(Session session, string zaak, Bereik bereik, long rang)
    {
        var resource = DocumentenResources.Informatieobjecten;
        List<object?> args = [zaak, rang];
        var recht = bereik.Voorwaarde(resource.Zichtbaarheid, args);
        var namen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return await session.All(
            $"SELECT t.body, t.inhoud FROM {resource.Tabel} t WHERE t.id IN (SELECT o.informatieobject FROM zaakgericht_objectinformatieobjecten o WHERE o.object = $1) AND t.inhoud IS NOT NULL AND t.vertrouwelijkheid <= $2{(recht.Length > 0 ? $" AND {recht}" : "")} ORDER BY t.id",
            row => (Uniek(Downloaden.Bestandsnaam(Vorm.VanBewaard<EnkelvoudigInformatieObject>(row.Span(0))), namen), row.Text(1)), [.. args]);
    }

    private static string Uniek(string naam, HashSet<string> namen)
    {
        var (stam, achter) = (Path.GetFileNameWithoutExtension(naam), Path.GetExtension(naam));
        for (var nummer = 2; !namen.Add(naam); nummer++) naam = $"{stam} ({nummer}){achter}";
        return naam;
    }
}
