namespace Meent.Standards.Problemen;

/// <summary>An RFC 9457 problem in the form that the Dutch standards share (VNG ZGW "Fout", Haal Centraal "Foutbericht").</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">The code of the standard, for machines: <c>invalid</c>, <c>paramsValidation</c>, <c>unauthorizedField</c>.</param>
/// <param name="Title">One line for people; the same for every occurrence.</param>
/// <param name="Detail">What was wrong this time. Never holds a BSN.</param>
public sealed record Probleem(int Status, string Code, string Title, string Detail = "")
{
    public string? Type { get; init; }
    public IReadOnlyList<OngeldigVeld> InvalidParams { get; init; } = [];

    /// <summary>Seconds after which trying again makes sense; sent as <c>Retry-After</c>.</summary>
    public int? RetryAfter { get; init; }
}

/// <summary>One wrong field or parameter.</summary>
/// <param name="Name">Path of the field, such as <c>fields[0]</c> or <c>verlenging.reden</c>.</param>
public sealed record OngeldigVeld(string Name, string Code, string Reason);

/// <summary>Ends the handling of a request with a problem; the host writes it. For bad input and refusals, not for bugs.</summary>
/// <param name="oorzaak">What the operator has to know, and the caller does not.</param>
public sealed class ProbleemException(Probleem probleem, Exception? oorzaak = null) : Exception(probleem.Title, oorzaak)
{
    public Probleem Probleem { get; } = probleem;
}
