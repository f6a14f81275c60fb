using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Fsc.Doelbinding;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Manager;

/// <summary>Which contracts a Manager signs without a person looking at them. All others wait for one.</summary>
internal sealed class Tekenbeleid(IOptions<FscOptions> options)
{
    public bool TekentZelf(Organisatie organisatie, Contract contract) => contract.Grants.All(grant => grant.Type switch
    {
        // Only the Group's Directory lists for others; a Manager that is none would publish whatever it was sent.
        GrantType.ServicePublication or GrantType.DelegatedServicePublication =>
            options.Value.TekenPublicaties && grant.DirectoryPeer == organisatie.Oin && organisatie.Oin == options.Value.Directory,
        GrantType.ServiceConnection => options.Value.TekenVerbindingen && grant.ServicePeer == organisatie.Oin && Toegestaan(grant),
        _ => false,
    });

    private bool Toegestaan(Grant grant)
    {
        var doelen = Doelen.Van(grant.Properties);
        return doelen.Count > 0
            && doelen.All(doel => options.Value.ToegestaneDoelen.Any(t => t == "*" || doel.EndsWith(":" + t, StringComparison.Ordinal)));
    }
}
