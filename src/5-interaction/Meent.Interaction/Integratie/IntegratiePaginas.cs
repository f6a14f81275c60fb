using System.Globalization;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Integratie;

/// <summary>What goes on between this organisation and others: who takes part, which services, until when certificates last, what went over and who did what.</summary>
internal sealed class IntegratiePaginas(Integratiebron bron, Toegangsbron toegang)
{
    private const int Grootte = 50;
    private const int HeleLijst = 1000;
    private static readonly string[] Besluiten = ["toegestaan", "geweigerd", "geen"];

    public static void Map(Paginabouwer paginas)
    {
        var eis = Eis.Medewerker(Rechten.IntegratieInzien);
        var werk = paginas.Van<IntegratiePaginas>();
        werk.Get("/werk/integratie", eis, p => p.Overzicht);
        werk.Get("/werk/integratie/deelnemers", eis, p => p.Deelnemers);
        werk.Get("/werk/integratie/deelnemers/{oin}", eis, p => p.Deelnemer);
        werk.Post("/werk/integratie/deelnemers/{oin}", Eis.Medewerker(Rechten.IntegratieBeheren), p => p.Bezorg);
        werk.Get("/werk/integratie/diensten", eis, p => p.Diensten);
        werk.Get("/werk/integratie/delegaties", eis, p => p.Delegaties);
        werk.Get("/werk/integratie/certificaten", eis, p => p.Certificaten);
        werk.Get("/werk/integratie/transacties", eis, p => p.Transacties);
        werk.Get("/werk/integratie/beslissingen", eis, p => p.Beslissingen);
        werk.Get("/werk/integratie/beslissingen/{trace}/{span}", eis, p => p.Beslissing);
        werk.Get("/werk/integratie/acties", eis, p => p.Acties);
    }

    private async Task<IResult> Overzicht(Verzoek verzoek)
    {
        var (groep, namen, standen, certificaten) = (bron.Groep(verzoek), bron.Namen(verzoek), bron.Bezorgingen(verzoek), bron.Certificaten(verzoek));
        var open = await bron.Contracten(verzoek, $"state={Fsccontract.Voorgesteld}&limit={HeleLijst}");
        return verzoek.Toon<OverzichtScherm>(new Overzichtmodel(
            await groep, [.. open.Contracts.Where(c => c.WachtOp(verzoek.Organisatie.Oin))], open.Contracts.Count(c => !c.WachtOp(verzoek.Organisatie.Oin)),
            [.. (await standen).Where(s => s.Open + s.Refused > 0)], await certificaten, await namen));
    }

    private async Task<IResult> Deelnemers(Verzoek verzoek)
    {
        var vraag = Vraag.Van(verzoek, "naam");
        var standen = bron.Bezorgingen(verzoek);
        var (peers, fout) = await Probeer(() => bron.Peers(verzoek, vraag.Query(Grootte, ("peer_name", vraag["naam"]), ("sort_order", "SORT_ORDER_ASCENDING"))));
        return verzoek.Toon<DeelnemersScherm>(new Deelnemersmodel(vraag, peers, fout, (await standen).ToDictionary(s => s.PeerId, StringComparer.Ordinal)));
    }

    private async Task<IResult> Deelnemer(Verzoek verzoek)
    {
        var oin = verzoek.Route("oin")!;
        var namen = await bron.Namen(verzoek);
        var zelf = bron.Peer(verzoek, oin);
        var standen = bron.Bezorgingen(verzoek);
        var contracten = await bron.Contracten(verzoek, $"peer_id={Uri.EscapeDataString(oin)}&limit={Grootte}");
        if (!namen.ContainsKey(oin) && contracten.Contracts.Count == 0 && await zelf is null) return verzoek.NietGevonden();
        return verzoek.Toon<DeelnemerScherm>(new Deelnemermodel(
            oin, await zelf, (await standen).FirstOrDefault(s => s.PeerId == oin), contracten.Contracts, namen, verzoek.Http.Request.Query["gebeurd"] == "bezorgd"));
    }

    private async Task<IResult> Bezorg(Verzoek verzoek)
    {
        await bron.Bezorg(verzoek, null, verzoek.Route("oin")!);
        return verzoek.GaNaar($"/werk/integratie/deelnemers/{verzoek.Route("oin")}?gebeurd=bezorgd");
    }

