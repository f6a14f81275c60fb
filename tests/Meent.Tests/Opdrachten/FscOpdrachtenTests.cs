using System.Text.RegularExpressions;
using Meent.Testing;

namespace Meent.Tests.Opdrachten;

/// <summary><c>meent fsc …</c> beside a node that runs.</summary>
public sealed partial class FscOpdrachtenTests : IDisposable
{
    private readonly TijdelijkeMap _map = new();

    [Fact]
    public async Task Contracts_are_proposed_accepted_and_revoked_on_the_command_line()
    {
        await using var meent = await MeentProces.Start(_map.Pad);
        await Tot(() => Fsc(meent, "peers", "-o", "duinwaarde"), "00000001990000035000");
        Assert.Contains("personen  00000001990000035000", await Fsc(meent, "services", "-o", "duinwaarde"), StringComparison.Ordinal);

        var bestand = _map.Bestand("voorstel.json");
        await File.WriteAllTextAsync(bestand, """
            {"grants":[{"data":{"type":"GRANT_TYPE_SERVICE_CONNECTION","service":{"type":"SERVICE_TYPE_SERVICE","peer_id":"00000001990000035000","name":"adressen"}}}]}
            """);
        var voorstel = await Fsc(meent, "contracts", "propose", bestand, "-o", "duinwaarde");
        var hash = ContractHash().Match(voorstel).Value;
        Assert.Contains("CONTRACT_STATE_PROPOSED", voorstel, StringComparison.Ordinal);
        Assert.Contains("contract aan 00000001990000035000: bezorgd", voorstel, StringComparison.Ordinal);

        Assert.Contains("CONTRACT_STATE_VALID", await Fsc(meent, "contracts", "accept", hash, "-o", "basisregistraties"), StringComparison.Ordinal);
        Assert.Contains($"{hash}  CONTRACT_STATE_VALID", await Fsc(meent, "contracts", "list", "-o", "duinwaarde"), StringComparison.Ordinal);
        Assert.Contains("CONTRACT_STATE_REVOKED", await Fsc(meent, "contracts", "revoke", hash, "-o", "duinwaarde"), StringComparison.Ordinal);
        Assert.Contains("revoke door 00000001990000011000", await Fsc(meent, "contracts", "show", hash, "-o", "basisregistraties"), StringComparison.Ordinal);
        Assert.Contains("geweigerd 0", await Fsc(meent, "deliveries", "-o", "duinwaarde"), StringComparison.Ordinal);
        await Fsc(meent, "logs", "-o", "duinwaarde");

        var (nogmaals, reden) = await Voer(meent, "contracts", "accept", hash, "-o", "basisregistraties");
        Assert.Equal((1, true), (nogmaals, reden.Contains("CONTRACT_STATE_REVOKED", StringComparison.Ordinal)));
        var (zonder, welke) = await Voer(meent, "contracts", "accept", hash);
        Assert.Equal((1, true), (zonder, welke.Contains("--organisatie", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Use_and_size_are_settled_and_a_certificate_is_asked_for_on_the_command_line()
    {
        await using var meent = await MeentProces.Start(_map.Pad);
        Assert.Contains("2026-01: open", await Fsc(meent, "afrekening", "show", "2026-01", "-o", "duinwaarde"), StringComparison.Ordinal);
        var gesloten = await Fsc(meent, "afrekening", "close", "2026-01", "-o", "duinwaarde");
        Assert.Contains("2026-01: gesloten op", gesloten, StringComparison.Ordinal);
        Assert.Contains("gelijk aan het transactielog", gesloten, StringComparison.Ordinal);
        var (nogmaals, reden) = await Voer(meent, "afrekening", "close", "2026-01", "-o", "duinwaarde");
        Assert.Equal((1, true), (nogmaals, reden.Contains("al gesloten", StringComparison.Ordinal)));

        // A certificate is asked for and the request taken back; what is no certificate is not taken, and the key never shows.
        var aanvraag = await Fsc(meent, "certificate", "request", "P-256", "-o", "lindewoude", "--reden", "Proef");
        Assert.Contains("BEGIN CERTIFICATE REQUEST", aanvraag, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE", aanvraag, StringComparison.Ordinal);
        Assert.Contains("BEGIN CERTIFICATE REQUEST", await Fsc(meent, "certificate", "show", "-o", "lindewoude"), StringComparison.Ordinal);
        var bestand = _map.Bestand("keten.pem");
        await File.WriteAllTextAsync(bestand, "geen certificaat");
        var (fout, waarom) = await Voer(meent, "certificate", "import", bestand, "-o", "lindewoude");
        Assert.Equal((1, true), (fout, waarom.Contains("geen PEM met certificaten", StringComparison.Ordinal)));
        Assert.Contains("ingetrokken", await Fsc(meent, "certificate", "withdraw", "-o", "lindewoude"), StringComparison.Ordinal);
        Assert.Equal(1, (await Voer(meent, "certificate", "withdraw", "-o", "lindewoude")).Code);
        Assert.Contains("certificaat.aanvragen    Proef", await Fsc(meent, "audit", "-o", "lindewoude"), StringComparison.Ordinal);

        var opgave = await Fsc(meent, "afrekening", "solutions", "2026-01", "-o", "duinwaarde");
        foreach (var deel in new[] { "peildag 2026-01-31", " actieve zaken", " actieve registraties", "registratiedatum__lt", "bytes in de database (nu)" })
            Assert.Contains(deel, opgave, StringComparison.Ordinal);
        var (toekomst, melding) = await Voer(meent, "afrekening", "solutions", "2999-01", "-o", "duinwaarde");
        Assert.Equal((1, true), (toekomst, melding.Contains("nog niet begonnen", StringComparison.Ordinal)));
    }

    public void Dispose() => _map.Dispose();

    private static async Task Tot(Func<Task<string>> vraag, string bevat)
    {
        for (var i = 0; i < 20; i++)
        {
            if ((await vraag()).Contains(bevat, StringComparison.Ordinal)) return;
        }

        Assert.Fail("Het kwam er niet van.");
    }

    private async Task<string> Fsc(MeentProces meent, params string[] argumenten)
    {
        var (code, uitvoer) = await Voer(meent, argumenten);
        Assert.True(code == 0, uitvoer);
        return uitvoer;
    }

    private Task<(int Code, string Uitvoer)> Voer(MeentProces meent, params string[] argumenten) => MeentProces.Voer(_map.Pad,
        ["fsc", .. argumenten, "--set", $"Meent:Data={meent.Data}", "--set", $"Meent:Fsc:Poort={meent.FscPoort}"]);

    [GeneratedRegex(@"\$1\$1\$[A-Za-z0-9_-]{86}")]
    private static partial Regex ContractHash();
}
