using Meent.Integration.Fsc.Contracten;

namespace Meent.Integration.Auditlog;

/// <summary>What can be done, as the audit log names it.</summary>
internal static class Acties
{
    public const string Voorstellen = "contract.voorstellen";
    public const string Hertekenen = "contract.hertekenen";

    /// <summary>Bring one contract to one Peer again.</summary>
    public const string Bezorgen = "contract.bezorgen";

    /// <summary>Bring to a Peer all that it does not have.</summary>
    public const string AllesBezorgen = "peer.bezorgen";

    public const string Aankondigen = "manager.aankondigen";
    public const string Proefaanroep = "proefaanroep";
    public const string CertificaatAanvragen = "certificaat.aanvragen";
    public const string CertificaatVergeten = "certificaat.vergeten";
    public const string CertificaatInlezen = "certificaat.inlezen";
    public const string PrijsZetten = "prijs.zetten";
    public const string MaandSluiten = "afrekening.sluiten";

    public static string Van(HandtekeningSoort soort) => soort switch
    {
        HandtekeningSoort.Accept => "contract.aanvaarden",
        HandtekeningSoort.Reject => "contract.afwijzen",
        _ => "contract.intrekken",
    };
}
