using System.Net;
using Meent.Services.Pijplijn.Buiten;

namespace Meent.Services.Tests.Pijplijn;

public sealed class NetwerkadresTests
{
    [Theory]
    [InlineData("145.100.1.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("100.63.255.255")]
    [InlineData("2a02:a450::1")]
    [InlineData("::ffff:145.100.1.1")]
    [InlineData("64:ff9b::9164:101")]
    public void An_address_of_the_public_internet_may_be_connected_to(string adres)
    {
        Assert.True(Netwerkadres.Mag(IPAddress.Parse(adres), intern: false));
        Assert.True(Netwerkadres.Mag(IPAddress.Parse(adres), intern: true));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.1")]
    [InlineData("10.0.0.1")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("198.18.0.1")]
    [InlineData("192.0.2.1")]
    [InlineData("::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2001::1")]
    public void An_address_of_an_inner_network_only_when_that_was_said(string adres)
    {
        Assert.False(Netwerkadres.Mag(IPAddress.Parse(adres), intern: false));
        Assert.True(Netwerkadres.Mag(IPAddress.Parse(adres), intern: true));
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:a9fe:a9fe::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("::")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("ff02::1")]
    public void What_no_service_has_and_where_machines_get_their_credentials_never(string adres)
    {
        Assert.False(Netwerkadres.Mag(IPAddress.Parse(adres), intern: false));
        Assert.False(Netwerkadres.Mag(IPAddress.Parse(adres), intern: true));
    }

    [Theory]
    [InlineData("https://zgw.example/catalogi", "https://zgw.example/catalogi/api/v1/zaaktypen/1", true)]
    [InlineData("https://zgw.example", "https://ZGW.example:443/x", true)]
    [InlineData("https://zgw.example/catalogi", "https://zgw.example/catalogi/../geheim", false)]
    [InlineData("https://zgw.example/catalogi", "https://zgw.example/catalogi/%2e%2e/geheim", false)]
    [InlineData("https://zgw.example/catalogi", "https://zgw.example/catalogi-anders/1", false)]
    [InlineData("https://zgw.example", "https://zgw.example@elders.example/x", false)]
    [InlineData("https://zgw.example", "https://iemand@zgw.example/x", false)]
    [InlineData("https://zgw.example", "https://zgw.example.elders.example/x", false)]
    [InlineData("https://zgw.example", "http://zgw.example/x", false)]
    [InlineData("https://zgw.example", "https://zgw.example:8443/x", false)]
    public void Only_what_is_under_a_listed_address_is_fetched(string adres, string url, bool mag) =>
        Assert.Equal(mag, new Buitenadres { Adres = adres }.Omvat(new Uri(url)));
}
