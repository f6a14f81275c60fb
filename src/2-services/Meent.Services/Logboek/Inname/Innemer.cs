using System.IO.Compression;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Logboek.Inname;

/// <summary>Takes spans in, whatever the wire. When it returns, every record that is not counted as refused is durable; the same spans again change nothing.</summary>
internal sealed class Innemer(Aanroepen aanroepen, Stores stores, Pseudoniemen pseudoniemen, Bewaartermijnen termijnen)
{
    private const int PerTransactie = 500;
    private const int Veel = 100;
    private const int MaxUitgepakt = 64 * 1024 * 1024;

    /// <param name="lees">Reads the message, after it is known that the caller may write.</param>
    public async Task<Inneming> Neem(HttpContext http, Func<Task<OtlpBericht>> lees)
    {
        // The path of gRPC is that of no service, so it was not looked up who keeps a logbook.
        if (http.OrganisatieOfNiets()?.Diensten.Contains(Diensten.Logboek) != true) throw Weiger.NietGevonden();
        var organisatie = MagSchrijven(await aanroepen.VanMetToken(http)).Organisatie;
        var lezer = new SpanLezer(pseudoniemen, termijnen, organisatie);
        lezer.Lees(await lees());
        if (lezer.Regels.Count > 0)
        {
            var store = await stores.Get(organisatie);
            foreach (var deel in lezer.Regels.Chunk(PerTransactie))
            {
                ValueTask<int> Schrijf(Session session) => session.Logboek(deel);
                // Many at a time is an exporter's queue. A few may be of someone who waits.
                await (deel.Length < Veel ? store.WriteRepeatable(Schrijf, http.RequestAborted) : store.WriteBulk(Schrijf, http.RequestAborted));
            }
        }

        return new Inneming(lezer.Geweigerd.Count, string.Join(' ', lezer.Geweigerd.Distinct()));
    }

    /// <summary>
    /// The data subject arrives plain, so only from the own organisation: its layers, and its applications that were given the scope. Another organisation
    /// has a logbook of its own.
    /// </summary>
    public static Aanroep MagSchrijven(Aanroep aanroep)
    {
        if (aanroep.Peer is not null) throw Weiger.GeenRecht("Een andere organisatie schrijft in haar eigen logboek.");
        if (!aanroep.IsIntern) aanroep.Bereik(LogboekApi.ScopeSchrijven, Zichtbaarheid.Iedereen);
        return aanroep;
    }

    /// <summary>The body in memory, unpacked when it was packed: what is small packed may be too large.</summary>
    /// <param name="codering">None, <c>identity</c> or <c>gzip</c>.</param>
    public static async Task<MemoryStream> Uitgepakt(Stream inhoud, string? codering, CancellationToken stop)
    {
        if (codering is not (null or "" or "identity" or "gzip"))
            throw new ProbleemException(new Probleem(415, "unsupported_media_type", "Stuur de inhoud zonder codering, of met gzip."));
        await using var gzip = codering == "gzip" ? new GZipStream(inhoud, CompressionMode.Decompress, leaveOpen: true) : null;
        var bron = gzip ?? inhoud;
        var geheel = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int gelezen;
        while ((gelezen = await Lees(bron, buffer, stop)) > 0)
        {
            if (geheel.Length + gelezen > MaxUitgepakt) throw new ProbleemException(new Probleem(413, "request-entity-too-large", "Het bericht is te groot.", "Stuur minder spans tegelijk."));
            geheel.Write(buffer, 0, gelezen);
        }

        geheel.Position = 0;
        return geheel;
    }

    private static async ValueTask<int> Lees(Stream bron, byte[] buffer, CancellationToken stop)
    {
        try
        {
            return await bron.ReadAsync(buffer, stop);
        }
        catch (InvalidDataException)
        {
            throw Weiger.Ongeldig("", "invalid", "De inhoud is geen gzip.");
        }
    }

    /// <exception cref="ProbleemException">400: it is no protobuf message of this kind.</exception>
    public static OtlpBericht VanProto(ReadOnlySpan<byte> bericht)
    {
        try
        {
            return OtlpProto.Lees(bericht);
        }
        catch (InvalidDataException fout)
        {
            throw Weiger.Ongeldig("", "invalid", fout.Message);
        }
    }
}
