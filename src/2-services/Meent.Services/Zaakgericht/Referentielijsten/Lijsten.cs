using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Model;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Zaakgericht.Referentielijsten;

/// <summary>
/// The lists of an organisation, in memory: the rules of the other ZGW APIs look in them within their own transaction, and the API answers from them.
/// One number is read to know that the copy is still right, also after an import by another process.
/// </summary>
internal sealed class Lijsten
{
    /// <summary>Where the lists are published for everyone; a URL there means the same entry in the local copy, so nothing has to be fetched.</summary>
    private static readonly string[] BekendeHosts = ["selectielijst.openzaak.nl", "referentielijsten-api.vng.cloud"];

    private static readonly ConditionalWeakTable<Store, Kopie> Kopieen = [];

    // Most municipalities have the same lists: equal contents are one object.
    private static readonly ConcurrentDictionary<string, WeakReference<Lijsten>> Gedeeld = new(StringComparer.Ordinal);

    private readonly Dictionary<Guid, Referentie> _opId;
    private readonly ILookup<Lijst, Referentie> _opLijst;

    private Lijsten(IReadOnlyList<Referentie> alle)
    {
        _opId = alle.ToDictionary(r => r.Id);
        _opLijst = alle.ToLookup(r => r.Lijst);
    }

    public IEnumerable<Referentie> Van(Lijst lijst) => _opLijst[lijst];

    public Referentie? Vind(Lijst lijst, Guid id) => _opId.GetValueOrDefault(id) is { } gevonden && gevonden.Lijst == lijst ? gevonden : null;

    public static async ValueTask<Lijsten> Lees(Session session)
    {
        var stand = await session.One("SELECT stand FROM zaakgericht_referentiestand", row => row.Long(0));
        if (Kopieen.TryGetValue(session.Store, out var kopie) && kopie.Stand == stand) return kopie.Lijsten;
        var rijen = await session.All(
            "SELECT id, lijst, body FROM zaakgericht_referenties ORDER BY lijst, volgorde, id", row => (Id: row.Guid(0), Lijst: row.Text(1), Body: row.Bytes(2)));
        var lijsten = Deel(rijen);
        Kopieen.AddOrUpdate(session.Store, new Kopie(stand, lijsten));
        return lijsten;
    }

    /// <summary>Tells all copies that they are old.</summary>
    public static ValueTask<int> Gewijzigd(Session session) => session.Execute("UPDATE zaakgericht_referentiestand SET stand = stand + 1");

    /// <summary>List and id that a stored URL points at: an own one, or one at a host where the same lists are published; null for another.</summary>
    public static (string Lijst, Guid Id)? Adres(string url)
    {
        string pad;
        if (url.StartsWith(EigenUrls.Plek)) pad = url[1..].StartsWith(Eigen, StringComparison.Ordinal) ? url[(Eigen.Length + 1)..] : "";
        else pad = Uri.TryCreate(url, UriKind.Absolute, out var uri) && BekendeHosts.Contains(uri.Host) && uri.AbsolutePath.StartsWith(Elders, StringComparison.Ordinal) ? uri.AbsolutePath[Elders.Length..] : "";
        return pad.Split('/') is [var lijst, var id] && Guid.TryParseExact(id, "D", out var gelezen) ? (lijst, gelezen) : null;
    }

    private static readonly string Eigen = Diensten.Pad(Diensten.Referentielijsten) + "/";
    private const string Elders = "/api/v1/";

    private static Lijsten Deel(List<(Guid Id, string Lijst, byte[] Body)> rijen)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var rij in rijen)
        {
            hash.AppendData(rij.Id.ToByteArray());
            hash.AppendData(rij.Body);
        }

        var sleutel = Convert.ToHexString(hash.GetHashAndReset());
        if (Gedeeld.TryGetValue(sleutel, out var verwijzing) && verwijzing.TryGetTarget(out var bekend)) return bekend;
        var nieuw = new Lijsten([.. rijen.Select(rij =>
        {
            var lijst = Lijst.Genaamd(rij.Lijst);
            return new Referentie(lijst, rij.Id, rij.Body, lijst.Lees(rij.Body));
        })]);
        foreach (var (oud, _) in Gedeeld.Where(paar => !paar.Value.TryGetTarget(out _))) Gedeeld.TryRemove(oud, out _);
        Gedeeld[sleutel] = new WeakReference<Lijsten>(nieuw);
        return nieuw;
    }

    private sealed record Kopie(long Stand, Lijsten Lijsten);
}
