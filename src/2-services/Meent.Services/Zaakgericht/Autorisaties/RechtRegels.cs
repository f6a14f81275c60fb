using Meent.Data.Modellen.Autorisaties;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Zaakgericht.Catalogi;
using Meent.Standards.Problemen;

namespace Meent.Services.Zaakgericht.Autorisaties;

/// <summary>The rules for rights per type and per catalogue.</summary>
internal static class RechtRegels
{
    public static async ValueTask<Recht> Recht(Schrijven<Recht> schrijven, Session session)
    {
        var recht = schrijven.Model;
        var fouten = new List<OngeldigVeld>();
        var velden = Beschrijving.Van(typeof(Recht))!.Velden.Select(veld => veld.Naam).Append("url").ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var naam in schrijven.Gestuurd.Where(naam => !velden.Contains(naam))) fouten.Add(new OngeldigVeld(naam, "unknown", "Dit veld is onbekend."));
        if (recht.Scopes.Count == 0) fouten.Add(new OngeldigVeld("scopes", "empty", "Deze lijst mag niet leeg zijn."));
        if (recht.Catalogus.Length == 0 && recht.Type.Length == 0) fouten.Add(new OngeldigVeld("type", "required", "Noem een type, een catalogus, of beide."));
        // As ac-003: what has a level is authorised up to one.
        if (recht.Component != "brc" && recht.MaxVertrouwelijkheidaanduiding.Length == 0) fouten.Add(new OngeldigVeld("maxVertrouwelijkheidaanduiding", "required", "Dit veld is vereist."));
        if (fouten.Count > 0) throw Weiger.Ongeldig(fouten);
        await Verwijzing.Vereis(session, recht.Applicatie, AutorisatiesResources.Applicaties, "applicatie");
        if (recht.Catalogus.Length > 0) await Verwijzing.Vereis(session, recht.Catalogus, CatalogiResources.Catalogussen, "catalogus");
        return recht;
    }

    /// <summary>A right is part of its applicatie: subscribers hear that the applicatie changed.</summary>
    public static async ValueTask<Melding> Melding(Schrijven<Recht> schrijven, Session session)
    {
        var versie = await session.One(
            "UPDATE zaakgericht_applicaties SET version = version + 1 WHERE id = $1 RETURNING version", row => row.Long(0),
            EigenUrls.Id(schrijven.Model.Applicatie, AutorisatiesResources.Applicaties.Pad));
        return new Melding(AutorisatiesResources.Kanaal, schrijven.Model.Applicatie, versie, new Dictionary<string, string>());
    }
}
