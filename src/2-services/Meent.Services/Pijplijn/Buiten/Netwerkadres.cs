using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Meent.Services.Pijplijn.Buiten;

/// <summary>To which addresses a connection may be made on behalf of a client that named a URL.</summary>
internal static class Netwerkadres
{
    /// <summary>AWS and kin answer machine credentials here too.</summary>
    private static readonly IPNetwork Metadata6 = IPNetwork.Parse("fd00:ec2::/32");
    private static readonly IPNetwork Wereld6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Vertaald6 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork Van4Naar6 = IPNetwork.Parse("2002::/16");

    // IANA special-purpose registries; the first ones are never a service of anybody.
    private static readonly IPNetwork[] Nooit = [.. new[] { "0.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4", "::/128", "fe80::/10", "ff00::/8" }.Select(IPNetwork.Parse), Metadata6];

    private static readonly IPNetwork[] Bijzonder = [.. new[]
    {
        "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "2001::/23", "2001:db8::/32", "3fff::/20",
    }.Select(IPNetwork.Parse)];

    /// <param name="intern">Whether the host is known to be in an internal network.</param>
    public static bool Mag(IPAddress adres, bool intern)
    {
        var eigenlijk = Eigenlijk(adres);
        if (Nooit.Any(net => net.Contains(eigenlijk))) return false;
        if (intern) return true;
        if (Bijzonder.Any(net => net.Contains(eigenlijk))) return false;
        return eigenlijk.AddressFamily == AddressFamily.InterNetwork || Wereld6.Contains(eigenlijk);
    }

    /// <summary>The IPv4 address that an IPv6 one stands for: mapped, translated (NAT64) or 6to4.</summary>
    private static IPAddress Eigenlijk(IPAddress adres)
    {
        if (adres.AddressFamily == AddressFamily.InterNetwork) return adres;
        if (adres.IsIPv4MappedToIPv6) return adres.MapToIPv4();
        var bytes = adres.GetAddressBytes();
        if (Vertaald6.Contains(adres) || (BinaryPrimitives.ReadUInt64BigEndian(bytes) == 0 && BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(8)) > 0xffff)) return new IPAddress(bytes.AsSpan(12));
        return Van4Naar6.Contains(adres) ? new IPAddress(bytes.AsSpan(2, 4)) : adres;
    }
}
