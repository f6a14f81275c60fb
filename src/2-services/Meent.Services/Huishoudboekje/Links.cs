using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Services.Huishoudboekje;

/// <summary>URLs of the household budget's own resources.</summary>
internal static class Links
{
    public static readonly string Basis = Diensten.Pad(Diensten.Huishoudboekje);

    public static string Url(this Organisatie organisatie, string pad) => $"{organisatie.Basis}{Basis}/{pad}";

    /// <summary>As the store keeps it: without the host, so that a database can move.</summary>
    public static string Bewaard(string pad) => $"\u0001{Basis}/{pad}";
}
