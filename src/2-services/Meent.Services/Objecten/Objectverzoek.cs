using System.Globalization;
using System.Text;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Objecten.Rechten;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Objecten;

/// <summary>A request to this API: who asks, what it may with which types, and under which base URL it finds what it is shown.</summary>
internal sealed record Objectverzoek(HttpContext Http, Aanroep Aanroep, Typerechten Rechten, Store Store, string Basis, DateTimeOffset Nu)
{
    private static readonly JsonElement Leeg = JsonSerializer.SerializeToElement(new object());

    /// <summary>The base URL as it is written in answers.</summary>
    public byte[] BasisBytes { get; } = Encoding.UTF8.GetBytes(Basis);

    public byte[] OrganisatieBytes { get; } = Encoding.UTF8.GetBytes(Aanroep.Organisatie.Basis);

    public DateOnly Vandaag => Nu.LokaleDag();

    public CancellationToken Stop => Http.RequestAborted;

    /// <summary>About objects: they may hold personal data, so layers of the organisation and Peers need a purpose, as for zaken.</summary>
    public static async ValueTask<Objectverzoek> VanObjecten(HttpContext http, Dienstverlening diensten)
    {
        var verzoek = await Van(http, Diensten.Objecten, diensten);
        if (verzoek.Aanroep.Herkomst != Herkomst.Buiten) verzoek.Aanroep.VereisDoel(Diensten.Objecten, "objects");
        return verzoek;
    }

    /// <summary>About the types, which everybody may read who is known here.</summary>
    public static async ValueTask<Objectverzoek> Van(HttpContext http, string dienst, Dienstverlening diensten)
    {
        var aanroep = await diensten.Aanroepen.VanMetToken(http);
        return new Objectverzoek(
            http, aanroep, Typerechten.Van(aanroep.Client), await diensten.Stores.Get(aanroep.Organisatie), aanroep.Organisatie.Basis + Diensten.Pad(dienst), diensten.Klok.GetUtcNow());
    }

    public Guid Id(string parameter = "uuid") => Adressering.Id(Http, parameter);

    /// <summary>A number in the path.</summary>
    /// <exception cref="Standards.Problemen.ProbleemException">404: it is none.</exception>
    public int Nummer(string parameter) =>
        int.TryParse(Http.Request.RouteValues[parameter] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var nummer) ? nummer : throw Weiger.NietGevonden();

    /// <summary>The body; nothing at all is an object without members, where the standard does not demand a body.</summary>
    public async Task<JsonElement> Lees(bool verplicht = true)
    {
        if (!verplicht && Http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false }) return Leeg;
        using var json = await Inhoud.Lees(Http);
        Zuiver.Leesbaar(json.RootElement);
        return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : throw Weiger.Ongeldig("nonFieldErrors", "invalid", "Verwachtte een object.");
    }

    /// <summary>One resource, or that the client has it already.</summary>
    public Task Antwoord(Buffer buffer, int status = StatusCodes.Status200OK)
    {
        if (status == StatusCodes.Status200OK && (HttpMethods.IsGet(Http.Request.Method) || HttpMethods.IsHead(Http.Request.Method)))
        {
            var etag = ETag.VanInhoud(buffer.Inhoud.Span);
            Http.Response.Headers.ETag = etag;
            if (ETag.Bekend(Http.Request, etag))
            {
                Http.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }

        return Pijplijn.Lezen.Antwoord.Json(Http, buffer, status);
    }
}
