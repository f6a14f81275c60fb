namespace Meent.Integration.Fsc.Contracten;

/// <summary>States of FSC Core 3.5. A contract that is valid but has not begun yet is <see cref="Valid"/> and not in force.</summary>
internal enum ContractStaat { Proposed, Valid, Rejected, Revoked, Expired }

internal static class ContractStaten
{
    public static ContractStaat Van(
        IEnumerable<string> partijen, IReadOnlySet<string> accept, bool reject, bool revoke, long notAfter, DateTimeOffset nu)
    {
        var verlopen = notAfter < nu.ToUnixTimeSeconds();
        if (revoke) return ContractStaat.Revoked;
        if (reject) return ContractStaat.Rejected;
        if (!partijen.All(accept.Contains)) return verlopen ? ContractStaat.Rejected : ContractStaat.Proposed;
        return verlopen ? ContractStaat.Expired : ContractStaat.Valid;
    }

    public static ContractStaat? Van(string naam) => Enum.GetValues<ContractStaat>().Cast<ContractStaat?>().FirstOrDefault(s => Naam(s!.Value) == naam);

    /// <summary>As OpenFSC prints it.</summary>
    public static string Naam(this ContractStaat staat) => $"CONTRACT_STATE_{staat.ToString().ToUpperInvariant()}";
}
