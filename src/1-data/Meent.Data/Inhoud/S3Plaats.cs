using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Meent.Data.Opslag;
using Meent.Standards.Organisaties;

namespace Meent.Data.Inhoud;

/// <summary>Content in a store that speaks the S3 protocol; a bucket or a prefix for each organisation. Large files go up in parts.</summary>
internal sealed class S3Plaats(S3Options opties, TimeProvider klok) : Plaats, IDisposable
{
    /// <summary>A store takes at most 10,000 parts, so parts grow with the file.</summary>
    private const long Deel = 64 * 1024 * 1024;
    private const int MaxDelen = 10_000;

    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };

    public override async Task Bewaar(Organisatie organisatie, string naam, string bestand, string sha256, CancellationToken stop)
    {
        var lengte = new FileInfo(bestand).Length;
        if (lengte > Deel)
        {
            await BewaarInDelen(organisatie, naam, bestand, lengte, stop);
            return;
        }

        using var inhoud = new StreamContent(File.OpenRead(bestand));
        inhoud.Headers.ContentLength = lengte;
        using var antwoord = await Stuur(HttpMethod.Put, Adres(organisatie, naam), stop, inhoud, sha256);
    }

    public override async ValueTask<Stream?> Open(Organisatie organisatie, string naam, CancellationToken stop)
    {
        using var kop = await Stuur(HttpMethod.Head, Adres(organisatie, naam), stop);
        return kop.StatusCode == HttpStatusCode.NotFound ? null : new S3Leesstroom(this, Adres(organisatie, naam), kop.Content.Headers.ContentLength ?? 0);
    }

    public override async Task Verwijder(Organisatie organisatie, string naam, CancellationToken stop)
    {
        using var antwoord = await Stuur(HttpMethod.Delete, Adres(organisatie, naam), stop);
    }

    /// <summary>The content from a place on.</summary>
    public async Task<HttpResponseMessage> Vanaf(string adres, long plek, CancellationToken stop)
    {
        var antwoord = await Stuur(HttpMethod.Get, adres, stop, vanaf: plek);
        return antwoord.StatusCode == HttpStatusCode.PartialContent || (plek == 0 && antwoord.IsSuccessStatusCode) ? antwoord : throw Problemen.Unreachable();
    }

    public void Dispose() => _http.Dispose();

    private async Task BewaarInDelen(Organisatie organisatie, string naam, string bestand, long lengte, CancellationToken stop)
    {
        var adres = Adres(organisatie, naam);
        var omvang = Math.Max(Deel, (lengte + MaxDelen - 1) / MaxDelen);
        string upload;
        using (var begin = await Stuur(HttpMethod.Post, $"{adres}?uploads=", stop))
            upload = Uri.EscapeDataString(Element(await begin.Content.ReadAsStringAsync(stop), "UploadId"));
        try
        {
            var delen = new XElement("CompleteMultipartUpload");
            for (var (nummer, plek) = (1, 0L); plek < lengte; nummer++, plek += omvang)
            {
                using var inhoud = new Bestandsdeel(bestand, plek, Math.Min(omvang, lengte - plek));
                using var antwoord = await Stuur(HttpMethod.Put, $"{adres}?partNumber={nummer}&uploadId={upload}", stop, inhoud, await inhoud.Sha256(stop));
                delen.Add(new XElement("Part", new XElement("PartNumber", nummer), new XElement("ETag", antwoord.Headers.ETag?.Tag)));
            }

            var lijst = Encoding.UTF8.GetBytes(delen.ToString());
            using var slot = new ByteArrayContent(lijst);
            using var klaar = await Stuur(HttpMethod.Post, $"{adres}?uploadId={upload}", stop, slot, Convert.ToHexStringLower(SHA256.HashData(lijst)));
            // The status is sent before the store knows whether it succeeds.
            if ((await klaar.Content.ReadAsStringAsync(stop)).Contains("<Error>", StringComparison.Ordinal)) throw Problemen.Unreachable();
        }
        catch
        {
            using var weg = await Stuur(HttpMethod.Delete, $"{adres}?uploadId={upload}", CancellationToken.None);
            throw;
        }
    }

    private async Task<HttpResponseMessage> Stuur(
        HttpMethod methode, string adres, CancellationToken stop, HttpContent? inhoud = null, string sha256 = S3Handtekening.Leeg, long? vanaf = null)
    {
        using var request = new HttpRequestMessage(methode, adres) { Content = inhoud };
        if (vanaf is not null) request.Headers.Range = new System.Net.Http.Headers.RangeHeaderValue(vanaf, null);
        S3Handtekening.Teken(request, opties, sha256, klok.GetUtcNow());
        try
        {
            var antwoord = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            if (antwoord.IsSuccessStatusCode || antwoord.StatusCode == HttpStatusCode.NotFound) return antwoord;
            antwoord.Dispose();
        }
        catch (HttpRequestException)
        {
            // The store does not answer: said below, as when it refuses.
        }

        throw Problemen.Unreachable();
    }

    private string Adres(Organisatie organisatie, string naam) =>
        $"{opties.Adres}/{opties.Bucket.Replace("{organisatie}", organisatie.Slug, StringComparison.Ordinal)}/{organisatie.Slug}/{naam[..2]}/{naam[2..4]}/{naam}";

    private static string Element(string xml, string naam) => XElement.Parse(xml).Descendants().First(e => e.Name.LocalName == naam).Value;

    /// <summary>Part of a file as the body of a request.</summary>
    private sealed class Bestandsdeel : HttpContent
    {
        private readonly FileStream _bestand;
        private readonly (long Plek, long Lengte) _deel;

        public Bestandsdeel(string bestand, long plek, long lengte)
        {
            (_bestand, _deel) = (File.OpenRead(bestand), (plek, lengte));
            Headers.ContentLength = lengte;
        }

        public async Task<string> Sha256(CancellationToken stop)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await Loop(bytes =>
            {
                hash.AppendData(bytes.Span);
                return ValueTask.CompletedTask;
            }, stop);
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Loop(bytes => stream.WriteAsync(bytes), CancellationToken.None);

        protected override bool TryComputeLength(out long length)
        {
            length = _deel.Lengte;
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            _bestand.Dispose();
            base.Dispose(disposing);
        }

        private async Task Loop(Func<ReadOnlyMemory<byte>, ValueTask> doe, CancellationToken stop)
        {
            var buffer = new byte[128 * 1024];
            _bestand.Position = _deel.Plek;
            for (var over = _deel.Lengte; over > 0;)
            {
                var gelezen = await _bestand.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, over)), stop);
                if (gelezen == 0) throw new EndOfStreamException();
                await doe(buffer.AsMemory(0, gelezen));
                over -= gelezen;
            }
        }
    }
}
