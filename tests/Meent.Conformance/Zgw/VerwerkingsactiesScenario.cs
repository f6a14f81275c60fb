namespace Meent.Conformance.Zgw;

/// <summary>An action, through every operation of both APIs of the VNG Verwerkingenlogging.</summary>
internal sealed class VerwerkingsactiesScenario(Verkenner bewerking, Verkenner inzage)
{
    private const string Persoon = "objecttype=persoon&soortObjectId=BSN&objectId=999970008";

    public async Task Voer()
    {
        var verwerking = Guid.CreateVersion7();
        object actie = new
        {
            actieNaam = "Zoeken personen",
            handelingNaam = "Intake",
            verwerkingNaam = "Huwelijk",
            verwerkingId = verwerking,
            verwerkingsactiviteitUrl = "https://var.example/verwerkingsactiviteiten/1",
            vertrouwelijkheid = "normaal",
            bewaartermijn = "P10Y",
            uitvoerder = "00000001990000011000",
            systeem = "FooBarApp v2.1",
            gebruiker = "123456789",
            gegevensbron = "FooBar Database Publiekszaken",
            soortAfnemerId = "OIN",
            afnemerId = "00000001990000023000",
            verwerkingsactiviteitUrlAfnemer = "https://var.example/verwerkingsactiviteiten/2",
            tijdstip = "2026-04-05T14:35:42+01:00",
            verwerkteObjecten = new[]
            {
                new { objecttype = "persoon", soortObjectId = "BSN", objectId = "999970008", betrokkenheid = "Getuige", verwerkteSoortenGegevens = new[] { new { soortGegeven = "BSN" } } },
            },
        };
        var url = (await bewerking.Maak("/verwerkingsacties", actie)).GetProperty("url").GetString()!;
        await bewerking.Haal(url);
        await bewerking.Haal($"/verwerkingsacties?{Persoon}");
        await bewerking.Stuur(HttpMethod.Put, url, actie, 200);
        await bewerking.Stuur(HttpMethod.Patch, $"/verwerkingsacties?verwerkingId={verwerking}", new { vertrouwelijkheid = "opgeheven" }, 204);
        var gezien = (await inzage.Haal($"/verwerkte-objecten?{Persoon}&beginDatum=2026-04-05&eindDatum=2026-04-06")).GetProperty("results")[0];
        await inzage.Haal(gezien.GetProperty("url").GetString()!);
        await inzage.Stuur(HttpMethod.Get, "/verwerkte-objecten", null, 400);
        await bewerking.Stuur(HttpMethod.Post, "/verwerkingsacties", new { vertrouwelijkheid = "x" }, 400);
        await bewerking.Stuur(HttpMethod.Delete, url, null, 204);
    }
}
