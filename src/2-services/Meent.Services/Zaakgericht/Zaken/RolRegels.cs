using System.Text.Json;
using Meent.Data.Modellen.Catalogi;
using Meent.Data.Modellen.Zaken;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Zaakgericht.Catalogi;
using Meent.Standards.Problemen;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>The rules for who takes part in a zaak.</summary>
internal static class RolRegels
{
    private static readonly Dictionary<string, Type> Identificaties = new()
    {
        ["natuurlijk_persoon"] = typeof(NatuurlijkPersoon),
        ["niet_natuurlijk_persoon"] = typeof(NietNatuurlijkPersoon),
        ["vestiging"] = typeof(Vestiging),
        ["organisatorische_eenheid"] = typeof(OrganisatorischeEenheid),
        ["medewerker"] = typeof(Medewerker),
    };

    public static async ValueTask<Rol> Rol(Schrijven<Rol> schrijven, Session session)
    {
        var rol = schrijven.Model;
        var id = await Verwijzing.Vereis(session, rol.Roltype, CatalogiResources.Roltypen, "roltype");
        var zaak = EigenUrls.Id(rol.Zaak, ZakenResources.Zaken.Pad);
        // zrc-012 and kin: the roltype is one of the zaaktype of the zaak.
        if (!await session.One("SELECT 1 FROM zaakgericht_roltypen r JOIN zaakgericht_zaken z ON z.zaaktype = r.zaaktype WHERE r.id = $1 AND z.id = $2", _ => true, id, zaak))
            throw Weiger.Ongeldig("nonFieldErrors", "zaaktype-mismatch", "Het roltype hoort niet bij het zaaktype van de zaak.");
        var roltype = Vorm.VanBewaard<RolType>((await session.One("SELECT body FROM zaakgericht_roltypen WHERE id = $1", row => row.Bytes(0), id))!);
        return rol with
        {
            BetrokkeneIdentificatie = Identificatie(rol),
            Omschrijving = roltype.Omschrijving,
            OmschrijvingGeneriek = roltype.OmschrijvingGeneriek,
            Registratiedatum = schrijven.Nu,
        };
    }

    public static async ValueTask NaRol(Schrijven<Rol> schrijven, Session session) => await Koppelingen.Voeg(
        session, "zaakgericht_zaken", "rollen", EigenUrls.Id(schrijven.Model.Zaak, ZakenResources.Zaken.Pad)!.Value, schrijven.Resource.Pad, schrijven.Id);

    public static async ValueTask RolWeg(Schrijven<Rol> schrijven, Session session) => await Koppelingen.Verwijder(
        session, "zaakgericht_zaken", "rollen", EigenUrls.Id(schrijven.Model.Zaak, ZakenResources.Zaken.Pad)!.Value, schrijven.Resource.Pad, schrijven.Id);

    /// <summary>For the index column, by which a resident's zaken are found.</summary>
    public static string? Bsn(Rol rol) =>
        rol.BetrokkeneIdentificatie is { ValueKind: JsonValueKind.Object } persoon && persoon.TryGetProperty("inpBsn", out var bsn) && bsn.GetString() is { Length: > 0 } cijfers ? cijfers : null;

    /// <summary>The identification in the shape of its betrokkeneType, complete with empty fields, as the standard shows it.</summary>
    private static JsonElement? Identificatie(Rol rol)
    {
        if (rol.BetrokkeneIdentificatie is not { } json || json.ValueKind == JsonValueKind.Null)
        {
            return rol.Betrokkene.Length > 0 ? null
                : throw Weiger.Ongeldig("nonFieldErrors", "invalid-betrokkene", "betrokkene of betrokkeneIdentificatie moet ingevuld zijn.");
        }

        var type = Identificaties[rol.BetrokkeneType];
        var fouten = new List<OngeldigVeld>();
        Controle.Object(json, Beschrijving.Van(type)!, "betrokkeneIdentificatie", fouten);
        if (fouten.Count > 0) throw Weiger.Ongeldig(fouten);
        return JsonSerializer.SerializeToElement(json.Deserialize(type, Vorm.Json), type, Vorm.Json);
    }
}
