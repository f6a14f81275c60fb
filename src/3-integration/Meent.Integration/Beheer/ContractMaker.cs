using System.Text.Json.Nodes;
using Meent.Integration.Certificaten;
using Meent.Integration.Fsc.Contracten;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Beheer;

/// <summary>
/// Makes the content of a contract from a request: the grants as the standard writes them, where what is our own may be left out (the Outway of a
/// connection, the Directory of a publication), and a period (default: now, for a year).
/// </summary>
internal sealed class ContractMaker(CertificateStore certificaten, IOptions<FscOptions> options, TimeProvider klok)
{
    private static readonly TimeSpan Duur = TimeSpan.FromDays(365);

    public Contract Maak(Organisatie organisatie, Veld verzoek)
    {
        var nu = klok.GetUtcNow();
        var grants = new JsonArray(
            [.. verzoek.Lid("grants").Lijst().Select(grant => new JsonObject { ["data"] = Aangevuld(organisatie, grant.Lid("data")) })]);
        var validity = verzoek.LidOfNiets("validity");
        var content = new JsonObject
        {
            ["fsc_version"] = Contract.FscVersion,
            ["iv"] = Guid.CreateVersion7().ToString(),
            ["group_id"] = options.Value.Groep,
            ["validity"] = new JsonObject
            {
                ["not_before"] = validity?.Lid("not_before").Tijdstip() ?? nu.ToUnixTimeSeconds(),
                ["not_after"] = validity?.Lid("not_after").Tijdstip() ?? (nu + Duur).ToUnixTimeSeconds(),
            },
            ["grants"] = grants,
            ["hash_algorithm"] = Contract.HashAlgorithm,
            ["created_at"] = nu.ToUnixTimeSeconds(),
        };
        return Contract.Lees(content.ToJsonString(), options.Value.Lezing.GrantHashMetVoorvoegsel);
    }

    private JsonObject Aangevuld(Organisatie organisatie, Veld data)
    {
        var grant = JsonNode.Parse(data.Object().GetRawText())!.AsObject();
        var type = Grant.Van(data.Lid("type").Tekst());
        if (type is GrantType.ServiceConnection or GrantType.DelegatedServiceConnection && data.LidOfNiets("outway") is null)
        {
            grant["outway"] = new JsonObject
            {
                ["peer_id"] = organisatie.Oin,
                ["identification"] = new JsonObject
                {
                    ["type"] = "OUTWAY_IDENTIFICATION_TYPE_PUBLIC_KEY_THUMBPRINT",
                    ["public_key_thumbprint"] = certificaten.Van(organisatie).PublicKeyThumbprint,
                },
            };
        }

        if (type is GrantType.ServicePublication or GrantType.DelegatedServicePublication && data.LidOfNiets("directory") is null)
            grant["directory"] = new JsonObject { ["peer_id"] = options.Value.Directory };
        return grant;
    }
}
