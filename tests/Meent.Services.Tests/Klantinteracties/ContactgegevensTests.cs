using Meent.Services.Tests.Zaakgericht;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Klantinteracties;

public sealed class ContactgegevensTests
{
    [EngineTheory]
    public async Task Persons_and_organisations_are_kept_as_they_are_registered(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        var zgw = node.Zgw;
        var persoon = await zgw.Maak(Diensten.Contactgegevens, "/persoon", new { geboortedatum = "1980-01-01", geslachtsnaam = "Dijkgraaf", geslacht = "v", adres = new { adresregel1 = "Rue 1", land = "FR" } });
        var organisatie = await zgw.Maak(Diensten.Contactgegevens, "/organisatie", new { handelsnaam = "De Meent" });

        Assert.Contains("/contactgegevens/api/v1/persoon/", Zaaknode.Url(persoon), StringComparison.Ordinal);
        Assert.Equal("FR", persoon.GetProperty("adres").GetProperty("land").GetString());
        var pad = $"/organisatie/{Klantnode.Uuid(organisatie)}";
        await zgw.Vraag(200, HttpMethod.Patch, Diensten.Contactgegevens, pad, new { opheffingsdatum = "2026-01-01" });
        Assert.Equal("2026-01-01", (await zgw.Vraag(200, HttpMethod.Get, Diensten.Contactgegevens, pad)).GetProperty("opheffingsdatum").GetString());
        foreach (var (weg, inhoud, naam, code) in new (string, object, string, string)[]
        {
            ("/persoon", new { geslachtsnaam = "x" }, "geboortedatum", "required"), ("/persoon", new { geslachtsnaam = "x", geboortedatum = "1980" }, "geboortedatum", "invalid"),
            ("/persoon", new { geslachtsnaam = "x", geboortedatum = "1980-01-01", geslacht = "q" }, "geslacht", "invalid_choice"),
            ("/persoon", new { geslachtsnaam = "x", geboortedatum = "1980-01-01", adres = new { land = "XX" } }, "adres.land", "invalid"),
            ("/persoon", new { geslachtsnaam = "x", geboortedatum = "1980-01-01", adres = new { postcode = "1234AB" } }, "adres.postcode", "invalid"),
            ("/persoon", new { geslachtsnaam = "x", geboortedatum = "1980-01-01", adres = new { huisnummer = 0 } }, "adres.huisnummer", "min_value"),
            ("/organisatie", new { handelsnaam = "" }, "handelsnaam", "blank"),
        })
        {
            var fout = (await zgw.Vraag(400, HttpMethod.Post, Diensten.Contactgegevens, weg, inhoud)).GetProperty("invalidParams")[0];
            Assert.Equal((naam, code), (fout.GetProperty("name").GetString(), fout.GetProperty("code").GetString()));
        }

        await zgw.Vraag(204, HttpMethod.Delete, Diensten.Contactgegevens, pad);
        Assert.Equal(0, (await zgw.Vraag(200, HttpMethod.Get, Diensten.Contactgegevens, "/organisatie")).GetProperty("count").GetInt32());
        Assert.Equal(1, (await zgw.Vraag(200, HttpMethod.Get, Diensten.Contactgegevens, "/persoon")).GetProperty("count").GetInt32());
    }
}
