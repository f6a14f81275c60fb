using System.CommandLine;
using Meent.Configuratie;
using Meent.Demo;
using Meent.Node;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Opdrachten;

/// <summary><c>meent serve</c>.</summary>
internal static class Serve
{
    public static async Task<int> Voer(ParseResult vraag, CancellationToken stop)
    {
        await using var app = Knooppunt.BouwOmTeDienen(vraag.Instellingen());
        try
        {
            // The host itself listens to SIGTERM and Ctrl+C; the token of the command line would cut its drain short.
            await app.StartAsync(CancellationToken.None);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await vraag.InvocationConfiguration.Error.WriteLineAsync($"{e.Message} Kies andere poorten met --set Meent:Basis=http://localhost:8081 en --set Meent:Fsc:Poort=8444.");
            return 1;
        }

        var uit = vraag.InvocationConfiguration.Output;
        Adressen(app, uit);
        using var einde = stop.Register(app.Lifetime.StopApplication);
        try
        {
            if (app.Services.GetService<Demovulling>() is { } demo) await demo.Voer(uit, app.Lifetime.ApplicationStopping);
            if (app.Services.GetRequiredService<MeentOptions>().Heeft(Modules.Integratie)) await Democontracten.Sluit(app, uit, app.Lifetime.ApplicationStopping);
            app.Services.GetRequiredService<Gereedheid>().Opgebouwd();
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Asked to stop while it was still putting the landscape together; the next start goes on.
        }

        await app.WaitForShutdownAsync(CancellationToken.None);
        return 0;
    }

    private static void Adressen(WebApplication app, TextWriter uit)
    {
        var opties = app.Services.GetRequiredService<MeentOptions>();
        uit.WriteLine($"Meent draait: {opties.Basis}/");
        foreach (var organisatie in app.Services.GetRequiredService<OrganisatieLijst>().Alle) uit.WriteLine($"  {organisatie.Naam,-40} {organisatie.Basis}/");
        if (!opties.IsDemo) return;

        uit.WriteLine("Dit is het demolandschap: verzonnen organisaties en personen, gegevens in " + Path.GetFullPath(opties.Data));
        if (opties.Clients.Count > 0) return;

        uit.WriteLine($"API-clients ({Path.GetFullPath(Democlients.Bestand(opties))}):");
        foreach (var client in Democlients.Van(opties)) uit.WriteLine($"  {client.Organisatie,-40} client_id {client.Id}, secret {client.Geheim}");
    }
}
