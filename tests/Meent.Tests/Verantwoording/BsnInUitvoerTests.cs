using System.Diagnostics;
using Meent.Testing;

namespace Meent.Tests.Verantwoording;

/// <summary>The step of <c>.ci/run</c> that looks for BSNs in what a test run logged and printed.</summary>
public sealed class BsnInUitvoerTests : IDisposable
{
    private readonly TijdelijkeMap _map = new();

    [Theory]
    [InlineData("meent.log", "GET /verwerkingsacties?objectId=999970008 antwoordde 200")]
    [InlineData("meent.log", "fail: persoon 999990019")]
    [InlineData("proef.trx", "<Output><StdOut>gelezen: 999970021</StdOut></Output>")]
    [InlineData("proef.trx", "<Output><StdErr>een\n999970021\n</StdErr></Output>")]
    public async Task A_number_in_a_log_or_printed_by_a_test_fails_the_run_and_is_not_repeated(string bestand, string tekst)
    {
        var (code, uitvoer) = await Kijk(bestand, tekst);

        Assert.Equal(1, code);
        Assert.Contains(bestand, uitvoer, StringComparison.Ordinal);
        Assert.DoesNotMatch("9999[79][0-9]{4}", uitvoer);
    }

    [Theory]
    // Fails the eleven test; an RSIN; part of an OIN, of a trace.
    [InlineData("meent.log", "999970009 990000011 00000001999970008000 4bf999970008a3")]
    // Names of tests and messages of asserts may hold one.
    [InlineData("proef.trx", "<UnitTestResult testName=\"Leest(999970008)\"><Output><StdOut>klaar</StdOut><ErrorInfo>\n<Message>999970008</Message></ErrorInfo></Output>")]
    public async Task What_is_no_number_of_a_person_and_what_was_not_printed_is_let_be(string bestand, string tekst) => Assert.Equal((0, ""), await Kijk(bestand, tekst));

    public void Dispose() => _map.Dispose();

    private async Task<(int Code, string Uitvoer)> Kijk(string bestand, string tekst)
    {
        await File.WriteAllTextAsync(_map.Bestand(bestand), tekst);
        var start = new ProcessStartInfo(Omgeving.Pad(".ci", "bsn"), [_map.Pad]) { RedirectStandardOutput = true };
        using var proces = System.Diagnostics.Process.Start(start)!;
        var uitvoer = await proces.StandardOutput.ReadToEndAsync();
        await proces.WaitForExitAsync();
        return (proces.ExitCode, uitvoer);
    }
}
