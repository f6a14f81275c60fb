using System.Globalization;
using Meent.Standards.Beheer;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;

namespace Meent.Interaction.Paginas;

/// <summary>
/// How large a file may be that comes with a form: <c>Meent:Uploads:Grootste</c>, in bytes. Its size has to be known before its first part is sent on, so
/// it is kept in a temporary file until the form is whole, and never in memory.
/// </summary>
internal sealed class Uploadgrens(IConfiguration configuratie) : IConfiguratieControle
{
    private const string Sleutel = "Meent:Uploads:Grootste";
    private const long Standaard = 2_000_000_000;

    /// <summary>For the other fields, and what multipart puts around them.</summary>
    private const long Omhulsel = 1024 * 1024;

    public string Sectie => "Uploads";

    public long Grootste => configuratie[Sleutel] is { } tekst && long.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : Standaard;

    public IEnumerable<Configuratiefout> Fouten()
    {
        if (configuratie[Sleutel] is { } tekst && (!long.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) || bytes < 1))
            yield return new Configuratiefout(Sleutel, $"'{tekst}' is geen aantal bytes.");
    }

    /// <summary>Lets a form of this size in. What is announced as larger is read and thrown away, since a browser that is cut off shows no message.</summary>
    /// <exception cref="BadHttpRequestException">413.</exception>
    public async Task Laat(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } grens)
            grens.MaxRequestBodySize = http.Request.ContentLength > Grootste + Omhulsel ? null : Grootste + Omhulsel;
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = Grootste + Omhulsel }));
        if (http.Request.ContentLength <= Grootste + Omhulsel) return;
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        throw new BadHttpRequestException("Te groot.", StatusCodes.Status413PayloadTooLarge);
    }
}
