using System.Buffers.Binary;
using System.Globalization;
using Meent.Services.Pijplijn;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Logboek.Inname;

/// <summary>
/// OTLP/gRPC: the one call of the trace service, written out over HTTP/2. A message goes behind a byte that says whether it is packed and four with its
/// length; the outcome is in the trailers (gRPC over HTTP2, "Responses").
/// </summary>
internal static class InnameGrpc
{
    private const int Kop = 5;

    public static void MapGrpc(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/opentelemetry.proto.collector.trace.v1.TraceService/Export", Export).WithName("traces_export_grpc").WithTags("Logboek");

    private static async Task Export(HttpContext http, Innemer innemer)
    {
        if (!http.Response.SupportsTrailers()) throw new ProbleemException(new Probleem(415, "unsupported_media_type", "gRPC gaat over HTTP/2."));
        var (status, reden) = (0, "");
        ReadOnlyMemory<byte> antwoord = default;
        try
        {
            antwoord = OtlpProto.Antwoord(await innemer.Neem(http, () => Lees(http)));
        }
        catch (ProbleemException fout)
        {
            (status, reden) = (OtlpProto.GrpcStatus(fout.Probleem.Status), OtlpProto.Tekst(fout.Probleem));
        }

        http.Response.ContentType = "application/grpc";
        if (status == 0)
        {
            var kop = new byte[Kop];
            BinaryPrimitives.WriteInt32BigEndian(kop.AsSpan(1), antwoord.Length);
            await http.Response.Body.WriteAsync(kop, http.RequestAborted);
            await http.Response.Body.WriteAsync(antwoord, http.RequestAborted);
        }

        http.Response.AppendTrailer("grpc-status", status.ToString(CultureInfo.InvariantCulture));
        if (reden.Length > 0) http.Response.AppendTrailer("grpc-message", Uri.EscapeDataString(reden));
    }

    private static async Task<OtlpBericht> Lees(HttpContext http)
    {
        using var lichaam = await Innemer.Uitgepakt(http.Request.Body, null, http.RequestAborted);
        var geheel = lichaam.GetBuffer().AsMemory(0, (int)lichaam.Length);
        if (geheel.Length < Kop || BinaryPrimitives.ReadUInt32BigEndian(geheel.Span[1..]) != geheel.Length - Kop)
            throw Weiger.Ongeldig("", "invalid", "De inhoud is niet één gRPC-bericht.");
        if (geheel.Span[0] == 0) return Innemer.VanProto(geheel.Span[Kop..]);
        using var ingepakt = new MemoryStream(geheel[Kop..].ToArray());
        using var bericht = await Innemer.Uitgepakt(ingepakt, http.Request.Headers["grpc-encoding"], http.RequestAborted);
        return Innemer.VanProto(bericht.GetBuffer().AsSpan(0, (int)bericht.Length));
    }
}
