using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Meent.Standards.Koppelvlak;

/// <summary>Where a request came in. Decided by the listener, so no header can forge it.</summary>
public enum Herkomst
{
    /// <summary>A public listener.</summary>
    Buiten,

    /// <summary>Another layer or bron of the same organisation, over the in-memory listener.</summary>
    Intern,

    /// <summary>The own Inway, after it checked the FSC token; only here are the claims in <c>Fsc-Authorization</c> to be trusted.</summary>
    Inway,
}

/// <summary>The end point of an in-memory listener.</summary>
/// <param name="Herkomst">What traffic enters by it.</param>
public sealed class MemoryEndPoint(Herkomst herkomst) : EndPoint
{
    public static readonly MemoryEndPoint Intern = new(Herkomst.Intern);
    public static readonly MemoryEndPoint Inway = new(Herkomst.Inway);

    public Herkomst Herkomst { get; } = herkomst;

    /// <summary>Kestrel asks it as soon as somebody measures its connections, and accepts none any more when it is not there.</summary>
    public override AddressFamily AddressFamily => AddressFamily.Unspecified;

    public override string ToString() => $"memory:{Herkomst}";
}

public static class HerkomstFeature
{
    public static Herkomst Herkomst(this HttpContext http) =>
        http.Features.Get<IConnectionEndPointFeature>()?.LocalEndPoint is MemoryEndPoint memory ? memory.Herkomst : Koppelvlak.Herkomst.Buiten;
}
