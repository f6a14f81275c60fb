using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Buiten;
using Meent.Services.Pijplijn.Model;

namespace Meent.Services.Zaakgericht.Referentielijsten;

/// <summary>For the rules of other APIs: what stands behind a URL of a reference list (ztc-001, ztc-002, zrc-010).</summary>
internal static class Referenties
{
    /// <summary>Whether a URL of elsewhere is one of a list that is here too.</summary>
    public static bool Hier(string url) => Lijsten.Adres(url) is not null;

    /// <returns>Null when the URL is no entry of that list here.</returns>
    public static async ValueTask<T?> Vind<T>(Session session, string url) where T : class =>
        Lijsten.Adres(url) is { } adres && adres.Lijst == Lijst.Voor<T>().Naam ? (await Lijsten.Lees(session)).Vind(Lijst.Voor<T>(), adres.Id)?.Model as T : null;

    /// <param name="url">As it is stored.</param>
    /// <param name="opgehaald">What the write fetched: an entry of a list that is published elsewhere.</param>
    /// <exception cref="Standards.Problemen.ProbleemException">400 <c>bad-url</c> when nothing is there, <c>invalid-resource</c> when it is something else.</exception>
    public static async ValueTask<T> Vereis<T>(Session session, string url, string veld, Opgehaald? opgehaald = null) where T : class
    {
        if (await Vind<T>(session, url) is { } gevonden) return gevonden;
        if (opgehaald?.Van(url)?.Deserialize<T>(Vorm.Json) is { } elders) return elders;
        var lijst = Lijst.Voor<T>();
        var iets = Lijsten.Adres(url) is { } adres ? adres.Lijst != lijst.Naam : url.StartsWith(EigenUrls.Plek);
        throw iets
            ? Weiger.Ongeldig(veld, "invalid-resource", $"De URL is geen {lijst.Enkel}.")
            : Weiger.Ongeldig(veld, "bad-url", "De URL kan niet worden opgehaald.");
    }
}
