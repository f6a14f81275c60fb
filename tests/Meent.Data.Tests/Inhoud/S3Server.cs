using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Xml.Linq;
using Meent.Data.Inhoud;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Meent.Data.Tests.Inhoud;

/// <summary>What Meent uses of the S3 protocol, on a loopback port; refuses a request whose signature or hash is wrong.</summary>
internal sealed class S3Server : IAsyncDisposable
{
    private readonly WebApplication _app;

    private S3Server(WebApplication app) => _app = app;

    public ConcurrentDictionary<string, byte[]> Objecten { get; } = new();
    public ConcurrentDictionary<string, ConcurrentDictionary<int, byte[]>> Uploads { get; } = new();

    /// <summary>Status for every request, for a store that is out of order.</summary>
    public int? Storing { get; set; }

    public S3Options Opties => new() { Adres = _app.Urls.First(), Regio = "eu-west-1", Bucket = "meent-{organisatie}", Toegangssleutel = "AKIAPROEF", Geheim = "proefgeheim/+" };

    public static async Task<S3Server> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new S3Server(app);
        app.Run(server.Behandel);
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Behandel(HttpContext http)
    {
        using var inhoud = new MemoryStream();
        await http.Request.Body.CopyToAsync(inhoud);
        var bytes = inhoud.ToArray();
        if (Storing is not null || !IsGetekend(http, bytes))
        {
            http.Response.StatusCode = Storing ?? 403;
            return;
        }

        var (sleutel, upload) = (http.Request.Path.Value!, http.Request.Query["uploadId"].ToString());
        switch (http.Request.Method)
        {
            case "POST" when http.Request.Query.ContainsKey("uploads"):
                var id = $"u/{Uploads.Count}+";
                Uploads[id] = new();
                await http.Response.WriteAsync($"<InitiateMultipartUploadResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><UploadId>{id}</UploadId></InitiateMultipartUploadResult>");
                break;
            case "POST":
                var nummers = XElement.Parse(System.Text.Encoding.UTF8.GetString(bytes)).Elements("Part").Select(p => (int)p.Element("PartNumber")!);
                Objecten[sleutel] = [.. nummers.SelectMany(n => Uploads[upload][n])];
                Uploads.TryRemove(upload, out _);
                await http.Response.WriteAsync("<CompleteMultipartUploadResult/>");
                break;
            case "PUT" when upload.Length > 0:
                Uploads[upload][int.Parse(http.Request.Query["partNumber"].ToString(), null)] = bytes;
                http.Response.Headers.ETag = "\"deel\"";
                break;
            case "PUT":
                Objecten[sleutel] = bytes;
                break;
            case "DELETE" when upload.Length > 0:
                Uploads.TryRemove(upload, out _);
                break;
            case "DELETE":
                Objecten.TryRemove(sleutel, out _);
                http.Response.StatusCode = 204;
                break;
            default:
                if (Objecten.TryGetValue(sleutel, out var gevonden)) await Results.Bytes(gevonden, enableRangeProcessing: true).ExecuteAsync(http);
                else http.Response.StatusCode = 404;
                break;
        }
    }

    private bool IsGetekend(HttpContext http, byte[] bytes)
    {
        var koppen = http.Request.Headers;
        var moment = DateTimeOffset.ParseExact(koppen["x-amz-date"].ToString(), "yyyyMMdd'T'HHmmss'Z'", null, System.Globalization.DateTimeStyles.AssumeUniversal);
        using var opnieuw = new HttpRequestMessage(new HttpMethod(http.Request.Method), $"http://{http.Request.Host}{http.Request.Path.ToUriComponent()}{http.Request.QueryString}");
        S3Handtekening.Teken(opnieuw, Opties, Convert.ToHexStringLower(SHA256.HashData(bytes)), moment);
        return opnieuw.Headers.GetValues("Authorization").Single() == koppen.Authorization.ToString();
    }
}
