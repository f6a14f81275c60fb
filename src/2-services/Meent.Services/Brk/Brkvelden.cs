using Meent.Services.Brk.Model;
using Meent.Services.HaalCentraal;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Brk;

/// <summary>The members of each resource. In a purpose its name stands before them: <c>brk:zakelijkGerechtigden.persoon</c>.</summary>
internal static class Brkvelden
{
    /// <summary>The standard's code for what a purpose does not cover.</summary>
    public const string GeenRecht = "autorisation";

    public const string Gerechtigden = "zakelijkGerechtigden";
    public const string Beperkingen = "privaatrechtelijkeBeperkingen";
    public const string Delen = "stukdelen";

    public static readonly Resourcevelden Zaken = new(typeof(KadastraalOnroerendeZaak), "kadastraalOnroerendeZaken.");
    public static readonly Resourcevelden ZakelijkGerechtigden = new(typeof(ZakelijkGerechtigde), Gerechtigden + ".");
    public static readonly Resourcevelden Hypotheken = new(typeof(Hypotheek), "hypotheken.");
    public static readonly Resourcevelden Beslagen = new(typeof(Beslag), "beslagen.");
    public static readonly Resourcevelden Privaatrechtelijk = new(typeof(Aantekening), Beperkingen + ".");
    public static readonly Resourcevelden Publiekrechtelijk = new(typeof(PubliekrechtelijkeBeperking), "publiekrechtelijkeBeperkingen.");
    public static readonly Resourcevelden Mensen = new(typeof(KadasterNatuurlijkPersoon), "kadasterNatuurlijkPersonen.");
    public static readonly Resourcevelden Organisaties = new(typeof(KadasterNietNatuurlijkPersoon), "kadasterNietNatuurlijkPersonen.");
    public static readonly Resourcevelden Stukken = new(typeof(Stuk), "stukken.");
    public static readonly Resourcevelden Stukdelen = new(typeof(Stukdeel), Delen + ".");

    /// <summary>What can be asked along with a zaak.</summary>
    public static readonly Dictionary<string, Resourcevelden> BijZaak = new(StringComparer.Ordinal) { [Gerechtigden] = ZakelijkGerechtigden, [Beperkingen] = Privaatrechtelijk };
    public static readonly Dictionary<string, Resourcevelden> BijZaakVanPersoon = new(StringComparer.Ordinal) { [Beperkingen] = Privaatrechtelijk };
    public static readonly Dictionary<string, Resourcevelden> BijStuk = new(StringComparer.Ordinal) { [Delen] = Stukdelen };
    public static readonly Dictionary<string, Resourcevelden> BijStukdeel = new(StringComparer.Ordinal) { ["stuk"] = Stukken };

    /// <summary>As a log record has them.</summary>
    public static IEnumerable<string> Gegevens(Veldkeuze velden) => velden.Paden.Select(pad => $"{Diensten.Brk}:{velden.Voor}{pad}");
}
