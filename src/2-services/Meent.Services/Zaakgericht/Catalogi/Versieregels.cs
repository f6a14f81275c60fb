using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Zaakgericht.Catalogi;

/// <summary>The rules for versions of zaaktypen, besluittypen and informatieobjecttypen.</summary>
internal static class Versieregels
{
    public static readonly Scopes GeforceerdSchrijven = "catalogi.geforceerd-schrijven";
    public static readonly Scopes GeforceerdVerwijderen = "catalogi.geforceerd-verwijderen";

    /// <summary>ztc-009: a published version keeps what it is, but for its last day; but for a correction with its own scope.</summary>
    /// <returns>Whether it is a correction, which may add only (<see cref="Breidt"/>).</returns>
    public static bool Correctie<T>(Schrijven<T> schrijven, bool wasConcept) where T : class
    {
        if (schrijven.IsNieuw || wasConcept || AlleenEinde(schrijven)) return false;
        return schrijven.Mag(GeforceerdSchrijven) ? true : throw NietConcept("Het is niet toegestaan om een gepubliceerd object te wijzigen.");
    }

    /// <summary>"Correctie" of Catalogi 1.3.3: nothing that zaken, besluiten or documenten may lean on goes away.</summary>
    public static void Breidt(bool uit)
    {
        if (!uit) throw NietConcept("Een correctie van een gepubliceerd object mag alleen uitbreiden.");
    }

    /// <summary>ztc-009: a published version is not removed, but with its own scope.</summary>
    public static void Verwijderbaar<T>(Schrijven<T> schrijven, bool concept) where T : class
    {
        if (!concept && !schrijven.Mag(GeforceerdVerwijderen)) throw NietConcept("Alleen concepten kunnen verwijderd worden.");
    }

    public static void Geldigheid(DateOnly begin, DateOnly? einde)
    {
        if (einde < begin) throw Weiger.Ongeldig("eindeGeldigheid", "date-mismatch", "De einddatum ligt voor de begindatum.");
    }

    public static ValueTask<Guid> Catalogus(Session session, string url) => Verwijzing.Vereis(session, url, CatalogiResources.Catalogussen, "catalogus");

    public static bool Omvat<T>(IReadOnlyList<T> nieuw, IReadOnlyList<T> oud) => oud.All(nieuw.Contains);

    private static bool AlleenEinde<T>(Schrijven<T> schrijven) where T : class => schrijven.Actie == Actie.PartialUpdate && schrijven.Gestuurd.Count > 0
        && schrijven.Gestuurd.All(veld => veld.Equals("eindeGeldigheid", StringComparison.OrdinalIgnoreCase));

    private static Standards.Problemen.ProbleemException NietConcept(string reden) => Weiger.Ongeldig("nonFieldErrors", "non-concept-object", reden);
}
