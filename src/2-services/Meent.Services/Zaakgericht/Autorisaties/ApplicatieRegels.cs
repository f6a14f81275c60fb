using Meent.Data.Modellen.Autorisaties;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Standards.Problemen;

namespace Meent.Services.Zaakgericht.Autorisaties;

/// <summary>The rules of the Autorisaties API, each by its number.</summary>
internal static class ApplicatieRegels
{
    public static async ValueTask<Applicatie> Applicatie(Schrijven<Applicatie> schrijven, Session session)
    {
        var model = schrijven.Model;
        await EigenClients(model, schrijven.Id, session);
        EnigeBron(model);
        Volledig(model);
        return model with { Autorisaties = [.. model.Autorisaties.Select(Geordend)] };
    }

    /// <summary>ac-001: a client id identifies one applicatie.</summary>
    private static async ValueTask EigenClients(Applicatie model, Guid id, Session session)
    {
        if (model.ClientIds.Distinct(StringComparer.Ordinal).Count() < model.ClientIds.Count) throw Bestaat();
        foreach (var client in model.ClientIds)
            if (await session.One("SELECT 1 FROM zaakgericht_applicatie_clients WHERE client_id = $1 AND applicatie <> $2", _ => true, client, id)) throw Bestaat();
    }

    /// <summary>ac-002: autorisaties, or all of them, and not both.</summary>
    private static void EnigeBron(Applicatie model)
    {
        if (model is { HeeftAlleAutorisaties: true, Autorisaties.Count: > 0 })
            throw Weiger.Ongeldig("nonFieldErrors", "ambiguous-authorizations-specified", "Geef autorisaties, of zet heeftAlleAutorisaties aan, niet beide.");
        if (model is { HeeftAlleAutorisaties: false, Autorisaties.Count: 0 })
            throw Weiger.Ongeldig("nonFieldErrors", "missing-authorizations", "Geef autorisaties, of zet heeftAlleAutorisaties aan.");
    }

    /// <summary>ac-003: what a component knows per type is authorised per type, and up to a level.</summary>
    private static void Volledig(Applicatie model)
    {
        var fouten = new List<OngeldigVeld>();
        for (var i = 0; i < model.Autorisaties.Count; i++)
        {
            var autorisatie = model.Autorisaties[i];
            if (autorisatie.Scopes.Count == 0) fouten.Add(new OngeldigVeld($"autorisaties.{i}.scopes", "empty", "Deze lijst mag niet leeg zijn."));
            foreach (var (veld, waarde) in Vereist(autorisatie).Where(paar => string.IsNullOrEmpty(paar.Waarde)))
                fouten.Add(new OngeldigVeld($"autorisaties.{i}.{veld}", "required", "Dit veld is vereist."));
        }

        if (fouten.Count > 0) throw Weiger.Ongeldig(fouten);
    }

    private static IEnumerable<(string Veld, string? Waarde)> Vereist(ApplicatieAutorisatie a) => a.Component switch
    {
        "zrc" when Heeft(a, "zaken.") => [("zaaktype", a.Zaaktype), ("maxVertrouwelijkheidaanduiding", a.MaxVertrouwelijkheidaanduiding)],
        "drc" when Heeft(a, "documenten.") => [("informatieobjecttype", a.Informatieobjecttype), ("maxVertrouwelijkheidaanduiding", a.MaxVertrouwelijkheidaanduiding)],
        "brc" when Heeft(a, "besluiten.") => [("besluittype", a.Besluittype)],
        _ => [],
    };

    private static bool Heeft(ApplicatieAutorisatie a, string begin) => a.Scopes.Any(scope => scope.StartsWith(begin, StringComparison.Ordinal));

    /// <summary>With the name of the component, and without members that it does not have.</summary>
    internal static ApplicatieAutorisatie Geordend(ApplicatieAutorisatie a) => new()
    {
        Component = a.Component,
        ComponentWeergave = a.Component switch
        {
            "ac" => "Autorisaties API",
            "nrc" => "Notificaties API",
            "zrc" => "Zaken API",
            "ztc" => "Catalogi API",
            "drc" => "Documenten API",
            _ => "Besluiten API",
        },
        Scopes = a.Scopes,
        Zaaktype = a.Component == "zrc" ? Gevuld(a.Zaaktype) : null,
        Informatieobjecttype = a.Component == "drc" ? Gevuld(a.Informatieobjecttype) : null,
        Besluittype = a.Component == "brc" ? Gevuld(a.Besluittype) : null,
        MaxVertrouwelijkheidaanduiding = a.Component is "zrc" or "drc" ? Gevuld(a.MaxVertrouwelijkheidaanduiding) : null,
    };

    public static async ValueTask NaApplicatie(Schrijven<Applicatie> schrijven, Session session)
    {
        await session.Execute("DELETE FROM zaakgericht_applicatie_clients WHERE applicatie = $1", schrijven.Id);
        try
        {
            foreach (var client in schrijven.Model.ClientIds)
                await session.Execute("INSERT INTO zaakgericht_applicatie_clients (client_id, applicatie) VALUES ($1, $2)", client, schrijven.Id);
        }
        catch (UniqueConflictException)
        {
            // Another was first, after the check.
            throw Bestaat();
        }
    }

    private static string? Gevuld(string? tekst) => string.IsNullOrEmpty(tekst) ? null : tekst;

    private static ProbleemException Bestaat() => Weiger.Ongeldig("clientIds", "clientId-exists", "Een clientId hoort bij één applicatie.");
}
