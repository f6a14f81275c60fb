using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Services.Verhuur;

/// <summary>URLs of the register's own resources.</summary>
internal static class Links
{
    public static readonly string Basis = Diensten.Pad(Diensten.Verhuur);

    public static string Url(this Organisatie organisatie, string pad) => $"{organisatie.Basis}{Basis}/{pad}";

    /// <summary>As the store keeps it: without the host, so that a database can move.</summary>
    public static string Bewaard(string pad) => $"\u0001{Basis}/{pad}";

    public static string Registratie(string nummer) => $"registraties/{nummer}";

    public static string Stappen(string nummer) => $"registraties/{nummer}/stappen";

    public static string Melding(Guid id) => $"meldingen/{id}";

    public static string Woonruimte(string id) => $"woonruimten/{id}";

    public static string Signaal(Guid id) => $"signalen/{id}";

    public static string Vergunning(Guid id) => $"vergunningen/{id}";

    public static string Loting(Guid id) => $"lotingen/{id}";

    public static string Gebied(Guid id) => $"gebieden/{id}";

    public static string Regelset(Guid id) => $"regels/{id}";
}
