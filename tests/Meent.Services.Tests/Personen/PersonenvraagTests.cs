using System.Text.Json;
using Meent.Services.Personen.Vraag;
using Meent.Standards.Problemen;

namespace Meent.Services.Tests.Personen;

/// <summary>The fout-cases of the questions and of fields.</summary>
public sealed class PersonenvraagTests
{
    private const string Type = "\"type\":\"RaadpleegMetBurgerservicenummer\"";
    private const string Bsn = "\"burgerservicenummer\":[\"999970008\"]";
    private const string Fields = "\"fields\":[\"naam\"]";

    [Theory]
    [InlineData("", "required type Parameter is verplicht.")]
    [InlineData("\"postcode\":\"3077AW\"", "required type Parameter is verplicht.")]
    [InlineData("\"type\":\"\"", "value type Waarde is geen geldig zoek type.")]
    [InlineData("\"type\":\"raadpleegmetburgerservicenummer\"", "value type Waarde is geen geldig zoek type.")]
    [InlineData("\"type\":1", "value type Waarde is geen geldig zoek type.")]
    [InlineData($"{Type},{Fields}", "required burgerservicenummer Parameter is verplicht.")]
    [InlineData($"{Type},{Fields},\"burgerservicenummer\":[]", "minItems burgerservicenummer Array bevat minder dan 1 items.")]
    [InlineData($"{Type},{Fields},\"burgerservicenummer\":\"999994086,999994086\"", "array burgerservicenummer Parameter is geen array.")]
    [InlineData($"{Type},{Fields},\"burgerservicenummer\":[\"12345678\"]", "pattern burgerservicenummer[0] Waarde voldoet niet aan patroon ^[0-9]{9}$.")]
    [InlineData($"{Type},{Fields},\"burgerservicenummer\":[\"999970008\",\"<script>123456789</script>\"]", "pattern burgerservicenummer[1] Waarde voldoet niet aan patroon ^[0-9]{9}$.")]
    [InlineData($"{Type},{Fields},\"burgerservicenummer\":[\"123456789\\n\"]", "pattern burgerservicenummer[0] Waarde voldoet niet aan patroon ^[0-9]{9}$.")]
    [InlineData($"{Type},{Bsn}", "required fields Parameter is verplicht.")]
    [InlineData($"{Type},{Bsn},\"fields\":[]", "minItems fields Array bevat minder dan 1 items.")]
    [InlineData($"{Type},{Bsn},\"fields\":\"naam\"", "array fields Parameter is geen array.")]
    [InlineData($"{Type},{Bsn},\"fields\":[\"naam\",null]", "required fields[1] Parameter is verplicht.")]
    [InlineData($"{Type},{Bsn},\"fields\":[\"na am\"]", @"pattern fields[0] Waarde voldoet niet aan patroon ^[a-zA-Z0-9\._]{1,200}$.")]
    [InlineData($"{Type},{Bsn},\"fields\":[\"naam\",\"Naam\"]", "fields fields[1] Parameter bevat een niet bestaande veldnaam.")]
    [InlineData($"{Type},{Bsn},\"fields\":[\"rni\"]", "fields fields[0] Parameter bevat een niet toegestane veldnaam.")]
    [InlineData($"{Type},{Bsn},{Fields},\"gemeenteVanInschrijving\":\"599\"", "pattern gemeenteVanInschrijving Waarde voldoet niet aan patroon ^[0-9]{4}$.")]
    [InlineData($"{Type},{Bsn},{Fields},\"voornamen\":\"Jan\"", "unknownParam voornamen Parameter is niet verwacht.")]
    [InlineData($"{Type},{Bsn},{Fields},\"<b>\":1", "unknownParam &lt;b&gt; Parameter is niet verwacht.")]
    public void A_wrong_parameter_is_named_with_its_reason(string parameters, string verwacht)
    {
        var fout = Weigering("{" + parameters + "}");

        Assert.Equal("paramsValidation", fout.Code);
        Assert.Equal([verwacht], fout.InvalidParams.Select(p => $"{p.Code} {p.Name} {p.Reason}"));
        Assert.Equal($"De foutieve parameter(s) zijn: {fout.InvalidParams[0].Name}.", fout.Detail);
        Assert.Equal("https://datatracker.ietf.org/doc/html/rfc7231#section-6.5.1", fout.Type);
    }

