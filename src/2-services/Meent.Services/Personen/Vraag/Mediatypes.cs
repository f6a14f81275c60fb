using Microsoft.AspNetCore.Http;

namespace Meent.Services.Personen.Vraag;

/// <summary>Only JSON in UTF-8 comes in and goes out; leaving it unsaid means just that.</summary>
internal static class Mediatypes
{
    public static void Controleer(HttpRequest request)
    {
        if (!request.Headers.Accept.All(a => Is(a, anyType: true))) throw BrpProblemen.AntwoordNietOndersteund();
        if (!Is(request.ContentType, anyType: false)) throw BrpProblemen.BerichtNietOndersteund();
    }

    private static bool Is(string? mediatype, bool anyType)
    {
        var kaal = string.Concat((mediatype ?? "").Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        return kaal is "" or "application/json" or "application/json;charset=utf-8" || (anyType && kaal is "*/*" or "*/*;charset=utf-8");
    }
}
