using Meent.Services.Adressen;
using Meent.Services.Adressen.Voorkomens;
using Meent.Services.Brk.Model;
using Meent.Services.HaalCentraal;
using Meent.Services.Logboek;
using Meent.Services.Pijplijn;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Identificaties;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Brk;

/// <summary>What every operation of BRK bevragen begins and ends with.</summary>
internal static class Brkverzoek
{
    /// <summary>To look up what somebody owns, or somebody by name, is more than to ask about what is known: a purpose names it.</summary>
    public const string ScopeBezit = "brk.ZoekKadastraalOnroerendeZakenMetBsn";
    public const string ScopePersonen = "brk.GetKadasterPersonen";

    public static async ValueTask<Aanroep> Begin(HttpContext http, Aanroepen aanroepen)
    {
        http.Response.Headers["api-version"] = "2.0.0";
        http.Response.Headers.CacheControl = "no-store";
        var aanroep = await aanroepen.VanHaalCentraal(http, Rfc2616Problemen.Geauthenticeerd, detail => Rfc2616Problemen.NietGeautoriseerd(Brkvelden.GeenRecht, detail));
        Hal.Controleer(http.Request);
        return aanroep.Doel is not null ? aanroep : throw Rfc2616Problemen.NietGeautoriseerd(Brkvelden.GeenRecht, "Er is geen doel opgegeven.");
    }

    /// <summary>Geometry is in the one system there is; who names another gets nothing.</summary>
    public static void Crs(HttpContext http)
    {
        var gevraagd = http.Request.Headers[Headers.AcceptCrs].ToString();
        if (gevraagd.Length > 0 && !gevraagd.Equals(Rijksdriehoek.Epsg, StringComparison.OrdinalIgnoreCase)) throw BagProblemen.CrsGeweigerd();
        http.Response.Headers[Headers.ContentCrs] = Rijksdriehoek.Epsg;
    }

    public static void Eis(Doel doel, string scope)
    {
        if (!doel.Geeft(scope)) throw Rfc2616Problemen.NietGeautoriseerd(Brkvelden.GeenRecht, $"Het doel noemt scope:{scope} niet.");
    }

    /// <summary>The members that are asked of a resource, which the purpose must cover.</summary>
    public static Veldkeuze Velden(HttpContext http, Aanroep aanroep, Resourcevelden resource, params string[] ook)
    {
        var lezer = new Parameterlezer(http.Request.Query, new HashSet<string>(ook, StringComparer.Ordinal) { Veldkeuze.Parameter });
        var velden = Veldkeuze.Lees(http.Request.Query, lezer, resource);
        lezer.Klaar();
        velden.Controleer(aanroep.Doel!, Diensten.Brk, Brkvelden.GeenRecht);
        return velden;
    }

    public static ProbleemException BestaatNiet(string wat) => Rfc2616Problemen.BestaatNiet($"Er is geen {wat} met deze identificatie.");

    public static ProbleemException TeVeel() => Rfc2616Problemen.Fout(400, 1, "tooManyResults", "Teveel zoekresultaten.", $"Het aantal zoekresultaten is groter dan {Zaakvraag.Maximum}.");

    /// <summary>A record for each natural person of whom the answer tells, before it goes out.</summary>
    public static ValueTask Leg(this Verwerkingslog log, Aanroep aanroep, string naam, IEnumerable<Persoon> personen, IEnumerable<string> gegevens, CancellationToken stop)
    {
        List<Betrokkene> wie = [.. personen.Select(Betrokkene).OfType<Betrokkene>().Distinct()];
        if (wie.Count == 0) return ValueTask.CompletedTask;
        return log.Schrijf(aanroep.Organisatie, log.Regels(aanroep, naam, wie, aanroep.Peer is null ? null : aanroep.Organisatie.Verwerkingsactiviteit(BrkApi.Activiteit), gegevens), stop);
    }

    private static Betrokkene? Betrokkene(Persoon persoon) => persoon.Type switch
    {
        Persoon.IngeschrevenMens when Bsn.TryParse(persoon.Identificatie, out var bsn) => Logboek.Betrokkene.Van(bsn),
        Persoon.Kadastermens => new Betrokkene(LogboekAttributen.Kadasterpersoon, persoon.Identificatie),
        _ => null,
    };
}
