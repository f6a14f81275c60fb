using Meent.Data.Modellen.Documenten;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Pijplijn.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Meent.Services.Zaakgericht.Documenten;

/// <summary>
/// GET {uuid}/download: the content of a version, streamed, also a range of it. What the client said about its kind is passed on, but a browser is
/// told to save it and not to guess: a document can never become a page of this site.
/// </summary>
internal static class Downloaden
{
    public static async Task Behandel(HttpContext http, Dienstverlening diensten)
    {
        var resource = DocumentenResources.Informatieobjecten;
        var aanroep = await diensten.Aanroepen.Van(http);
        var bereik = aanroep.Eis(resource.ScopeLezen, resource);
        Query.Alleen(http.Request, Versiekeuze.Parameters);
        var id = Adressering.Id(http);
        var keuze = Versiekeuze.Lees(http.Request, resource) ?? new Versiekeuze(resource.Versies!, null, null);
        var store = await diensten.Stores.Get(aanroep.Organisatie);
        List<object?> args = [id];
        var sql = $"SELECT v.inhoud, v.body, {Zicht.Kolommen(resource.Zichtbaarheid, bereik, keuze)} FROM {resource.Tabel} t, {keuze.Bron(resource, "inhoud")} WHERE t.id = $1 AND {keuze.Voorwaarde(args)}";
        var (bestaat, mag, naam, document) = await store.Read(session => session.One(sql, row => (
            true, Zicht.Mag(row, 2, resource.Zichtbaarheid, bereik, keuze), row.TextOrNull(0), Vorm.VanBewaard<EnkelvoudigInformatieObject>(row.Span(1))), [.. args]), http.RequestAborted);
        if (!bestaat) throw Weiger.NietGevonden();
        if (!mag) throw Weiger.GeenRecht();
        if (naam is null) throw Weiger.NietGevonden();

        var stroom = await diensten.Inhoud.Open(aanroep.Organisatie, naam, http.RequestAborted) ?? throw new FileNotFoundException(naam);
        var koppen = http.Response.Headers;
        koppen["API-version"] = resource.ApiVersie;
        koppen.XContentTypeOptions = "nosniff";
        koppen.ContentSecurityPolicy = "default-src 'none'; sandbox";
        koppen.ContentDisposition = Bijlage(Bestandsnaam(document!));
        await Results.Stream(stroom, Soort(document!.Formaat), entityTag: new EntityTagHeaderValue($"\"{naam}\""), enableRangeProcessing: true).ExecuteAsync(http);
    }

    /// <summary>A name that is no path and holds no characters that mean something to a shell or a file system.</summary>
    public static string Bestandsnaam(EnkelvoudigInformatieObject document) => Veilig(document.Bestandsnaam.Length > 0 ? document.Bestandsnaam : document.Titel);

    public static string Veilig(string naam)
    {
        var veilig = new string([.. naam.Select(c => char.IsControl(c) || "/\\:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c)]).Trim(' ', '.');
        return veilig.Length > 0 ? veilig : "document";
    }

    public static string Bijlage(string naam)
    {
        var plaatsing = new ContentDispositionHeaderValue("attachment");
        plaatsing.SetHttpFileName(naam);
        return plaatsing.ToString();
    }

    private static string Soort(string formaat) => MediaTypeHeaderValue.TryParse(formaat, out var soort) && soort.Type.Length > 0 && soort.SubType.Length > 0 && soort.Parameters.Count == 0 ? soort.ToString() : "application/octet-stream";
}
