using Meent.Interaction.Gebruik;
using Meent.Interaction.Landschap;
using Meent.Interaction.Taal;

namespace Meent.Interaction.Tests;

/// <summary>What a resident reads of the use of data is no name of a field.</summary>
public sealed class WoordenTests
{
    [Theory]
    [InlineData("personen:naam.voornamen", "naam", "name")]
    [InlineData("personen:gezag", "gezag over kinderen", "parental responsibility")]
    [InlineData("reisdocumenten:soort", "reisdocumenten", "travel documents")]
    [InlineData("bewoning:bewoners", "wie op een adres woont", "who lives at an address")]
    [InlineData("verblijfplaatshistorie:verblijfplaatsen", "eerdere adressen", "earlier addresses")]
    [InlineData("woz:waarden.vastgesteldeWaarde", "WOZ-waarde", "value of a property")]
    [InlineData("woz:belanghebbendeEigenaar.naam", "eigenaar of gebruiker van een woning of gebouw", "owner or user of a property")]
    [InlineData("woz:aanduiding", "gegevens over een woning of gebouw", "data about a property")]
    [InlineData("brk:zakelijkGerechtigden.persoon", "bezit van grond en gebouwen", "ownership of land and buildings")]
    [InlineData("brk:hypotheken", "hypotheken", "mortgages")]
    [InlineData("brk:beslagen", "beslagen en beperkingen", "seizures and restrictions")]
    [InlineData("kvk:basisprofiel", "gegevens over uw bedrijf", "data about your company")]
    public void Data_have_names_that_people_know(string gegeven, string nederlands, string engels) =>
        Assert.Equal((nederlands, engels), (Gegevenswoorden.Van(Tekst.Nederlands, gegeven), Gegevenswoorden.Van(Tekst.Engels, gegeven)));

    [Theory]
    [InlineData("WOZ-objecten", "valued properties")]
    [InlineData("bedrijven", "companies")]
    [InlineData("objecten", "objects")]
    public void What_is_counted_has_a_name_in_both_languages(string wat, string engels) =>
        Assert.Equal((wat, engels), (Tellingen.Woord(Tekst.Nederlands, wat), Tellingen.Woord(Tekst.Engels, wat)));
}
