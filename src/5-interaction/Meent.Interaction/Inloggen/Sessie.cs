using System.Security.Claims;
using System.Security.Cryptography;
using Meent.Interaction.Toegang;
using Meent.Standards.Identificaties;

namespace Meent.Interaction.Inloggen;

/// <summary>Who logged in, how, and where: all that the session cookie holds.</summary>
/// <param name="Id">128 random bits; the mark of a session that was ended bears it.</param>
/// <param name="Kenmerk">BSN, KvK number or employee id.</param>
/// <param name="IdToken">For <c>id_token_hint</c> when logging out.</param>
internal sealed record Sessie(string Id, Inlogmiddel Middel, string Organisatie, string Kenmerk, string Naam, DateTimeOffset Begin, string IdToken)
{
    private const string IdClaim = "sessie";
    private const string MiddelClaim = "middel";
    private const string OrganisatieClaim = "organisatie";
    private const string KenmerkClaim = "kenmerk";
    private const string NaamClaim = "naam";
    private const string BeginClaim = "begin";
    private const string TokenClaim = "id_token";

    public static Sessie Nieuw(Inlogmiddel middel, string organisatie, string kenmerk, string naam, DateTimeOffset begin, string idToken) =>
        new(RandomNumberGenerator.GetHexString(32, lowercase: true), middel, organisatie, kenmerk, naam, begin, idToken);

    /// <summary>When it ends by itself, however busy it is.</summary>
    public DateTimeOffset Uiterlijk => Begin + Middel.Langst;

    public Belanghebbende? AlsBelanghebbende() => this switch
    {
        { Middel: var m } when m == Inlogmiddel.Digid && Bsn.TryParse(Kenmerk, out var bsn) => new Inwoner(bsn, Naam),
        { Middel: var m } when m == Inlogmiddel.Eherkenning => new Bedrijf(Kenmerk, Naam),
        _ => null,
    };

    public ClaimsPrincipal AlsClaims(string schema) => new(new ClaimsIdentity(
        [
            new Claim(IdClaim, Id),
            new Claim(MiddelClaim, Middel.Pad),
            new Claim(OrganisatieClaim, Organisatie),
            new Claim(KenmerkClaim, Kenmerk),
            new Claim(NaamClaim, Naam),
            new Claim(BeginClaim, Begin.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)),
            new Claim(TokenClaim, IdToken),
        ],
        schema));

    public static Sessie? Van(ClaimsPrincipal? claims)
    {
        string Lees(string naam) => claims?.FindFirst(naam)?.Value ?? "";
        return Lees(IdClaim) is { Length: > 0 } id && Inlogmiddel.Van(Lees(MiddelClaim)) is { } middel && long.TryParse(Lees(BeginClaim), out var begin)
            ? new Sessie(id, middel, Lees(OrganisatieClaim), Lees(KenmerkClaim), Lees(NaamClaim), DateTimeOffset.FromUnixTimeSeconds(begin), Lees(TokenClaim))
            : null;
    }
}
