using System.Globalization;

namespace Meent.Bench;

/// <summary>The published program on the demo landscape: how long until it is ready, and how much memory it then has.</summary>
internal static class Startmeting
{
    private const string Basis = "http://localhost:18080";
    private const int Starts = 6;

    /// <param name="programma">The published <c>meent</c>.</param>
    public static async Task Voer(string programma)
    {
        await using var plek = await Plek.Maak("sqlite");
        Console.WriteLine("| start | eerste antwoord s | gereed s | startpagina s | MB RSS | MB eigen |\n|---|---|---|---|---|---|");
        for (var start = 1; start <= Starts; start++)
        {
            await using var meent = new Proces(programma, plek.Instellingen.Concat([$"Meent:Basis={Basis}", "Meent:Fsc:Poort=18443"]).SelectMany(i => new[] { "--set", i }));
            var antwoord = await meent.Antwoordt($"{Basis}/live");
            var gereed = await meent.Antwoordt($"{Basis}/ready");
            var pagina = await meent.Antwoordt($"{Basis}/");
            await Task.Delay(2000);
            var (rss, eigen) = meent.Megabytes;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {start} | {antwoord.TotalSeconds:0.00} | {gereed.TotalSeconds:0.00} | {pagina.TotalSeconds:0.00} | {rss:0} | {eigen:0} |"));
            await meent.Stop();
        }
    }
}
