using System.CommandLine;
using Meent.Data.Reservekopie;
using Meent.Node;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Opdrachten;

/// <summary><c>meent backup</c> and <c>meent restore</c>.</summary>
internal static class Backup
{
    public static readonly Argument<string> Map = new("map") { Description = "Map voor de reservekopieën, een bestand per organisatie." };

    public static readonly Argument<string> Kopie = new("bestand") { Description = "De reservekopie." };

    public static async Task<int> Maak(ParseResult vraag, CancellationToken stop)
    {
        await using var app = Knooppunt.Bouw(vraag.Instellingen());
        var map = Directory.CreateDirectory(vraag.GetRequiredValue(Map));
        var moment = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        foreach (var organisatie in Taak.Kies(vraag, app.Services.GetRequiredService<OrganisatieLijst>()))
        {
            using var scherm = new Voortgangsregel(vraag.InvocationConfiguration.Output, organisatie.Slug, TimeProvider.System);
            var bestand = Path.Combine(map.FullName, $"{organisatie.Slug}-{moment:yyyyMMdd'T'HHmmss'Z'}.zip");
            await app.Services.GetRequiredService<Reservekopieen>().Maak(organisatie, bestand, scherm, stop);
            scherm.Meld($"{bestand} ({new FileInfo(bestand).Length:N0} bytes)");
        }

        return 0;
    }

    public static async Task<int> ZetTerug(ParseResult vraag, CancellationToken stop)
    {
        await using var app = Knooppunt.Bouw(vraag.Instellingen());
        var organisaties = Taak.Kies(vraag, app.Services.GetRequiredService<OrganisatieLijst>());
        if (organisaties.Count != 1) throw new ProbleemException(new Probleem(400, "organisatie", "Noem met --organisatie de ene organisatie die de reservekopie terugkrijgt."));

        var bestand = vraag.GetRequiredValue(Kopie);
        using var scherm = new Voortgangsregel(vraag.InvocationConfiguration.Output, organisaties[0].Slug, TimeProvider.System);
        await app.Services.GetRequiredService<Reservekopieen>().ZetTerug(organisaties[0], bestand, scherm, stop);
        scherm.Meld($"{bestand} is teruggezet.");
        return 0;
    }
}
