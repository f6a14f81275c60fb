using Microsoft.Extensions.Configuration;

namespace Meent.Integration.Tests;

public sealed class FscControleTests
{
    [Fact]
    public void Every_mistake_is_found_at_once_and_named_by_its_key()
    {
        var fouten = Fouten(new()
        {
            ["Groep"] = "niet goed",
            ["Poort"] = "0",
            ["Adres"] = "localhost",
            ["Hostnaam"] = "fsc.example",
            ["TokenDuur"] = "02:00:00",
            ["Ankers:0"] = "/bestaat/niet.pem",
            ["DirectoryAdres"] = "http://directory",
            ["Onbekend"] = "1",
            ["Inways:a:0"] = "http://inway",
            ["Diensten:a:zaken:Adressen:0"] = "http://x",
            ["Diensten:a:eigen:Adressen:0"] = "ftp://x",
            ["Diensten:a:leeg:MeesteBytes"] = "-1",
            ["Aliassen:a:Fout!:Dienst"] = "x",
            ["Aliassen:a:goed:Dienst"] = "x",
            ["Aliassen:a:beide:Dienst"] = "x",
            ["Aliassen:a:beide:Grant"] = "y",
            ["Certificaten:a:Pem"] = "/bestaat/niet.pem",
            ["Certificaten:a:Wachtwordo"] = "x",
            ["Beleid:a:Inway"] = "false",
            ["Beleid:b:Pdp:Adres"] = "http://pdp.example",
            ["Beleid:b:Pdp:Geduld"] = "00:00:00",
            ["Beleid:b:Pdp:Ankers:0"] = "/bestaat/niet.pem",
            ["Beleid:b:Pdp:Certificaat:Pem"] = "/bestaat/niet.pem",
            ["Beleid:c:Regels:r:Kant"] = "midden",
            ["Beleid:c:Regels:r:Dagen:0"] = "maandag",
            ["Beleid:c:Regels:r:Paden:0"] = "x",
            ["Beleid:c:Regels:r:Methoden:0"] = "get",
            ["Beleid:c:Regels:in:Kant"] = "inway",
            ["Beleid:c:Regels:in:Clients:0"] = "x",
            ["Doelvertalingen:a:leeg:Header"] = "Fsc-Grant-Hash",
            ["Doelvertalingen:a:waarde:Aanbieder"] = "1",
            ["Doelvertalingen:a:waarde:Dienst"] = "brp",
            ["Doelvertalingen:a:waarde:Doelen:0:Doel"] = "urn:x",
        });
        Assert.Equal(
            ["Adres", "Aliassen:a:Fout!", "Aliassen:a:beide", "Ankers:0", "Beleid:a", "Beleid:b:Pdp:Adres", "Beleid:b:Pdp:Ankers", "Beleid:b:Pdp:Certificaat", "Beleid:b:Pdp:Geduld",
                "Beleid:c:Regels:in:Clients", "Beleid:c:Regels:r:Dagen", "Beleid:c:Regels:r:Kant", "Beleid:c:Regels:r:Methoden", "Beleid:c:Regels:r:Paden", "Certificaten:a", "Certificaten:a:Sleutel", "Certificaten:a:Wachtwordo", "Diensten:a:eigen:Adressen",
                "Diensten:a:leeg", "Diensten:a:leeg:Adressen", "Diensten:a:zaken", "DirectoryAdres", "Doelvertalingen:a:leeg:Aanbieder", "Doelvertalingen:a:leeg:Dienst",
                "Doelvertalingen:a:leeg:Doelen", "Doelvertalingen:a:leeg:Header", "Doelvertalingen:a:waarde:Doelen", "Groep", "Hostnaam", "Inways:a", "Onbekend", "Poort", "TokenDuur"],
            fouten.Select(f => f["Meent:Fsc:".Length..]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Without_configuration_there_is_nothing_wrong() => Assert.Empty(Fouten([]));

    [Fact]
    public void Values_of_the_wrong_kind_are_named_by_their_keys() => Assert.Equal(
        ["Meent:Fsc:Ankers", "Meent:Fsc:ControleerIntrekking", "Meent:Fsc:Poort", "Meent:Fsc:TokenDuur"],
        Fouten(new() { ["Poort"] = "acht", ["TokenDuur"] = "even", ["ControleerIntrekking"] = "soms", ["Ankers"] = "/een/pad.pem" }).Order(StringComparer.Ordinal));

    private static List<string> Fouten(Dictionary<string, string?> waarden) =>
        [.. new FscControle(new ConfigurationBuilder().AddInMemoryCollection(waarden.Select(w => new KeyValuePair<string, string?>("Meent:Fsc:" + w.Key, w.Value))).Build())
            .Fouten().Select(f => f.Sleutel)];
}
