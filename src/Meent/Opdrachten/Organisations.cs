using System.CommandLine;
using Meent.Node;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Opdrachten;

/// <summary><c>meent organisations</c>.</summary>
internal static class Organisations
{
    public static async Task<int> Voer(ParseResult vraag, CancellationToken stop)
    {
        await using var app = Knooppunt.Bouw(vraag.Instellingen());
        var uit = vraag.InvocationConfiguration.Output;
        foreach (var organisatie in app.Services.GetRequiredService<OrganisatieLijst>().Alle)
        {
            await uit.WriteLineAsync($"{organisatie.Slug}: {organisatie.Naam}");
            await uit.WriteLineAsync($"  OIN {organisatie.Oin}, RSIN {organisatie.Rsin}{(organisatie.Gemeentecode is { } code ? $", gemeentecode {code}" : "")}");
            foreach (var dienst in organisatie.Diensten.Order()) await uit.WriteLineAsync($"  {dienst,-24} {organisatie.Basis}{Diensten.Pad(dienst)}");
        }

        return 0;
    }
}
