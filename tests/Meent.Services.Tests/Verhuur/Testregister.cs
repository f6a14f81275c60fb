using Meent.Data.Migraties;
using Meent.Data.Opslag;
using Meent.Services.Verhuur.Meldingen;
using Meent.Services.Verhuur.Regels;
using Meent.Services.Verhuur.Registraties;
using Meent.Standards.Organisaties;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.Logging.Abstractions;

namespace Meent.Services.Tests.Verhuur;

/// <summary>A rental register on one engine: thirty nights and four guests from 2024, unless a test says otherwise.</summary>
internal sealed class Testregister : IAsyncDisposable
{
    public const string Woonruimte = "9901010000000001";
    public const string Fenna = "999970008";
    public const string Milan = "999970021";

    private readonly TijdelijkeMap _map = new();
    private readonly Stores _stores;

    private Testregister(OpslagOptions opties) => _stores = new Stores(
        [new Bron("verhuur", typeof(Registratie).Assembly, "Meent.Services.Verhuur.Migraties", new HashSet<string>())],
        opties with { Map = _map.Pad }, TimeProvider.System, NullLogger<Stores>.Instance);

    public Klok Klok { get; } = new("2026-06-01T10:00:00Z");

    public Store Store { get; private set; } = null!;

    public static async Task<Testregister> Open(Engine engine, int? maxNachten = 30)
    {
        var register = new Testregister(engine == Engine.Sqlite
            ? new OpslagOptions()
            : new OpslagOptions { Database = "postgres", Postgres = await (await PostgresServer.Gedeeld).NieuweDatabase() });
        register.Store = await register._stores.Get(new Organisatie(
            "duinwaarde", "Gemeente Duinwaarde", "00000001990000011000", "990000011", "9901", "http://localhost/duinwaarde", new HashSet<string> { "verhuur" }));
        await register.Store.Write(session => session.Voeg(RegelboekTests.Versie(0, "2024-01-01", maxNachten)));
        return register;
    }

    public async Task<Registratie> Registreer(
        string bsn = Fenna, string woonruimte = Woonruimte, Deel deel = Deel.Geheel, string? eenheid = null, string gemeentecode = "9901")
    {
        var (registratie, _) = await Store.Write(session => session.Voeg(Aanvraag(bsn, woonruimte, deel, eenheid), gemeentecode));
        return registratie;
    }

    public static Registratie Aanvraag(string bsn = Fenna, string woonruimte = Woonruimte, Deel deel = Deel.Geheel, string? eenheid = null) => new()
    {
        Id = Guid.CreateVersion7(),
        Registratienummer = "",
        Verhuurder = new Verhuurder(bsn, null),
        AdresseerbaarObjectIdentificatie = woonruimte,
        NummeraanduidingIdentificatie = "9901200000000001",
        Deel = deel,
        Gebruik = Gebruik.Hoofdverblijf,
        Slaapplaatsen = 4,
        MaximumGasten = 4,
        Eenheidsnaam = eenheid,
        AangemaaktOp = DateTimeOffset.UnixEpoch,
        Regelset = Guid.CreateVersion7(),
        Voorwaardenversie = "2024-1",
    };

    public async Task<Meldresultaat> Meld(Registratie registratie, string aankomst, int nachten, int gasten = 2)
    {
        var dag = Klok.Dag(aankomst);
        var nummer = Nummer(registratie);
        return await Store.Write(async session =>
            await session.Meld(Guid.CreateVersion7(), (await session.VergrendeldeRegistratie(nummer))!, new Meldingsinvoer(dag, dag.AddDays(nachten), gasten), Klok));
    }

    public async Task<Meldresultaat> Wijzig(Melding melding, string aankomst, int nachten, int gasten = 2)
    {
        var dag = Klok.Dag(aankomst);
        return await Store.Write(async session =>
        {
            var (huidig, registratie) = (await session.VergrendeldeMelding(melding.Id))!.Value;
            return await session.Wijzig(registratie, huidig, new Meldingsinvoer(dag, dag.AddDays(nachten), gasten), Klok);
        });
    }

    public async Task<Meldresultaat> Annuleer(Melding melding, string? reden = null, bool medewerker = false) => await Store.Write(async session =>
    {
        var (huidig, registratie) = (await session.VergrendeldeMelding(melding.Id))!.Value;
        return await session.Annuleer(registratie, huidig, reden, medewerker, Klok);
    });

    public async Task<int> Geteld(int jaar = 2026, string woonruimte = Woonruimte) =>
        (await Store.Read(session => session.Bezet(woonruimte, jaar, jaar))).Count;

    public static Registratienummer Nummer(Registratie registratie) =>
        Registratienummer.TryParse(registratie.Registratienummer, out var nummer) ? nummer : throw new InvalidOperationException();

    public async ValueTask DisposeAsync()
    {
        await _stores.DisposeAsync();
        _map.Dispose();
    }
}
