namespace Meent.Integration.Fsc.Contracten;

/// <summary>The rules that a Manager checks before it keeps a contract (FSC Core 2.0.0 §4.2.1; Digikoppeling REST-API 4.0.0 §3.4.3).</summary>
internal static class ContractRegels
{
    private const int MeesteGrants = 10;

    // Clocks differ; without this a contract made a moment ago by a peer whose clock is ahead is refused.
    private static readonly TimeSpan Klokverschil = TimeSpan.FromSeconds(60);

    /// <param name="indiener">Peer ID of the client certificate.</param>
    /// <param name="biedt">Whether the receiving peer offers a service itself.</param>
    public static void Controleer(
        Contract contract, string indiener, string ontvanger, string groep, Func<string, bool> biedt, DateTimeOffset nu)
    {
        if (contract.GroupId != groep)
            throw Fout(FscCodes.IncorrectGroupId, $"Groep '{contract.GroupId}' is niet '{groep}', de groep van deze Manager.");
        if (contract.CreatedAt > (nu + Klokverschil).ToUnixTimeSeconds()) throw Veld.Fout("content.created_at", "ligt in de toekomst");
        if (contract.NotBefore >= contract.NotAfter) throw Veld.Fout("content.validity.not_after", "moet na not_before liggen");
        if (contract.NotAfter <= nu.ToUnixTimeSeconds()) throw Veld.Fout("content.validity.not_after", "ligt in het verleden");
        if (contract.Grants.Count == 0) throw Veld.Fout("content.grants", "is leeg");
        if (contract.Grants.Count > MeesteGrants) throw Veld.Fout("content.grants", $"heeft meer dan {MeesteGrants} grants (Digikoppeling REST-API)");
        if (contract.Grants.Any(g => g.IsPublication) && contract.Grants.Select(g => g.Type).Distinct().Count() > 1)
            throw Fout(FscCodes.GrantCombinationNotAllowed, "Een publicatie kan niet met een ander soort grant in één contract.");
        if (!contract.Partijen.Contains(indiener)) throw Fout(FscCodes.SubmittingPeerNotPart, $"Peer '{indiener}' is geen partij bij dit contract.");
        if (!contract.Partijen.Contains(ontvanger)) throw Fout(FscCodes.ReceivingPeerNotPart, $"Peer '{ontvanger}' is geen partij bij dit contract.");

        foreach (var grant in contract.Grants.Where(g => g.ServicePeer == ontvanger && !biedt(g.ServiceName)))
            throw Fout(FscCodes.InvalidContract, $"Peer '{ontvanger}' biedt geen service '{grant.ServiceName}'.");
    }

    private static FscException Fout(string code, string melding) => new(422, code, melding);
}