    [Theory]
    [InlineData("ZoekMetGeslachtsnaamEnGeboortedatum", "", "required geboortedatum", "required geslachtsnaam")]
    [InlineData("ZoekMetGeslachtsnaamEnGeboortedatum", "\"geslachtsnaam\":\"\",\"geboortedatum\":\"\"", "required geboortedatum", "required geslachtsnaam")]
    [InlineData("ZoekMetGeslachtsnaamEnGeboortedatum", "\"geslachtsnaam\":\"*sen\",\"geboortedatum\":\"19830526\"", "date geboortedatum", "pattern geslachtsnaam")]
    [InlineData("ZoekMetGeslachtsnaamEnGeboortedatum", "\"geslachtsnaam\":\"ab*\",\"geboortedatum\":\"1983-02-30\"", "date geboortedatum", "pattern geslachtsnaam")]
    [InlineData("ZoekMetGeslachtsnaamEnGeboortedatum", "\"geslachtsnaam\":\"gr*ot\",\"geboortedatum\":\"1983-02-28\"", "pattern geslachtsnaam")]
    [InlineData("ZoekMetGeslachtsnaamEnGeboortedatum", "\"geslachtsnaam\":\"a\",\"geboortedatum\":\"1983-02-28\",\"voornamen\":\"*iet\",\"geslacht\":\"N\",\"voorvoegsel\":\"<b>\",\"gemeenteVanInschrijving\":\"123\"",
        "pattern gemeenteVanInschrijving", "pattern geslacht", "pattern voornamen", "pattern voorvoegsel")]
    [InlineData("ZoekMetGeslachtsnaamEnGeboortedatum", "\"geslachtsnaam\":\"a\",\"geboortedatum\":\"1983-02-28\",\"postcode\":\"1234AB\"", "unknownParam postcode")]
    [InlineData("ZoekMetNaamEnGemeenteVanInschrijving", "", "required gemeenteVanInschrijving", "required geslachtsnaam", "required voornamen")]
    [InlineData("ZoekMetNaamEnGemeenteVanInschrijving", "\"geslachtsnaam\":\"a\",\"voornamen\":\"b*\",\"gemeenteVanInschrijving\":\"0518\"", "pattern voornamen")]
    [InlineData("ZoekMetPostcodeEnHuisnummer", "", "required postcode", "required huisnummer")]
    [InlineData("ZoekMetPostcodeEnHuisnummer", "\"postcode\":\"0628HJ\",\"huisnummer\":\"twee\"", "pattern postcode", "integer huisnummer")]
    [InlineData("ZoekMetPostcodeEnHuisnummer", "\"postcode\":\"2628  HJ\",\"huisnummer\":0", "pattern postcode", "minimum huisnummer")]
    [InlineData("ZoekMetPostcodeEnHuisnummer", "\"postcode\":\"2628HJ\\n\",\"huisnummer\":\"100000\"", "pattern postcode", "maximum huisnummer")]
    [InlineData("ZoekMetPostcodeEnHuisnummer", "\"postcode\":\"2628HJ\",\"huisnummer\":2.5,\"huisletter\":\"1\",\"huisnummertoevoeging\":\"123.4\",\"inclusiefOverledenPersonen\":\"\"",
        "integer huisnummer", "pattern huisletter", "pattern huisnummertoevoeging", "boolean inclusiefOverledenPersonen")]
    [InlineData("ZoekMetStraatHuisnummerEnGemeenteVanInschrijving", "", "required gemeenteVanInschrijving", "required huisnummer", "required straat")]
    [InlineData("ZoekMetStraatHuisnummerEnGemeenteVanInschrijving", "\"straat\":\"*van Ock*\",\"huisnummer\":1,\"gemeenteVanInschrijving\":\"0518\"", "pattern straat")]
    [InlineData("ZoekMetStraatHuisnummerEnGemeenteVanInschrijving", "\"straat\":\"Laan*\",\"huisnummer\":1,\"gemeenteVanInschrijving\":\"0518\"", "pattern straat")]
    [InlineData("ZoekMetNummeraanduidingIdentificatie", "\"nummeraanduidingIdentificatie\":\"0000000000000000\"", "pattern nummeraanduidingIdentificatie")]
    [InlineData("ZoekMetNummeraanduidingIdentificatie", "\"nummeraanduidingIdentificatie\":\"\"", "required nummeraanduidingIdentificatie")]
    [InlineData("ZoekMetAdresseerbaarObjectIdentificatie", "\"adresseerbaarObjectIdentificatie\":123456789012345", "pattern adresseerbaarObjectIdentificatie")]
    public void A_wrong_parameter_of_a_search_is_named_in_the_order_of_the_standard(string type, string parameters, params string[] verwacht)
    {
        var fout = Weigering($$"""{"type":"{{type}}",{{Fields}}{{(parameters.Length > 0 ? "," : "")}}{{parameters}}}""");

        Assert.Equal(verwacht, fout.InvalidParams.Select(p => $"{p.Code} {p.Name}"));
        Assert.Equal($"De foutieve parameter(s) zijn: {string.Join(", ", fout.InvalidParams.Select(p => p.Name))}.", fout.Detail);
    }

    [Theory]
    [InlineData("aNummer", "niet bestaande")]
    [InlineData("geboorte.plaats", "niet bestaande")]
    [InlineData("naam.aanduidingNaamgebruik", "niet bestaande")]
    [InlineData("adressering.aanhef", "niet bestaande")]
    [InlineData("gezag", "niet bestaande")]
    [InlineData("rni", "niet toegestane")]
    public void A_search_tells_less_of_a_person_than_a_question_by_number(string veld, string waarom) => Assert.Equal(
        $"Parameter bevat een {waarom} veldnaam.",
        Weigering($$"""{"type":"ZoekMetPostcodeEnHuisnummer","postcode":"2628HJ","huisnummer":2,"fields":["{{veld}}"]}""").InvalidParams.Single().Reason);

    [Fact]
    public void All_mistakes_are_told_at_once() => Assert.Equal(
        "De foutieve parameter(s) zijn: extra, burgerservicenummer[0], burgerservicenummer[2], fields.",
        Weigering($$"""{{{Type}},"burgerservicenummer":["1234567890","123456789","1"],"fields":[],"extra":1}""").Detail);

    [Fact]
    public void At_most_twenty_numbers_and_130_fields_may_be_asked()
    {
        Assert.Equal("Array bevat meer dan 20 items.", Weigering("{" + $"{Type},{Fields},\"burgerservicenummer\":[{Keer(21, "\"999970008\"")}]" + "}").InvalidParams[0].Reason);
        Assert.Equal("Array bevat meer dan 130 items.", Weigering("{" + $"{Type},{Bsn},\"fields\":[{Keer(131, "\"naam\"")}]" + "}").InvalidParams[0].Reason);
    }

    private static string Keer(int aantal, string waarde) => string.Join(',', Enumerable.Repeat(waarde, aantal));

    private static Probleem Weigering(string body) =>
        Assert.Throws<ProbleemException>(() => Personenvraag.Lees(JsonSerializer.Deserialize<JsonElement>(body))).Probleem;
}
