using System.Text.Json;
using Meent.Services.Personen;
using Meent.Services.Personen.Demo;
using Meent.Services.Personen.Lijst;
using Meent.Services.Personen.Opslag;
using Meent.Services.Personen.Tabellen;
using Meent.Services.Personen.Velden;
using Meent.Standards.Identificaties;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Personen;

public sealed class PersonenDemoTests
{
    [EngineTheory]
    public async Task The_demo_persons_answer_every_field(Engine engine)
    {
        await using var proef = await TestStore.Create(engine, s => s.AddPersonen());
        await PersonenDemo.Vul(proef.Store);
        await PersonenDemo.Vul(proef.Store);
        var personen = await proef.Store.Read(s => s.Vind(["999970008", "999970021", "999970033", "999970045", "999970057", "999970069"], null));
        var tabellen = await proef.Services.GetRequiredService<Tabelopslag>().Van(proef.Store, default);

        string[] alles = [.. PersoonVelden.Persoon.Kinderen.Select(v => v.Naam)];
        var antwoorden = personen.ToDictionary(p => p.Bsn!, p => Antwoorden.Over(p.Body, tabellen, alles));

        Assert.All(personen, p => Assert.True(Bsn.TryParse(p.Bsn, out _)));
        Assert.Equal(
            ["Aïsha el Amrani", "Fenna Dijkgraaf", "Joris Adriaan van der Wierde", "Milan Dijkgraaf", "Noor Hartog", "Teun Bakhuis"],
            antwoorden.Values.Select(a => a["naam"]!["volledigeNaam"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.All(antwoorden.Values, a => Assert.Equal("Adres", a["verblijfplaats"]!["type"]!.GetValue<string>()));
        Assert.Equal("Marokko", antwoorden["999970033"]["immigratie"]!["landVanwaarIngeschreven"]!["omschrijving"]!.GetValue<string>());
        Assert.Equal("999970021", antwoorden["999970008"]["partners"]![0]!["burgerservicenummer"]!.GetValue<string>());
        Assert.Equal("1998", antwoorden["999970045"]["partners"]![0]!["aangaanHuwelijkPartnerschap"]!["datum"]!["datum"]!.GetValue<string>()[..4]);
        Assert.True(antwoorden["999970057"]["geheimhoudingPersoonsgegevens"]!.GetValue<bool>());
        Assert.Equal("overlijden", antwoorden["999970069"]["opschortingBijhouding"]!["reden"]!["omschrijving"]!.GetValue<string>());
    }

    [EngineTheory]
    public async Task Every_code_of_the_demo_persons_has_its_description(Engine engine)
    {
        await using var proef = await TestStore.Create(engine, s => s.AddPersonen());
        await PersonenDemo.Vul(proef.Store);
        var tabellen = await proef.Services.GetRequiredService<Tabelopslag>().Van(proef.Store, default);
        foreach (var body in await proef.Store.Read(s => s.All("SELECT body FROM personen_personen", row => row.Text(0))))
        {
            using var lijst = Persoonslijst.Lees(body);
            foreach (var nationaliteit in lijst.Stapels("04").Select(s => s.Actueel))
            {
                Assert.NotNull(tabellen.Omschrijving(Tabel.Nationaliteiten, nationaliteit["0510"]!));
                Assert.NotNull(tabellen.Omschrijving(Tabel.RedenOpnemenBeeindigen, nationaliteit["6310"]!));
            }

            Assert.NotNull(tabellen.Omschrijving(Tabel.Gemeenten, lijst.Waarde("08", "0910")!));
            Assert.NotNull(tabellen.Omschrijving(Tabel.Landen, lijst.Waarde("01", "0330")!));
        }
    }

    [SharedFact]
    public async Task The_answers_about_the_demo_persons_are_as_the_standard_describes_them()
    {
        await using var proef = await TestStore.Create(Engine.Sqlite, s => s.AddPersonen());
        await PersonenDemo.Vul(proef.Store);
        var tabellen = await proef.Services.GetRequiredService<Tabelopslag>().Van(proef.Store, default);
        var standaard = new Standaardschema("brp-personen-2.7.0.yaml");
        string[] alles = [.. PersoonVelden.Persoon.Kinderen.Select(v => v.Naam)];
        foreach (var body in await proef.Store.Read(s => s.All("SELECT body FROM personen_personen", row => row.Text(0))))
            Assert.Empty(standaard.Fouten(Antwoorden.Over(body, tabellen, alles).Deserialize<JsonElement>(), "Persoon"));
    }
}
