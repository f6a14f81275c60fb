using System.Collections.Frozen;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Integration;

/// <summary>What an organisation can offer to others: all that it keeps, but for what steers the organisation itself, and what it asks elsewhere.</summary>
internal static class Aanbod
{
    private static readonly FrozenSet<string> Binnen = FrozenSet.Create(StringComparer.Ordinal,
        Diensten.Fsc, Diensten.Toegang, Diensten.Processtaat, Diensten.Processen);

    public static bool Biedt(this Organisatie organisatie, string service) => organisatie.Diensten.Contains(service) && !organisatie.Elders.Contains(service) && !Binnen.Contains(service);
}
