using Microsoft.AspNetCore.Http;

namespace Meent.Integration.Poort;

/// <summary>Reads a request body whole, up to a limit.</summary>
internal static class Lichaam
{
    public static async Task<byte[]> Lees(HttpContext http, int meest)
    {
        if (http.Request.ContentLength > meest) throw TeGroot();
        using var buffer = new MemoryStream();
        var blok = new byte[16 * 1024];
        int gelezen;
        while ((gelezen = await http.Request.Body.ReadAsync(blok, http.RequestAborted)) > 0)
        {
            if (buffer.Length + gelezen > meest) throw TeGroot();
            buffer.Write(blok, 0, gelezen);
        }

        return buffer.ToArray();

        static BadHttpRequestException TeGroot() => new("Het verzoek is te groot.", StatusCodes.Status413PayloadTooLarge);
    }
}
