using System.CommandLine;
using Meent.Data.Opslag;
using Meent.Node;
using Meent.Standards.Beheer;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Opdrachten;

/// <summary><c>meent migrate</c>: opens every database, which migrates it. One that fails does not keep the others from going on.</summary>
internal static class Migrate
{
    public static async Task<int> Voer(ParseResult vraag, CancellationToken stop)
    {
        await using var app = Knooppunt.Bouw(vraag.Instellingen());
        var stores = app.Services.GetRequiredService<Stores>();
        var organisaties = Taak.Kies(vraag, app.Services.GetRequiredService<OrganisatieLijst>());
        var mislukt = 0;
        using var scherm = new Voortgangsregel(vraag.InvocationConfiguration.Output, "migrate", TimeProvider.System);
        for (var i = 0; i < organisaties.Count; i++)
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                await stores.Get(organisaties[i]);
            }
            catch (ProbleemException)
            {
                mislukt++;
                scherm.Meld($"{organisaties[i].Slug} kan niet geopend worden; de reden staat hierboven.");
            }

            scherm.Report(new Voortgang(i + 1, organisaties.Count, "organisaties"));
        }

        return mislukt == 0 ? 0 : 1;
    }
}
