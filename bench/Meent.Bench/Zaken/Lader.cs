using System.Net.Http.Json;
using System.Text.Json;
using Meent.Data.Modellen.Zaken;
using Meent.Data.Opslag;
using Meent.Data.Opslag.Postgres;
using Meent.Data.Reservekopie;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Zaakgericht.Zaken;
using Meent.Standards;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;

namespace Meent.Bench.Zaken;

/// <summary>
/// Fills a database as the API does, with the same rules, rows and bodies, but 500 zaken a transaction. The events are marked as delivered, as they
/// are when nobody is subscribed.
/// </summary>
internal static class Lader
{
    private const int Groep = 500;
    private const double Gesloten = 0.95;
    private static readonly string[] Niveaus = ["openbaar", "zaakvertrouwelijk", "vertrouwelijk", "geheim"];

    /// <summary>Zaken on SQLite, in the folder of the place; with PostgreSQL the rows are copied from there.</summary>
    /// <returns>The URLs of the zaaktypen.</returns>
    public static async Task<IReadOnlyList<string>> Vul(Plek plek, int aantal)
    {
        IReadOnlyList<string> zaaktypen;
        string bestand;
        await using (var dienst = await Dienst.Start(new OpslagOptions { Map = plek.Map }))
        {
            using var http = Dienst.Client("alles");
            zaaktypen = await Zaaktypen.Maak(http);
            var er = (await http.GetFromJsonAsync<JsonElement>("zaken/api/v1/zaken?pageSize=1")).GetProperty("count").GetInt32();
            for (var van = er; van < aantal; van += Groep)
            {
                await Schrijf(dienst, zaaktypen, van, Math.Min(van + Groep, aantal), aantal);
                if (van % 50_000 == 0) await Console.Error.WriteLineAsync($"{van} van {aantal} zaken");
            }

            bestand = Path.Combine(plek.Map, Dienst.Slug, "meent.db");
        }

        if (!plek.IsPostgres) return zaaktypen;
        await using (var dienst = await Dienst.Start(plek.Opslag))
        {
            await dienst.Store.Write(async session =>
            {
                await new NaarPostgres((PostgresSession)session, bestand).Voer(new Progress<Voortgang>(), CancellationToken.None);
                return 0;
            });
        }

        await plek.Onderhoud(Dienst.Slug);
        return zaaktypen;
    }

    /// <summary>The south-west corner of the degree in which the zaken with a place lie.</summary>
    public const double Lengte = 5, Breedte = 52;

    /// <summary>The body of a POST.</summary>
    public static string Zaak(string zaaktype, string niveau = "zaakvertrouwelijk", string startdatum = "2026-06-01", object? zaakgeometrie = null) => JsonSerializer.Serialize(new
    {
        zaakgeometrie,
        bronorganisatie = "990000011",
        verantwoordelijkeOrganisatie = "990000011",
        zaaktype,
        startdatum,
        vertrouwelijkheidaanduiding = niveau,
        omschrijving = "Meting van de snelheid",
        toelichting = new string('x', 400),
    });

    /// <summary>The body of a POST.</summary>
    public static string Rol(string zaak, string roltype) => JsonSerializer.Serialize(new
    {
        zaak,
        roltype,
        betrokkeneType = "medewerker",
        roltoelichting = "Meting van de koppelingen",
        betrokkeneIdentificatie = new { identificatie = "m-1", achternaam = "Meter", voorletters = "M." },
    });

    public static async Task Rollen(Dienst dienst, string zaak, string roltype, int aantal)
    {
        using var json = JsonDocument.Parse(Rol(zaak, roltype));
        var rol = Vorm.Lees<Rol>(json.RootElement, [dienst.Store.Organisatie.Basis]);
        for (var van = 0; van < aantal; van += Groep)
        {
            await dienst.Store.WriteBulk(async session =>
            {
                for (var i = 0; i < Math.Min(Groep, aantal - van); i++) await Voeg(session, dienst, ZakenResources.Rollen, rol);
                return await Bezorgd(session, dienst);
            });
        }
    }

    private static async Task Schrijf(Dienst dienst, IReadOnlyList<string> zaaktypen, int van, int tot, int aantal)
    {
        var store = dienst.Store;
        var diensten = dienst.Diensten;
        var resource = ZakenResources.Zaken;
        await diensten.Nummers.Vul(store, resource.Bron, CancellationToken.None);
        await store.WriteBulk(async session =>
        {
            for (var i = van; i < tot; i++)
            {
                var type = i % 2 == 0 ? i / 2 % (Zaaktypen.Aantal / 2) : (Zaaktypen.Aantal / 2) + (int)((long)i * (Zaaktypen.Aantal / 2) / aantal);
                var dag = new DateOnly(2024, 1, 1).AddDays((int)(i * 700L / aantal));
                using var json = JsonDocument.Parse(Zaak(zaaktypen[type], Niveaus[i / (2 * Zaaktypen.Aantal) % Niveaus.Length], dag.ToString("O", null), Punt(i)));
                var zaak = Vorm.Lees<Zaak>(json.RootElement, [store.Organisatie.Basis]);
                // Most zaken of a municipality are closed: only those of the last weeks run.
                await Voeg(session, dienst, resource, zaak with { Einddatum = i < aantal * Gesloten ? dag.AddDays(30) : null });
            }

            return await Bezorgd(session, dienst);
        });
    }

    /// <summary>One zaak in ten has a place.</summary>
    private static object? Punt(int i) =>
        i % 10 == 0 ? new { type = "Point", coordinates = new[] { Lengte + (i / 10 % 100 / 100.0), Breedte + (i / 1000 % 100 / 100.0) } } : null;

    private static async ValueTask Voeg<T>(Session session, Dienst dienst, Resource<T> resource, T model) where T : class
    {
        var (diensten, nu) = (dienst.Diensten, dienst.Klok.GetUtcNow());
        var aanroep = new Aanroep(session.Store.Organisatie, Herkomst.Intern, null, null, null, null) { Dag = nu.LokaleDag() };
        await Aanmaken.Schrijf<T>(session,
            new(resource, aanroep, Actie.Create, Guid.CreateVersion7(nu), model, null, 1, nu, v => diensten.Nummers.Volgende(session.Store, resource.Bron, v)), Bereik.Volledig, diensten);
    }

    private static ValueTask<int> Bezorgd(Session session, Dienst dienst) =>
        session.Execute("UPDATE outbox_gebeurtenissen SET doorgegeven = $1 WHERE doorgegeven IS NULL", dienst.Klok.GetUtcNow());
}
