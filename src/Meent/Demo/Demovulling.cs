using Meent.Data.Opslag;
using Meent.Services.Demo;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Demo;

/// <summary>
/// Brings the demo landscape to life after the start: data at its sources, and zaaktypen with zaken at each municipality.
/// Each step finds what is there already, so that a second start does nothing.
/// </summary>
internal sealed partial class Demovulling(
    Stores stores, OrganisatieLijst organisaties, Bronnen bronnen, TimeProvider klok, ILogger<Demovulling> log)
{
    public async Task Voer(TextWriter uit, CancellationToken stop)
    {
        try
        {
            foreach (var organisatie in organisaties.Alle) await ServicesDemo.Vul(stores, organisatie, klok);
            var zaaktype = new Demozaaktype(bronnen);
            var verzoeken = new Demoverzoeken(bronnen);
            var evenementen = new Demoevenementen(bronnen, klok);
            foreach (var gemeente in organisaties.Alle.Where(o => o.Diensten.Contains(Diensten.Catalogi)))
            {
                await zaaktype.Maak(gemeente, stop);
                await evenementen.Maak(gemeente, stop);
                await verzoeken.Maak(gemeente, stop);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The organisations themselves run; what is missing shows on the landing page and in this line.
            Mislukt(log, e);
            await uit.WriteLineAsync("Het demolandschap is niet helemaal opgebouwd; zie de foutmelding hierboven.");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Het demolandschap kon niet worden opgebouwd.")]
    private static partial void Mislukt(ILogger log, Exception e);
}
