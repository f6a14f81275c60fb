using Meent.Services.Pijplijn;
using Meent.Standards.Organisaties;

namespace Meent.Services.Verwerkingsregister.Beslispunt;

/// <summary>
/// Decides from the register of processing activities: there is a purpose, it holds at the moment, and it covers what is asked. A purpose of another organisation
/// is in the contract that both signed; of the own register then asks that it has an activity at all for giving data of this service.
/// </summary>
internal sealed class Beslisser(Doelen doelen, TimeProvider klok)
{
    private const string VanActiviteit = "action.properties.processing_activity_id";
    private const string VanAfnemer = "context.fsc.purpose";

    public async ValueTask<Besluit> Beslis(Organisatie organisatie, Toegangsvraag vraag)
    {
        var moment = vraag.Moment ?? klok.GetUtcNow();
        var uri = vraag.Activiteit ?? (vraag.IsVanInway ? vraag.Afnemersdoel : null);
        if (uri is null)
            return Besluit.Nee("doelbindingOntbreekt", "Er is geen doel opgegeven.", vraag.IsVanInway ? [VanActiviteit, VanAfnemer] : [VanActiviteit]);
        var versies = await doelen.Versies(organisatie);
        return vraag.Activiteit is null && !versies.Contains(uri) ? VanContract(vraag, uri, versies, moment) : VanRegister(vraag, uri, versies[uri].Op(moment));
    }

    private static Besluit VanRegister(Toegangsvraag vraag, string uri, Versie? versie)
    {
        if (versie is null) return Onbekend(Weiger.DoelOnbekend(uri).Probleem.Detail, uri);
        var tekort = Tekort(vraag, versie.Doel());
        return tekort.Count == 0 ? Besluit.Ja(uri, versie) : Besluit.Nee("doelbindingDektNiet", Weiger.DoelDektNiet(uri, string.Join(", ", tekort)).Probleem.Detail, tekort, versie);
    }

    private static Besluit VanContract(Toegangsvraag vraag, string uri, ILookup<string, Versie> versies, DateTimeOffset moment)
    {
        if (FscDoel.Van(vraag.Grant, uri) is not { } doel) return Onbekend($"Het contract noemt doel {uri} niet.", uri);
        var tekort = Tekort(vraag, doel);
        if (tekort.Count > 0) return Besluit.Nee("doelbindingDektNiet", Weiger.DoelDektNiet(uri, string.Join(", ", tekort)).Probleem.Detail, tekort);
        var eigen = versies.Select(groep => groep.Op(moment)).FirstOrDefault(versie => versie is not null && Tekort(vraag, versie.Doel()).Count == 0);
        return eigen is not null ? Besluit.Ja(uri, eigen)
            : Besluit.Nee("doelbindingOnbekend", $"Het eigen register heeft nu geen activiteit met gegevens van {vraag.Dienst}.", Gevraagd(vraag));
    }

    private static Besluit Onbekend(string reden, string uri) => Besluit.Nee("doelbindingOnbekend", reden, [uri]);

    /// <summary>What is asked for and not covered. Without fields, some data of the service is enough: the source looks at those that it gives.</summary>
    private static IReadOnlyList<string> Tekort(Toegangsvraag vraag, Doel doel)
    {
        if (vraag.Handeling.Contains('.', StringComparison.Ordinal)) return doel.Geeft(vraag.Handeling) ? [] : Gevraagd(vraag);
        if (vraag.Velden.Count > 0) return [.. vraag.Velden.Where(veld => !doel.Dekt(vraag.Dienst, veld)).Select(veld => $"{vraag.Dienst}:{veld}")];
        return doel.Gegevens.Any(gegeven => gegeven.StartsWith(vraag.Dienst + ":", StringComparison.Ordinal)) ? [] : Gevraagd(vraag);
    }

    private static IReadOnlyList<string> Gevraagd(Toegangsvraag vraag) => vraag.Handeling.Contains('.', StringComparison.Ordinal) ? ["scope:" + vraag.Handeling]
        : vraag.Velden.Count > 0 ? [.. vraag.Velden.Select(veld => $"{vraag.Dienst}:{veld}")] : [$"{vraag.Dienst}:*"];
}
