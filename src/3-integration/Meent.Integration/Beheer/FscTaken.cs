using System.Globalization;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Integration.Afrekening;
using Meent.Integration.Auditlog;
using Meent.Integration.Beleid;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Manager;
using Meent.Integration.Transacties;
using Meent.Standards;
using Meent.Standards.Beheer;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Integration.Beheer;

/// <summary>
/// <c>meent fsc …</c>: the administration of a Manager on the command line, beside a running node or without one. What was signed is brought at once; what
/// cannot be brought now stays in the outbox.
/// </summary>
internal sealed class FscTaken(
    Stores stores, ContractTabel tabel, ContractMaker maker, ContractDienst dienst, Bezorgronde bezorgronde, Bezorgbel bel, Groepsgids gids, TransactieLog transacties, Afrekentaken afrekening, Beslistaken beslissingen, Certificaattaken certificaten,
    TimeProvider klok)
{
    private const int Blad = 1000;

    private readonly Afrekentaken _afrekening = afrekening;
    private readonly Beslistaken _beslissingen = beslissingen;
    private readonly Certificaattaken _certificaten = certificaten;

    public static IServiceCollection Registreer(IServiceCollection services)
    {
        services.AddSingleton<FscTaken>();
        Taak("fsc announce", (taken, opdracht, stop) => taken.Kondig(opdracht, stop));
        Taak("fsc peers", (taken, opdracht, stop) => taken.Lijst(opdracht, "/peers", "peers", stop));
        Taak("fsc services", (taken, opdracht, stop) => taken.Lijst(opdracht, "/services", "services", stop));
        Taak("fsc contracts list", (taken, opdracht, stop) => taken.Contracten(opdracht, stop));
        Taak("fsc contracts show", (taken, opdracht, stop) => taken.Toon(opdracht, stop));
        Taak("fsc contracts propose", (taken, opdracht, stop) => taken.StelVoor(opdracht, stop));
        foreach (var soort in Enum.GetValues<HandtekeningSoort>())
            Taak($"fsc contracts {Handtekening.Naam(soort)}", (taken, opdracht, stop) => taken.Teken(opdracht, soort, stop));
        Taak("fsc deliveries", (taken, opdracht, stop) => taken.Bezorgingen(opdracht, stop));
        Taak("fsc certificate show", (taken, opdracht, stop) => taken._certificaten.Toon(opdracht, stop));
        Taak("fsc certificate request", (taken, opdracht, stop) => taken._certificaten.VraagAan(opdracht, stop));
        Taak("fsc certificate import", (taken, opdracht, stop) => taken._certificaten.Neem(opdracht, stop));
        Taak("fsc certificate withdraw", (taken, opdracht, stop) => taken._certificaten.TrekIn(opdracht, stop));
        Taak("fsc audit", (taken, opdracht, stop) => taken.Acties(opdracht, stop));
        Taak("fsc logs", (taken, opdracht, stop) => taken.Log(opdracht, stop));
        Taak("fsc decisions", (taken, opdracht, stop) => taken._beslissingen.Toon(opdracht, stop));
        Taak("fsc afrekening show", (taken, opdracht, stop) => taken._afrekening.Toon(opdracht, stop));
        Taak("fsc afrekening solutions", (taken, opdracht, stop) => taken._afrekening.Geef(opdracht, stop));
        Taak("fsc afrekening close", (taken, opdracht, stop) => taken._afrekening.Sluit(opdracht, stop));
        return services;

        void Taak(string naam, Func<FscTaken, Beheeropdracht, CancellationToken, Task> voer) =>
            services.AddSingleton<IBeheertaak>(diensten => new FscTaak(naam, (opdracht, stop) => voer(diensten.GetRequiredService<FscTaken>(), opdracht, stop)));
    }

    private async Task Kondig(Beheeropdracht opdracht, CancellationToken stop)
    {
        await gids.Kondig(opdracht.Organisatie, Opdrachtgever.Opdrachtregel(opdracht.Reden), stop);
        opdracht.Melding($"bekend in de Directory als {opdracht.Organisatie.Oin}");
    }

    private async Task Lijst(Beheeropdracht opdracht, string pad, string lid, CancellationToken stop)
    {
        var cursor = "";
        do
        {
            using var blad = JsonDocument.Parse(await gids.Vraag(opdracht.Organisatie, $"{pad}?limit={Blad}&sort_order=SORT_ORDER_ASCENDING&cursor={cursor}", stop));
            foreach (var een in blad.RootElement.GetProperty(lid).EnumerateArray()) opdracht.Melding(Regel(een));
            cursor = blad.RootElement.GetProperty("pagination").GetProperty("next_cursor").GetString()!;
        }
        while (cursor.Length > 0);

        static string Regel(JsonElement een) => een.TryGetProperty("data", out var service)
            ? $"{Lid(service, "name")}  {Lid(service.GetProperty("peer"), "id")}  {Lid(service.GetProperty("peer"), "name")}"
            : $"{Lid(een, "id")}  {Lid(een, "name")}  {Lid(een, "manager_address")}";

        static string Lid(JsonElement element, string naam) => element.GetProperty(naam).GetString()!;
    }

    private async Task Contracten(Beheeropdracht opdracht, CancellationToken stop)
    {
        var store = await stores.Get(opdracht.Organisatie);
        (long, string)? na = null;
        List<Dossier> blad;
        do
        {
            blad = await store.Read(sessie => tabel.Pagina(sessie, opdracht.Organisatie.Oin, new Contractfilter(), na, oplopend: false, Blad), stop);
            foreach (var dossier in blad) opdracht.Melding(Regel(dossier));
            if (blad.Count > 0) na = (blad[^1].Contract.CreatedAt, blad[^1].Contract.Hash);
        }
        while (blad.Count == Blad);
    }

    private async Task Toon(Beheeropdracht opdracht, CancellationToken stop)
    {
        var store = await stores.Get(opdracht.Organisatie);
        var dossier = await store.Read(sessie => tabel.Vind(sessie, opdracht.Bestand!), stop)
            ?? throw Beheerfout.Van(new FscException(404, FscCodes.NotFound, "Dit contract is hier niet bekend."))!;
        opdracht.Melding(Regel(dossier));
        foreach (var grant in dossier.Contract.Grants) opdracht.Melding($"  grant {grant.Hash}");
        foreach (var handtekening in dossier.Handtekeningen) opdracht.Melding($"  {Handtekening.Naam(handtekening.Soort)} door {handtekening.Peer}");
        opdracht.Melding(dossier.Contract.Json);
    }

    private Task StelVoor(Beheeropdracht opdracht, CancellationToken stop) => Verander(opdracht, async () =>
    {
        if (!File.Exists(opdracht.Bestand)) throw new FormatException($"Bestand '{opdracht.Bestand}' is er niet.");
        using var json = IJson.Parse(await File.ReadAllBytesAsync(opdracht.Bestand, stop));
        return await dienst.Maak(opdracht.Organisatie, maker.Maak(opdracht.Organisatie, new Veld(json.RootElement, "")), Opdrachtgever.Opdrachtregel(opdracht.Reden), stop);
    }, stop);

    private Task Teken(Beheeropdracht opdracht, HandtekeningSoort soort, CancellationToken stop) =>
        Verander(opdracht, () => dienst.Teken(opdracht.Organisatie, opdracht.Bestand!.Trim(), soort, Opdrachtgever.Opdrachtregel(opdracht.Reden), alsHetMag: false, stop), stop);

    private async Task Verander(Beheeropdracht opdracht, Func<Task<Dossier>> verander, CancellationToken stop)
    {
        var dossier = await verander();
        var store = await stores.Get(opdracht.Organisatie);
        await bezorgronde.Breng(store, stop);
        var (nu, bezorgingen) = (await store.Read(async sessie => await tabel.Vind(sessie, dossier.Contract.Hash), stop),
            await store.Read(sessie => BezorgTabel.Van(sessie, dossier.Contract.Hash), stop));
        if (bezorgingen.Exists(b => b.Volgende is not null)) bel.LegBriefje(opdracht.Organisatie);
        opdracht.Melding(Regel(nu!));
        foreach (var grant in dossier.Contract.Grants) opdracht.Melding($"  grant {grant.Hash}");
        foreach (var bezorging in bezorgingen)
            opdracht.Melding($"  {bezorging.Soort} aan {bezorging.Peer}: {(bezorging.Bezorgd is null ? bezorging.Fout ?? "nog niet bezorgd" : "bezorgd")}");
    }

    private async Task Bezorgingen(Beheeropdracht opdracht, CancellationToken stop)
    {
        var store = await stores.Get(opdracht.Organisatie);
        foreach (var stand in await store.Read(BezorgTabel.Standen, stop))
            opdracht.Melding($"{stand.Peer}  {stand.Naam ?? "?"}  bezorgd {stand.Bezorgd}, open {stand.Open}, geweigerd {stand.Geweigerd}  {stand.Fout}".TrimEnd());
    }

    private async Task Acties(Beheeropdracht opdracht, CancellationToken stop)
    {
        var store = await stores.Get(opdracht.Organisatie);
        (long, Guid)? cursor = null;
        List<Actie> blad;
        do
        {
            var vraag = new ActieVraag("", "", "", -1, long.MaxValue, cursor, Oplopend: false, Blad);
            blad = await store.Read(sessie => ActieTabel.Pagina(sessie, vraag), stop);
            foreach (var a in blad)
            {
                opdracht.Melding(string.Create(CultureInfo.InvariantCulture,
                    $"{a.Wanneer:yyyy-MM-ddTHH:mm:ssZ}  {a.Client}  {a.Gebruiker}  {a.Naam}  {a.Contract ?? a.Peer}  {a.Reden}").TrimEnd());
            }

            if (blad.Count > 0) cursor = (blad[^1].Wanneer.Microseconden(), blad[^1].Id);
        }
        while (blad.Count == Blad);
    }

    private async Task Log(Beheeropdracht opdracht, CancellationToken stop)
    {
        (long, Guid)? cursor = null;
        List<Transactie> blad;
        do
        {
            var vraag = new LogVraag(-1, long.MaxValue, [], [], cursor, Oplopend: false, Blad);
            blad = await transacties.Pagina(opdracht.Organisatie, opdracht.Organisatie.Oin, vraag, stop);
            foreach (var t in blad)
            {
                opdracht.Melding(string.Create(CultureInfo.InvariantCulture,
                    $"{t.Gemaakt:yyyy-MM-ddTHH:mm:ssZ}  {t.TransactieId}  {t.Richting}  {t.OutwayPeer} > {t.ServicePeer}  {t.Service}  {t.GrantHash}"));
            }

            if (blad.Count > 0) cursor = (blad[^1].Gemaakt.Microseconden(), blad[^1].Id);
        }
        while (blad.Count == Blad);
    }

    private string Regel(Dossier dossier) =>
        $"{dossier.Contract.Hash}  {dossier.Staat(klok.GetUtcNow()).Naam()}  {string.Join(", ", dossier.Contract.Grants.Select(g => $"{Grant.Naam(g.Type)} {g.ServicePeer}/{g.ServiceName}"))}";

    private sealed class FscTaak(string naam, Func<Beheeropdracht, CancellationToken, Task> voer) : IBeheertaak
    {
        public string Naam => naam;

        public bool Geschikt(Organisatie organisatie) => true;

        public async Task Voer(Beheeropdracht opdracht, CancellationToken stop)
        {
            try
            {
                await voer(opdracht, stop);
            }
            catch (Exception fout) when (!stop.IsCancellationRequested && Beheerfout.Van(fout) is { } probleem)
            {
                throw probleem;
            }
        }
    }
}
