using System.CommandLine;
using Meent.Configuratie;
using Meent.Data.Reservekopie;
using Meent.Node;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Opdrachten;

/// <summary>
/// <c>meent move</c>: copies organisations to another database, of either engine, without loss: a back-up put back at once. The source stays as it is.
/// </summary>
internal static class Move
{
    public static readonly Option<string[]> Naar = new("--to", "-t")
    {
        Description = "Instelling zoals zij na de verhuizing is, zoals Meent:Database:Soort=postgres; mag vaker.",
        HelpName = "sleutel=waarde",
        Required = true,
    };

    public static async Task<int> Voer(ParseResult vraag, CancellationToken stop)
    {
        var instellingen = vraag.Instellingen();
        await using var bron = Knooppunt.Bouw(instellingen);
        await using var doel = Knooppunt.Bouw(instellingen with { Los = [.. instellingen.Los, .. vraag.GetRequiredValue(Naar)] });
        // What a node writes after the copy began would be lost.
        if (await Draait(bron.Services.GetRequiredService<MeentOptions>(), stop) is { } adres)
            throw new ProbleemException(new Probleem(409, "draait", $"De node draait nog, op {adres}.", "Stop hem eerst; start hem na de verhuizing met de nieuwe instellingen."));

        var werkmap = Directory.CreateTempSubdirectory("meent-move-");
        try
        {
            foreach (var organisatie in Taak.Kies(vraag, bron.Services.GetRequiredService<OrganisatieLijst>()))
            {
                using var scherm = new Voortgangsregel(vraag.InvocationConfiguration.Output, organisatie.Slug, TimeProvider.System);
                var kopie = Path.Combine(werkmap.FullName, $"{organisatie.Slug}.zip");
                await bron.Services.GetRequiredService<Reservekopieen>().Maak(organisatie, kopie, scherm, stop);
                await doel.Services.GetRequiredService<Reservekopieen>().ZetTerug(organisatie, kopie, scherm, stop);
                File.Delete(kopie);
                scherm.Meld("is verhuisd.");
            }
        }
        finally
        {
            werkmap.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task<string?> Draait(MeentOptions opties, CancellationToken stop)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        foreach (var adres in opties.LuisterAdressen().Select(a => a.Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)))
        {
            try
            {
                if (await client.GetStringAsync(new Uri($"{adres}/live"), stop) == "live") return adres;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
            {
                // Nobody there, or something else.
            }
        }

        return null;
    }
}
