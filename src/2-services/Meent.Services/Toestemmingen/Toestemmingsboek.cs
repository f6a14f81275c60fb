using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Services.Toestemmingen;

/// <summary>Whose data may be used for a purpose whose ground is consent. Read anew at each call: what was withdrawn a moment ago counts on every node.</summary>
internal sealed class Toestemmingsboek(Stores stores, Doelen doelen, TimeProvider klok)
{
    /// <summary>More persons than this in one list do not fit in one statement.</summary>
    private const int Meeste = 10_000;

    /// <summary>Data about others stands in somebody's record as well; nobody can consent for them.</summary>
    private static readonly string[] VanAnderen = ["personen:partners", "personen:ouders", "personen:kinderen", "personen:gezag"];

    /// <summary>What can be consented to now.</summary>
    public async ValueTask<IReadOnlyList<Mogelijkheid>> Mogelijkheden(Organisatie organisatie)
    {
        var nu = klok.GetUtcNow();
        return [.. (await doelen.Versies(organisatie)).Select(versies => versies.Op(nu)).OfType<Versie>().SelectMany(Van)];
    }

    /// <summary>For which persons a purpose can be used, when consent is its ground: the own register says so, or the contract does.</summary>
    /// <param name="peer">OIN of who asks over FSC; null inside the organisation, whose purposes are those of the register itself.</param>
    /// <returns>Null when it has another ground.</returns>
    public async ValueTask<Toestemmingsbereik?> Bereik(Organisatie organisatie, string? peer, Doel? doel)
    {
        if (doel is null || (peer is null && doel.Grondslag != Grondslag.Toestemming)) return null;
        var (nu, ontvanger) = (klok.GetUtcNow(), peer ?? organisatie.Oin);
        var register = (await doelen.Versies(organisatie)).Where(versies => versies.Key == doel.Uri || versies.Any(versie => versie.Activiteit.DelenMet.Contains(doel.Uri))).ToList();
        var mogelijk = register.Select(versies => versies.Op(nu)).OfType<Versie>().SelectMany(Van).FirstOrDefault(een => een.Doel == doel.Uri && een.Ontvanger == ontvanger);
        // What has ended does not become a right by that.
        var gold = register.Any(versies => versies.ToList().Naaste(nu).Activiteit is { Grondslag: Grondslag.Toestemming } activiteit && activiteit.DelenMet.Contains(doel.Uri));
        return mogelijk is not null || gold || doel.Grondslag == Grondslag.Toestemming ? new(ontvanger, doel.Uri, mogelijk) : null;
    }

    /// <summary>The persons that consent now to the use of all these fields.</summary>
    /// <param name="bsns">Who is asked about; everybody when null.</param>
    public async ValueTask<IReadOnlySet<string>> Personen(
        Organisatie organisatie, Toestemmingsbereik bereik, string dienst, IReadOnlyCollection<string> velden, IReadOnlyList<string>? bsns, CancellationToken stop)
    {
        var gevonden = new HashSet<string>(StringComparer.Ordinal);
        if (bereik.Mogelijkheid is not { } mogelijk || !organisatie.Diensten.Contains(Diensten.Toestemmingen) || bsns is []) return gevonden;
        // The register may have become narrower since the consent was given.
        if (!velden.All(veld => Gegevensbereik.Dekt(mogelijk.Gegevens, dienst, veld))) return gevonden;
        var gegeven = await (await stores.Get(organisatie)).Read(session => session.VanKracht(bereik.Ontvanger, bereik.Doel, klok.GetUtcNow(), bsns, Meeste + 1), stop);
        if (gegeven.Count > Meeste) throw new ProbleemException(new Probleem(400, "te-veel-personen", "Vraag de gegevens per persoon.", $"Meer dan {Meeste} personen gaven toestemming."));
        gevonden.UnionWith(gegeven.Where(een => een.Activiteit == mogelijk.Activiteit && velden.All(veld => Gegevensbereik.Dekt(een.Gegevens, dienst, veld))).Select(een => een.Bsn));
        return gevonden;
    }

    private static IEnumerable<Mogelijkheid> Van(Versie versie) => versie.Activiteit is not { Grondslag: Grondslag.Toestemming } activiteit ? [] : versie.Ontvangers.Select(doel => new Mogelijkheid(
        versie.Uri, activiteit.Naam, activiteit.Doel, activiteit.ToelichtingGrondslag, Oin(doel), doel, [.. activiteit.Gegevens.Where(MagGekozen)]));

    private static bool MagGekozen(string gegeven) => !gegeven.EndsWith(":*", StringComparison.Ordinal) && !gegeven.StartsWith("scope:", StringComparison.Ordinal)
        && !VanAnderen.Any(ander => gegeven == ander || gegeven.StartsWith(ander + ".", StringComparison.Ordinal));

    /// <summary>The register accepts no other form (<see cref="Invoer"/>).</summary>
    private static string Oin(string doel) => doel.Split(':')[3];
}
