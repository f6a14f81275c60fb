namespace Meent.Standards.Koppelvlak;

/// <summary>What a purpose may use, as the register says it: <c>{dienst}:{field path}</c>, or <c>{dienst}:*</c>.</summary>
public static class Gegevensbereik
{
    /// <summary>Whether a field of a service is covered: <c>naam.voornamen</c> of <c>personen</c> by <c>personen:naam</c> or <c>personen:*</c>.</summary>
    public static bool Dekt(IEnumerable<string> gegevens, string dienst, string veld) => gegevens.Any(gegeven =>
    {
        if (!gegeven.StartsWith(dienst, StringComparison.Ordinal) || gegeven.Length <= dienst.Length || gegeven[dienst.Length] != ':') return false;
        var pad = gegeven.AsSpan(dienst.Length + 1);
        return pad is "*" || (veld.AsSpan().StartsWith(pad, StringComparison.Ordinal) && (veld.Length == pad.Length || veld[pad.Length] == '.'));
    });
}
