namespace Meent.Standards.Problemen;

/// <summary>Endpoint metadata: this standard is older than problem details, and has a form of its own for what goes wrong.</summary>
public sealed record Foutvorm(string Mediatype, Func<Probleem, byte[]> Schrijf);
