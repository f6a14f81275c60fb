using Meent.Testing;
using Meent.Testing.Engines;
using Meent.Tests.Invoer;

namespace Meent.Tests.Opdrachten;

/// <summary>The command line as an administrator uses it, on the built program.</summary>
public sealed class OpdrachtenTests : IDisposable
{
    private readonly TijdelijkeMap _map = new();

    [Fact]
    public async Task A_backup_of_a_running_node_can_be_put_back_in_an_empty_one()
    {
        var (kopieen, terug) = (_map.Bestand("kopieen"), Directory.CreateDirectory(_map.Bestand("terug")).FullName);
        string nummer;
        await using (var meent = await MeentProces.Start(_map.Pad))
        {
            using var gebruiker = new Gebruiker(meent);
            nummer = await gebruiker.Registreer("tuinhuis");
            var gemaakt = await MeentProces.Voer(_map.Pad, "backup", kopieen, "-o", "duinwaarde", "--set", $"Meent:Data={meent.Data}");
            Assert.True(gemaakt.Code == 0, gemaakt.Uitvoer);
        }

        // The main key is no part of a back-up; an administrator brings it.
        Directory.CreateDirectory(Path.Combine(terug, "data"));
        File.Copy(Path.Combine(_map.Pad, "data", "hoofdsleutel"), Path.Combine(terug, "data", "hoofdsleutel"));
        var teruggezet = await MeentProces.Voer(terug, "restore", Directory.GetFiles(kopieen).Single(), "-o", "duinwaarde");
        Assert.True(teruggezet.Code == 0, teruggezet.Uitvoer);
        var zegels = await MeentProces.Voer(terug, "verify", "-o", "duinwaarde");
        Assert.True(zegels.Code == 0, zegels.Uitvoer);

        await using var weer = await MeentProces.Start(terug);
        using var lezer = new Gebruiker(weer);
        Assert.Equal(200, (await lezer.Get($"{Gebruiker.Register}/{nummer}")).Status);
    }

    [PostgresFact]
    public async Task Organisations_move_to_the_other_engine_and_back_without_loss()
    {
        var server = await PostgresServer.Gedeeld;
        string[] postgres = ["Meent:Database:Soort=postgres", $"Meent:Database:Verbinding={server.Verbinding(server.NieuweNaam() + "_{organisatie}")}"];
        string[] naarPostgres = [.. postgres.SelectMany(i => new[] { "--to", i })];
        var nummers = new List<string>();
        await using (var meent = await MeentProces.Start(_map.Pad))
        {
            using var gebruiker = new Gebruiker(meent);
            nummers.Add(await gebruiker.Registreer("tuinhuis"));
            var draait = await MeentProces.Voer(_map.Pad, ["move", .. naarPostgres, "--set", $"Meent:Luister:0={meent.Basis}"]);
            Assert.True(draait.Code == 1 && draait.Uitvoer.Contains(meent.Basis, StringComparison.Ordinal), draait.Uitvoer);
            Assert.Equal(0, await meent.Stop());
        }

        await Verhuis(naarPostgres);
        var nogmaals = await MeentProces.Voer(_map.Pad, ["move", .. naarPostgres]);
        Assert.True(nogmaals.Code == 1 && nogmaals.Uitvoer.Contains("heeft al gegevens", StringComparison.Ordinal), nogmaals.Uitvoer);
        foreach (var oud in Directory.GetFiles(_map.Pad, "meent.db*", SearchOption.AllDirectories)) File.Delete(oud);
        await using (var meent = await MeentProces.Start(_map.Pad, postgres))
        {
            using var gebruiker = new Gebruiker(meent);
            Assert.Equal(200, (await gebruiker.Get($"{Gebruiker.Register}/{nummers[0]}")).Status);
            nummers.Add(await gebruiker.Registreer("zolder"));
            Assert.Equal(0, await meent.Stop());
        }

        await Verhuis([.. postgres.SelectMany(i => new[] { "--set", i }), "--to", "Meent:Database:Soort=sqlite"]);
        var zegels = await MeentProces.Voer(_map.Pad, "verify", "-o", "duinwaarde");
        Assert.True(zegels.Code == 0, zegels.Uitvoer);
        await using var weer = await MeentProces.Start(_map.Pad);
        using var lezer = new Gebruiker(weer);
        foreach (var nummer in nummers) Assert.Equal(200, (await lezer.Get($"{Gebruiker.Register}/{nummer}")).Status);
    }

    [Fact]
    public async Task Of_a_setting_that_is_given_twice_the_last_counts()
    {
        var (code, uitvoer) = await MeentProces.Voer(_map.Pad, "organisations", "--set", "Meent:Basis=http://localhost:1", "--set", "meent:basis=http://localhost:2");

        Assert.True(code == 0, uitvoer);
        Assert.Contains("http://localhost:2/duinwaarde/", uitvoer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_configuration_is_told_at_once_in_whole_and_nothing_is_made()
    {
        var (code, uitvoer) = await MeentProces.Voer(_map.Pad, "serve", "--set", "Meent:Basis=hier", "--set", "Meent:Database:Soort=oracle", "--set", "Meent:Fsc:Groep=een groep");

        Assert.Equal(2, code);
        Assert.Contains("Meent:Basis: ", uitvoer, StringComparison.Ordinal);
        Assert.Contains("Meent:Database:Soort: ", uitvoer, StringComparison.Ordinal);
        Assert.Contains("Meent:Fsc:Groep", uitvoer, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", uitvoer, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_map.Bestand("data")));
    }

    [Fact]
    public async Task Organisations_are_listed_with_their_services()
    {
        var (code, uitvoer) = await MeentProces.Voer(_map.Pad, "organisations");

        Assert.Equal(0, code);
        Assert.Contains("duinwaarde: Gemeente Duinwaarde", uitvoer, StringComparison.Ordinal);
        Assert.Contains("http://localhost:8080/basisregistraties/haalcentraal/api/brp", uitvoer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_that_is_not_there_is_named_with_those_that_are()
    {
        var (code, uitvoer) = await MeentProces.Voer(_map.Pad, "migrate", "-o", "zandvoorde");

        Assert.Equal(1, code);
        Assert.Contains("zandvoorde", uitvoer, StringComparison.Ordinal);
        Assert.Contains("lindewoude", uitvoer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_file_that_cannot_be_read_is_named()
    {
        await File.WriteAllTextAsync(_map.Bestand("meent.json"), "{ \"Meent\": ");

        var (code, uitvoer) = await MeentProces.Voer(_map.Pad, "organisations");

        Assert.Equal(2, code);
        Assert.Contains("meent.json", uitvoer, StringComparison.Ordinal);
    }

    public void Dispose() => _map.Dispose();

    private async Task Verhuis(string[] argumenten)
    {
        var verhuisd = await MeentProces.Voer(_map.Pad, ["move", .. argumenten]);
        Assert.True(verhuisd.Code == 0, verhuisd.Uitvoer);
    }
}
