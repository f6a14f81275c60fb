using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Zaakgericht.Zaken;
using Meent.Standards.Problemen;

namespace Meent.Services.Zaakgericht.Catalogi.Beheer;

/// <summary>From one version of a zaaktype to another, with the counterpart of each part that the zaken use.</summary>
internal sealed class Verhuisplan
{
    /// <summary>The parts of a zaaktype to which a zaak refers: where they are, by what they are known, and who refers to them.</summary>
    public static readonly (string Pad, string Tabel, string Naam, string Generiek, string Gebruikers, string Kolom)[] Delen =
    [
        (Catalogipaden.Statustypen, "zaakgericht_statustypen", OmschrijvingInBody, "''", "zaakgericht_statussen", "statustype"),
        (Catalogipaden.Resultaattypen, "zaakgericht_resultaattypen", "t.omschrijving", "''", "zaakgericht_resultaten", "resultaattype"),
        (Catalogipaden.Roltypen, "zaakgericht_roltypen", "t.omschrijving", "t.omschrijving_generiek", "zaakgericht_rollen", "roltype"),
        (Catalogipaden.Eigenschappen, "zaakgericht_eigenschappen", "t.naam", "''", "zaakgericht_zaakeigenschappen", "eigenschap"),
        (Catalogipaden.Zaakobjecttypen, "zaakgericht_zaakobjecttypen", "t.relatie_omschrijving", "''", "zaakgericht_zaakobjecten", "zaakobjecttype"),
    ];

    private const string OmschrijvingInBody = "t.body";

    private readonly Dictionary<Guid, Guid> _gegeven;
    private readonly Dictionary<string, Deel> _naar = [];

    private Verhuisplan(Guid van, Guid naar, Dictionary<Guid, Guid> gegeven) => (Van, Naar, _gegeven) = (van, naar, gegeven);

    public Guid Van { get; }

    public Guid Naar { get; }

    /// <summary>Stored URL of the counterpart.</summary>
    public string Url(string url) => Vind(url).Url;

    public string Naam(string url) => Vind(url).Naam;

    public string Generiek(string url) => Vind(url).Generiek;

    /// <exception cref="ProbleemException">400: these are not two versions of one zaaktype, of which the new one is published.</exception>
    public static async ValueTask<Verhuisplan> Maak(Session session, Verhuisopdracht opdracht)
    {
        string[] basissen = [session.Store.Organisatie.Basis];
        var van = await Verwijzing.Vereis(session, EigenUrls.Bewaar(opdracht.Van, basissen), CatalogiResources.Zaaktypen, "van");
        var naar = await Verwijzing.Vereis(session, EigenUrls.Bewaar(opdracht.Naar, basissen), CatalogiResources.Zaaktypen, "naar");
        if (await session.One("SELECT concept FROM zaakgericht_zaaktypen WHERE id = $1", row => row.Bool(0), naar))
            throw Weiger.Ongeldig("naar", "not-published", "Het zaaktype is nog in concept.");
        if (van == naar || !await session.One(
            "SELECT 1 FROM zaakgericht_zaaktypen a JOIN zaakgericht_zaaktypen b ON a.catalogus = b.catalogus AND a.identificatie = b.identificatie WHERE a.id = $1 AND b.id = $2", _ => true, van, naar))
            throw Weiger.Ongeldig("naar", "zaaktype-mismatch", "Dit is geen andere versie van hetzelfde zaaktype.");

        var gegeven = new Dictionary<Guid, Guid>();
        for (var i = 0; i < (opdracht.Tegenhangers?.Count ?? 0); i++)
        {
            var een = opdracht.Tegenhangers![i];
            var (oud, nieuw) = (EigenUrls.Bewaar(een.Van, basissen), EigenUrls.Bewaar(een.Naar, basissen));
            var soort = Delen.FirstOrDefault(deel => EigenUrls.Id(oud, deel.Pad) is not null);
            if (soort.Pad is null || !await HoortBij(session, soort.Tabel, EigenUrls.Id(oud, soort.Pad), van)) throw Weiger.Ongeldig($"tegenhangers.{i}.van", "relations-incorrect-zaaktype", "Dit is geen deel van het oude zaaktype.");
            if (!await HoortBij(session, soort.Tabel, EigenUrls.Id(nieuw, soort.Pad), naar)) throw Weiger.Ongeldig($"tegenhangers.{i}.naar", "relations-incorrect-zaaktype", "Dit is niet zo'n deel van het nieuwe zaaktype.");
            gegeven[EigenUrls.Id(oud, soort.Pad)!.Value] = EigenUrls.Id(nieuw, soort.Pad)!.Value;
        }

        return new Verhuisplan(van, naar, gegeven);
    }

