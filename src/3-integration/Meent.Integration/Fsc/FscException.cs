namespace Meent.Integration.Fsc;

/// <summary>Ends the handling of a request with the error object of FSC Core 4.4.5 and its <c>Fsc-Error-Code</c>.</summary>
internal sealed class FscException(FscFout fout) : Exception(fout.Message)
{
    public FscException(int status, string code, string message, FscDomein domein = FscDomein.Manager)
        : this(new FscFout(status, code, message, domein)) { }

    public FscFout Fout { get; } = fout;
}

/// <param name="Code">A code of the standard, or one of ours (<c>MEENT_</c>) where the standard names none.</param>
internal sealed record FscFout(int Status, string Code, string Message, FscDomein Domein);

internal enum FscDomein { Manager, Inway, Outway }
