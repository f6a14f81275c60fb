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
        });
        Assert.Equal(
            ["Adres", "Aliassen:a:Fout!", "Aliassen:a:beide", "Ankers:0", "Certificaten:a", "Certificaten:a:Sleutel", "Certificaten:a:Wachtwordo", "Diensten:a:eigen:Adressen",
                "Diensten:a:leeg", "Diensten:a:leeg:Adressen", "Diensten:a:zaken", "DirectoryAdres", "Groep", "Hostnaam", "Inways:a", "Onbekend", "Poort", "TokenDuur"],
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
