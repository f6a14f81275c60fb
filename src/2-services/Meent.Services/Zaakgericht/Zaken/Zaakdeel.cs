using Meent.Data.Modellen.Zaken;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Zaakgericht.Catalogi;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>What all resources that belong to a zaak share.</summary>
internal static class Zaakdeel
{
    public const string Versie = "1.7.0";
    public const string Lezen = "zaken.lezen";
    public const string Geforceerd = "zaken.geforceerd-bijwerken";
    public const string Zaakpad = "/zaken/api/v1/zaken";
    public static readonly Scopes Bijwerken = new("zaken.bijwerken", Geforceerd);

    /// <summary>Sub-resources carry the zaaktype and level of their zaak, so that one filter serves them all.</summary>
    public static readonly Zichtbaarheid PerZaaktype = new("zrc", "zaaktype", "vertrouwelijkheid", CatalogiResources.Zaaktypen.Pad) { Typetabel = CatalogiResources.Zaaktypen.Tabel };

    /// <summary>A resource that can be read; each declaration adds what else can be done with it.</summary>
    /// <param name="kolommen">Index columns besides the zaak.</param>
    public static Resource<T> Resource<T>(string naam, string meervoud, params IReadOnlyList<Kolom<T>> kolommen) where T : class, IZaakdeel => new()
    {
        Naam = naam,
        Meervoud = meervoud,
        Dienst = Diensten.Zaken,
        ApiVersie = Versie,
        Tabel = $"zaakgericht_{meervoud}",
        MetUuid = true,
        Persoonsgegevens = true,
        ScopeLezen = Lezen,
        Zichtbaarheid = PerZaaktype,
        Kolommen = [new("zaak", deel => Id(deel.Zaak)), .. kolommen],
        VanOuder = VanZaak,
        Filters = [Filter.Verwijzing("zaak", "zaak", Zaakpad)],
        Melding = (schrijven, session) => ZaakRegels.MeldingVanZaak(schrijven.Model.Zaak, session),
    };

    /// <summary>Of the zaak at a stored URL that has been found to be one.</summary>
    public static Guid Id(string zaak) => EigenUrls.Id(zaak, Zaakpad) ?? Guid.Empty;

    /// <summary>The lock on the zaak, which is open or may be changed all the same (zrc-007).</summary>
    public static async ValueTask<Zaakstand> Open<T>(Schrijven<T> schrijven, Session session) where T : class, IZaakdeel =>
        (await Zaakstand.Pak(session, Id(schrijven.Model.Zaak))).EisOpen(schrijven);

    /// <summary>For the removal of a part.</summary>
    public static async ValueTask OpenBijWeg<T>(Schrijven<T> schrijven, Session session, Dienstverlening diensten) where T : class, IZaakdeel => await Open(schrijven, session);

    /// <summary>Shows a new part in its zaak.</summary>
    /// <param name="kolom">Column of the zaak that holds the links.</param>
    public static async ValueTask Koppel<T>(string kolom, Schrijven<T> schrijven, Session session) where T : class, IZaakdeel
    {
        if (schrijven.IsNieuw) await Koppelingen.Voeg(session, "zaakgericht_zaken", kolom, Id(schrijven.Model.Zaak), Pad(schrijven), schrijven.Id);
    }

    /// <summary>Takes a part that is gone out of its zaak.</summary>
    public static async ValueTask Ontkoppel<T>(string kolom, Schrijven<T> schrijven, Session session) where T : class, IZaakdeel =>
        await Koppelingen.Verwijder(session, "zaakgericht_zaken", kolom, Id(schrijven.Model.Zaak), Pad(schrijven), schrijven.Id);

    private static string Pad<T>(Schrijven<T> schrijven) where T : class, IZaakdeel => schrijven.Resource.Nest is { } nest
        ? $"{nest.Ouder.Pad}/{Id(schrijven.Model.Zaak):D}/{schrijven.Resource.Meervoud}" : schrijven.Resource.Pad;

    /// <summary>Zaaktype and level of the zaak that a resource belongs to; the zaak exists.</summary>
    private static async ValueTask<(Guid Type, long Rang)> VanZaak<T>(T model, Session session) where T : class, IZaakdeel
    {
        var id = await Verwijzing.Vereis(session, model.Zaak, ZakenResources.Zaken, "zaak");
        return await session.One("SELECT zaaktype, vertrouwelijkheid FROM zaakgericht_zaken WHERE id = $1", row => (row.Guid(0), row.Long(1)), id);
    }
}