    /// <summary>Finds the counterpart of everything that these zaken use: the one that was named, else the only one of the same name.</summary>
    /// <exception cref="ProbleemException">400 with all that have none.</exception>
    public async ValueTask<Verhuisplan> MetTegenhangers(Session session, IReadOnlyCollection<Guid> zaken)
    {
        var gekozen = zaken.ToHashSet();
        var fouten = new List<OngeldigVeld>();
        foreach (var soort in Delen)
        {
            var nieuwe = await Typen(session, soort, Naar);
            var gebruikt = (await session.All(
                $"SELECT DISTINCT d.{soort.Kolom}, d.zaak FROM {soort.Gebruikers} d JOIN zaakgericht_zaken z ON z.id = d.zaak WHERE z.zaaktype = $1 AND z.einddatum IS NULL AND d.{soort.Kolom} IS NOT NULL",
                row => (Type: row.Guid(0), Zaak: row.Guid(1)), Van)).Where(deel => gekozen.Contains(deel.Zaak)).Select(deel => deel.Type).ToHashSet();
            foreach (var oud in (await Typen(session, soort, Van)).Where(deel => gebruikt.Contains(deel.Id)))
            {
                var kandidaten = _gegeven.TryGetValue(oud.Id, out var gegeven) ? nieuwe.FindAll(deel => deel.Id == gegeven) : nieuwe.FindAll(deel => (deel.Naam, deel.Generiek) == (oud.Naam, oud.Generiek));
                if (kandidaten is [var een]) _naar[oud.Url] = een;
                else fouten.Add(new OngeldigVeld($"tegenhangers.{soort.Kolom}", "no-counterpart", $"'{oud.Naam}' heeft in de nieuwe versie {(kandidaten.Count == 0 ? "geen tegenhanger" : "er meer dan een")}; noem die."));
            }
        }

        return fouten.Count == 0 ? this : throw Weiger.Ongeldig(fouten);
    }

    /// <summary>A type that none of the zaken used when the plan was made keeps a zaak where it is.</summary>
    private Deel Vind(string url) => _naar.GetValueOrDefault(url) ?? throw Weiger.Ongeldig("tegenhangers", "no-counterpart", "De zaak is intussen gewijzigd; vraag het opnieuw.");

    private static async ValueTask<bool> HoortBij(Session session, string tabel, Guid? id, Guid zaaktype) =>
        id is not null && await session.One($"SELECT 1 FROM {tabel} WHERE id = $1 AND zaaktype = $2", _ => true, id, zaaktype);

    private static ValueTask<List<Deel>> Typen(Session session, (string Pad, string Tabel, string Naam, string Generiek, string Gebruikers, string Kolom) soort, Guid zaaktype) => session.All(
        $"SELECT t.id, {soort.Naam}, {soort.Generiek} FROM {soort.Tabel} t WHERE t.zaaktype = $1",
        row => new Deel(row.Guid(0), EigenUrls.Van(soort.Pad, row.Guid(0)), soort.Naam == OmschrijvingInBody ? Vorm.VanBewaard<Data.Modellen.Catalogi.StatusType>(row.Bytes(1)).Omschrijving : row.Text(1), row.Text(2)), zaaktype);

    private sealed record Deel(Guid Id, string Url, string Naam, string Generiek);
}
