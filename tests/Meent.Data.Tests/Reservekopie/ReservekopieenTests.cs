using Meent.Data.Inhoud;
using Meent.Data.Migraties;
using Meent.Data.Opslag;
using Meent.Data.Reservekopie;
using Meent.Data.Tests.Inhoud;
using Meent.Standards.Beheer;
using Meent.Standards.Problemen;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Data.Tests.Reservekopie;

public sealed class ReservekopieenTests : IDisposable
{
    private readonly TijdelijkeMap _map = new();

    private string Bestand => _map.Bestand("kopie.zip");

    [EngineTheory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_backup_of_either_engine_can_be_put_back_on_either(Engine van, Engine naar)
    {
        await using var bron = await Maak(van);
        await Vul(bron.Store);
        var inhoud = await Inhoud(bron.Store);
        await Kopieen(bron).Maak(bron.Organisatie, Bestand, Stil, default);

        await using var doel = await Maak(naar);
        await Kopieen(doel).ZetTerug(doel.Organisatie, Bestand, Stil, default);

        Assert.Equal(inhoud, await Inhoud(doel.Store));
        Assert.Equal(1, await doel.Store.Read(s => s.One("SELECT max(nummer) FROM meent_tijdperken", row => row.Long(0))));
        // The counter goes on where it was.
        await doel.Store.Write(s => s.Execute("INSERT INTO proef_reeks (naam) VALUES ($1)", "daarna"));
        Assert.Equal(4, await doel.Store.Read(s => s.One("SELECT nummer FROM proef_reeks WHERE naam = $1", row => row.Long(0), "daarna")));
    }

    [EngineTheory]
    public async Task A_backup_made_during_writes_is_of_one_moment(Engine engine)
    {
        await using var bron = await Maak(engine);
        using var klaar = new CancellationTokenSource();
        var schrijven = Task.Run(async () =>
        {
            // Each transaction writes a parent and its child: a back-up has both or neither.
            while (!klaar.IsCancellationRequested) await Paar(bron.Store);
        });
        while (await Aantal(bron.Store, "proef_kinderen") < 50) await Task.Delay(10);
        await Kopieen(bron).Maak(bron.Organisatie, Bestand, Stil, default);
        await klaar.CancelAsync();
        await schrijven;

        await using var doel = await Maak(Engine.Sqlite);
        await Kopieen(doel).ZetTerug(doel.Organisatie, Bestand, Stil, default);

        Assert.True(await Aantal(doel.Store, "proef_kinderen") >= 50);
        Assert.Equal(await Aantal(doel.Store, "proef_ouders"), await Aantal(doel.Store, "proef_kinderen"));
    }

    [EngineTheory]
    public async Task Files_of_the_organisation_come_along(Engine engine)
    {
        await using var bron = await Maak(engine);
        var map = Path.Combine(bron.Services.GetRequiredService<OpslagOptions>().Map, bron.Organisatie.Slug);
        Directory.CreateDirectory(Path.Combine(map, "documenten"));
        await File.WriteAllTextAsync(Path.Combine(map, "documenten", "brief.txt"), "Geachte");
        await Kopieen(bron).Maak(bron.Organisatie, Bestand, Stil, default);

        await using var doel = await Maak(engine);
        await Kopieen(doel).ZetTerug(doel.Organisatie, Bestand, Stil, default);

        var terug = Path.Combine(doel.Services.GetRequiredService<OpslagOptions>().Map, doel.Organisatie.Slug, "documenten", "brief.txt");
        Assert.Equal("Geachte", await File.ReadAllTextAsync(terug));
    }

    [EngineTheory]
    public async Task Of_the_content_of_documents_what_the_database_names_comes_along(Engine engine)
    {
        var sleutel = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        await using var bron = await Maak(engine, sleutel);
        var opslag = bron.Services.GetRequiredService<Inhoudopslag>();
        var (brief, wees, kwijt) = (Proefinhoud.Bytes(200_000), Proefinhoud.Bytes(10), new string('f', 64));
        var naam = await opslag.Bewaar(bron.Organisatie, brief);
        var weesNaam = await opslag.Bewaar(bron.Organisatie, wees, bevestig: false);
        foreach (var genoemd in new[] { naam, kwijt }) await Noem(bron.Store, genoemd);
        await Kopieen(bron).Maak(bron.Organisatie, Bestand, Stil, default);
        Assert.True((await File.ReadAllBytesAsync(Bestand)).AsSpan().IndexOf(brief.AsSpan(0, 32)) < 0, "De reservekopie bevat de inhoud onversleuteld.");

        await using var doel = await Maak(engine, sleutel);
        await Kopieen(doel).ZetTerug(doel.Organisatie, Bestand, Stil, default);

        var terug = doel.Services.GetRequiredService<Inhoudopslag>();
        Assert.Equal(brief, await terug.Lees(doel.Organisatie, naam));
        Assert.Null(await terug.Open(doel.Organisatie, weesNaam, default));
    }

    [Fact]
    public async Task Content_that_is_not_what_its_name_says_is_refused_and_nothing_is_written()
    {
        await using var bron = await Maak(Engine.Sqlite);
        var brief = Proefinhoud.Bytes(1000);
        await Noem(bron.Store, await bron.Services.GetRequiredService<Inhoudopslag>().Bewaar(bron.Organisatie, brief));
        await Kopieen(bron).Maak(bron.Organisatie, Bestand, Stil, default);
        using (var zip = System.IO.Compression.ZipFile.Open(Bestand, System.IO.Compression.ZipArchiveMode.Update))
        {
            var deel = zip.Entries.Single(e => e.FullName.StartsWith("inhoud/", StringComparison.Ordinal));
            await using var stroom = await deel.OpenAsync();
            stroom.WriteByte((byte)(brief[0] ^ 1));
        }

        await using var doel = await Maak(Engine.Sqlite);
        var fout = await Assert.ThrowsAsync<ProbleemException>(() => Kopieen(doel).ZetTerug(doel.Organisatie, Bestand, Stil, default));

        Assert.Contains("beschadigd", fout.Probleem.Detail, StringComparison.Ordinal);
        Assert.Equal(0, await Aantal(doel.Store, "proef_ouders"));
    }

    [EngineTheory]
    public async Task An_organisation_with_data_is_not_overwritten(Engine engine)
    {
        await using var bron = await Maak(engine);
        await Vul(bron.Store);
        await Kopieen(bron).Maak(bron.Organisatie, Bestand, Stil, default);

        var fout = await Assert.ThrowsAsync<ProbleemException>(() => Kopieen(bron).ZetTerug(bron.Organisatie, Bestand, Stil, default));

        Assert.Contains("heeft al gegevens", fout.Probleem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_and_nothing_is_written()
    {
        await using var bron = await Maak(Engine.Sqlite);
        await Vul(bron.Store);
        await Kopieen(bron).Maak(bron.Organisatie, Bestand, Stil, default);
        var bytes = await File.ReadAllBytesAsync(Bestand);
        bytes[bytes.Length / 3] ^= 0xff;
        await File.WriteAllBytesAsync(Bestand, bytes);

        await using var doel = await Maak(Engine.Sqlite);
        await Assert.ThrowsAsync<ProbleemException>(() => Kopieen(doel).ZetTerug(doel.Organisatie, Bestand, Stil, default));

        Assert.Equal(0, await Aantal(doel.Store, "proef_ouders"));
    }

    [Fact]
    public async Task A_backup_of_another_organisation_is_refused()
    {
        await using var bron = await Maak(Engine.Sqlite);
        await Kopieen(bron).Maak(bron.Organisatie, Bestand, Stil, default);
        var ander = bron.Organisatie with { Slug = "lindewoude", Oin = "00000001990000023000" };

        var fout = await Assert.ThrowsAsync<ProbleemException>(() => Kopieen(bron).ZetTerug(ander, Bestand, Stil, default));

        Assert.Contains("00000001990000011000", fout.Probleem.Detail, StringComparison.Ordinal);
    }

    public void Dispose() => _map.Dispose();

    private static IProgress<Voortgang> Stil { get; } = new Progress<Voortgang>(_ => { });

    private static Task<TestStore> Maak(Engine engine, string? sleutel = null) => TestStore.Create(
        engine,
        services => services.AddBron("proef", typeof(ReservekopieenTests).Assembly, "Meent.Data.Tests.Reservekopie.Migraties").AddInhoudverwijzing("proef", "proef_ouders", "naam"),
        opslag => opslag with { Inhoud = new InhoudOptions { Sleutel = sleutel } });

    private static async Task Noem(Store store, string naam) =>
        await store.Write(session => session.Execute("INSERT INTO proef_ouders (id, naam, tal) VALUES ($1, $2, 1)", Guid.CreateVersion7(), naam));

    private static Reservekopieen Kopieen(TestStore proef) => proef.Services.GetRequiredService<Reservekopieen>();

    private static async Task Vul(Store store)
    {
        var (eerste, tweede) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await store.Write(async s =>
        {
            await s.Execute("INSERT INTO proef_ouders (id, naam, tal, blob, voorganger) VALUES ($1, $2, $3, $4, $5)", tweede, null, long.MinValue, null, null);
            await s.Execute("INSERT INTO proef_ouders (id, naam, tal, blob, voorganger) VALUES ($1, $2, $3, $4, $5)", eerste, "é€😀 '", long.MaxValue, new byte[] { 0, 1, 255 }, tweede);
            await s.Execute("INSERT INTO proef_kinderen (id, ouder) VALUES ($1, $2)", Guid.CreateVersion7(), eerste);
            foreach (var naam in (string[])["a", "b", "c"]) await s.Execute("INSERT INTO proef_reeks (naam) VALUES ($1)", naam);
            return true;
        });
    }

    private static async Task Paar(Store store)
    {
        var id = Guid.CreateVersion7();
        await store.Write(async s =>
        {
            await s.Execute("INSERT INTO proef_ouders (id, tal) VALUES ($1, 1)", id);
            return await s.Execute("INSERT INTO proef_kinderen (id, ouder) VALUES ($1, $2)", Guid.CreateVersion7(), id);
        });
    }

    private static async Task<long> Aantal(Store store, string tabel) => await store.Read(s => s.One($"SELECT count(*) FROM {tabel}", row => row.Long(0)));

    private static async Task<List<string>> Inhoud(Store store)
    {
        var ouders = await store.Read(s => s.All("SELECT id, naam, tal, blob, voorganger FROM proef_ouders ORDER BY id", row =>
            $"{row.Guid(0)} {row.TextOrNull(1)} {row.Long(2)} {(row.IsNull(3) ? "-" : Convert.ToHexString(row.Bytes(3)))} {row.GuidOrNull(4)}"));
        var kinderen = await store.Read(s => s.All("SELECT id, ouder FROM proef_kinderen ORDER BY id", row => $"{row.Guid(0)} {row.Guid(1)}"));
        var reeks = await store.Read(s => s.All("SELECT nummer, naam FROM proef_reeks ORDER BY nummer", row => $"{row.Long(0)} {row.Text(1)}"));
        return [.. ouders, .. kinderen, .. reeks];
    }
}
