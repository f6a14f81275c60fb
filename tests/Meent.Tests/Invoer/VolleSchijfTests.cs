using Meent.Testing;

namespace Meent.Tests.Invoer;

public sealed class VolleSchijfTests
{
    [KleineSchijfFact]
    public async Task On_a_full_disk_writes_are_refused_reads_go_on_and_nothing_is_half_written()
    {
        using var schijf = new KleineSchijf("64m");
        await using var meent = await MeentProces.Start(schijf.Pad);
        using var gebruiker = new Gebruiker(meent);
        var nummers = new List<string> { await gebruiker.Registreer("eerste") };

        schijf.Vul();
        Antwoord vol;
        for (var i = 0; (vol = await gebruiker.Post(Gebruiker.Register, Gebruiker.Aanvraag($"kamer {i}"))).Status == 201 && i < 20_000; i++)
            nummers.Add(vol.Json.GetProperty("registratienummer").GetString()!);

        vol.IsProbleem(503, "opslagVol");
        schijf.Leeg();
        nummers.Add(await gebruiker.Registreer("daarna"));
        foreach (var nummer in nummers) Assert.Equal(200, (await gebruiker.Get($"{Gebruiker.Register}/{nummer}")).Status);
        Assert.Equal(0, await meent.Stop());
    }

    /// <summary>A file system in memory of a few megabytes; only root may mount one.</summary>
    private sealed class KleineSchijf : IDisposable
    {
        private readonly TijdelijkeMap _map = new();

        public KleineSchijf(string grootte) => Voer("mount", "-t", "tmpfs", "-o", $"size={grootte}", "tmpfs", _map.Pad);

        public string Pad => _map.Pad;

        /// <summary>Leaves nothing.</summary>
        public void Vul()
        {
            using var vulling = new FileStream(_map.Bestand("vulling"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            var blok = new byte[4096];
            try
            {
                while (true) vulling.Write(blok);
            }
            catch (IOException)
            {
                // Full.
            }
        }

        public void Leeg() => File.Delete(_map.Bestand("vulling"));

        public void Dispose()
        {
            Voer("umount", "-l", _map.Pad);
            _map.Dispose();
        }

        public static int Voer(string programma, params string[] argumenten)
        {
            using var proces = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(programma, argumenten) { RedirectStandardError = true })!;
            proces.WaitForExit();
            return proces.ExitCode;
        }
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class KleineSchijfFactAttribute : FactAttribute
    {
        public KleineSchijfFactAttribute() => Skip = Environment.IsPrivilegedProcess && OperatingSystem.IsLinux() ? null : "Een volle schijf wordt nagedaan met een tmpfs, en die mag alleen root aankoppelen.";
    }
}