    private async Task<IResult> Diensten(Verzoek verzoek)
    {
        var vraag = Vraag.Van(verzoek, "naam", "aanbieder");
        var (aanbod, namen) = (bron.Aanbod(verzoek), bron.Namen(verzoek));
        var gepubliceerd = bron.Contracten(verzoek, $"state={Fsccontract.Geldig}&grant_type={Fscgrant.Publicatie}&limit={HeleLijst}");
        var (diensten, fout) = await Probeer(() => bron.Gids(verzoek, vraag.Query(
            Grootte, ("service_name", vraag["naam"]), ("peer_id", vraag["aanbieder"]), ("sort_order", "SORT_ORDER_ASCENDING"))));
        var eigen = (await gepubliceerd).Contracts.SelectMany(c => c.Delen).Where(d => d.Grant.Aanbieder == verzoek.Organisatie.Oin).Select(d => d.Grant.Dienst);
        return verzoek.Toon<DienstenScherm>(new Dienstenmodel(vraag, await aanbod, eigen.ToHashSet(StringComparer.Ordinal), diensten, fout, await namen));
    }

    private async Task<IResult> Delegaties(Verzoek verzoek)
    {
        var namen = bron.Namen(verzoek);
        var gevonden = await Task.WhenAll(new[] { Fscgrant.VerbindingNamens, Fscgrant.PublicatieNamens }
            .SelectMany(soort => new[] { Fsccontract.Voorgesteld, Fsccontract.Geldig }.Select(staat => bron.Contracten(verzoek, $"grant_type={soort}&state={staat}&limit={HeleLijst}"))));
        return verzoek.Toon<DelegatiesScherm>(new Delegatiesmodel([.. gevonden.SelectMany(l => l.Contracts)], await namen));
    }

    private async Task<IResult> Certificaten(Verzoek verzoek)
    {
        var namen = bron.Namen(verzoek);
        return verzoek.Toon<CertificatenScherm>(new Certificatenmodel(await bron.Certificaten(verzoek), await namen));
    }

    private async Task<IResult> Transacties(Verzoek verzoek)
    {
        var vraag = Vraag.Van(verzoek, "id", "deelnemer", "dienst", "richting", "van", "tot");
        var namen = bron.Namen(verzoek);
        var id = Guid.TryParse(vraag["id"], out var gezocht) ? $"{gezocht}" : "";
        var blad = vraag["id"].Length > 0 && id.Length == 0
            ? new Transactielijst([], new Bladwijzer(""))
            : await bron.Transacties(verzoek, vraag.Query(
                Grootte, ("transaction_ids", id), ("peer_id", vraag["deelnemer"]), ("service_name", vraag["dienst"]), ("direction", vraag["richting"]),
                ("after", Begin(vraag["van"], 0)), ("before", Begin(vraag["tot"], 1))));
        return verzoek.Toon<TransactiesScherm>(new Transactiesmodel(vraag, blad, await namen));
    }

    private async Task<IResult> Beslissingen(Verzoek verzoek)
    {
        var vraag = Vraag.Van(verzoek, "besluit", "dienst", "transactie", "van", "tot");
        var namen = bron.Namen(verzoek);
        var id = Guid.TryParse(vraag["transactie"], out var gezocht) ? $"{gezocht}" : "";
        var blad = vraag["transactie"].Length > 0 && id.Length == 0
            ? new Beslissinglijst([], new Bladwijzer(""))
            : await bron.Beslissingen(verzoek, vraag.Query(
                Grootte, ("transaction_id", id), ("service_name", vraag["dienst"]), ("besluit", Besluiten.Contains(vraag["besluit"]) ? vraag["besluit"] : ""),
                ("after", Begin(vraag["van"], 0)), ("before", Begin(vraag["tot"], 1))));
        return verzoek.Toon<BeslissingenScherm>(new Beslissingenmodel(vraag, blad, await namen));
    }

    private async Task<IResult> Beslissing(Verzoek verzoek)
    {
        var (namen, medewerkers) = (bron.Namen(verzoek), toegang.Medewerkers(verzoek));
        if (await bron.Beslissing(verzoek, verzoek.Route("trace")!, verzoek.Route("span")!) is not { } beslissing) return verzoek.NietGevonden();
        return verzoek.Toon<BeslissingScherm>(new Beslissingmodel(beslissing, await namen, (await medewerkers).ToDictionary(m => m.Id, m => m.Naam, StringComparer.Ordinal)));
    }

    private async Task<IResult> Acties(Verzoek verzoek)
    {
        var vraag = Vraag.Van(verzoek, "wie", "contract", "van", "tot");
        var (namen, medewerkers) = (bron.Namen(verzoek), toegang.Medewerkers(verzoek));
        var blad = await bron.Acties(verzoek, vraag.Query(
            Grootte, ("gebruiker", vraag["wie"]), ("content_hash", vraag["contract"]), ("after", Begin(vraag["van"], 0)), ("before", Begin(vraag["tot"], 1))));
        return verzoek.Toon<ActiesScherm>(new Actiesmodel(vraag, blad, await namen, (await medewerkers).ToDictionary(m => m.Id, m => m.Naam, StringComparer.Ordinal)));
    }

    /// <summary>What the Directory has to be asked for; without it the page shows the rest, and says so.</summary>
    private static async Task<(T? Gevonden, string? Fout)> Probeer<T>(Func<Task<T>> vraag) where T : class
    {
        try
        {
            return (await vraag(), null);
        }
        catch (BronException fout)
        {
            return (null, fout.Detail);
        }
    }

    /// <summary>The first instant of a day, or so many days after it, in Unix seconds; null for what is no day.</summary>
    private static string? Begin(string dag, int daarna) => DateOnly.TryParseExact(dag, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var gekozen)
        ? gekozen.AddDays(daarna).BeginVanDag().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) : null;
}

/// <param name="Wachtend">Contracts that wait for our signature.</param>
/// <param name="Elders">How many wait for that of others.</param>
/// <param name="Standen">Peers to whom not everything was brought.</param>
internal sealed record Overzichtmodel(
    Fscgroep Groep, IReadOnlyList<Fsccontract> Wachtend, int Elders, IReadOnlyList<Peerstand> Standen, Certificaten Certificaten, IReadOnlyDictionary<string, string> Namen);

/// <param name="Peers">Null when the Directory did not answer, with <paramref name="Fout"/>.</param>
internal sealed record Deelnemersmodel(Vraag Vraag, Peerlijst? Peers, string? Fout, IReadOnlyDictionary<string, Peerstand> Standen);

/// <param name="Zelf">Null when it does not answer.</param>
internal sealed record Deelnemermodel(
    string Oin, Peerzelf? Zelf, Peerstand? Stand, IReadOnlyList<Fsccontract> Contracten, IReadOnlyDictionary<string, string> Namen, bool Bezorgd);

/// <param name="Gepubliceerd">Names of own services that stand in the Directory.</param>
/// <param name="Diensten">Null when the Directory did not answer, with <paramref name="Fout"/>.</param>
internal sealed record Dienstenmodel(
    Vraag Vraag, Eigenaanbod Aanbod, IReadOnlySet<string> Gepubliceerd, Dienstenlijst? Diensten, string? Fout, IReadOnlyDictionary<string, string> Namen);

internal sealed record Delegatiesmodel(IReadOnlyList<Fsccontract> Contracten, IReadOnlyDictionary<string, string> Namen);

internal sealed record Certificatenmodel(Certificaten Certificaten, IReadOnlyDictionary<string, string> Namen);

internal sealed record Transactiesmodel(Vraag Vraag, Transactielijst Blad, IReadOnlyDictionary<string, string> Namen);

internal sealed record Beslissingenmodel(Vraag Vraag, Beslissinglijst Blad, IReadOnlyDictionary<string, string> Namen);

/// <param name="Medewerkers">Names by id.</param>
internal sealed record Beslissingmodel(Beslissing Beslissing, IReadOnlyDictionary<string, string> Namen, IReadOnlyDictionary<string, string> Medewerkers);

/// <param name="Medewerkers">Names by id.</param>
internal sealed record Actiesmodel(Vraag Vraag, Actielijst Blad, IReadOnlyDictionary<string, string> Namen, IReadOnlyDictionary<string, string> Medewerkers);
