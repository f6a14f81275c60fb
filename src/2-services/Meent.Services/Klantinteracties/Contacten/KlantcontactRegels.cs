using System.Text.Json;
using Meent.Data.Modellen.Klantinteracties;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Klantinteracties.Contacten;

/// <summary>The rules for a klantcontact.</summary>
internal static class KlantcontactRegels
{
    private const int MaxWaarde = 255;
    private static readonly JsonElement Leeg = JsonSerializer.SerializeToElement(new { });

    public static async ValueTask<Klantcontact> Klantcontact(Schrijven<Klantcontact> schrijven, Session session)
    {
        var contact = schrijven.Model;
        if (contact is { VerdereActieOndernomen: true, IndicatieContactGelukt: true })
            throw Weiger.Ongeldig("nonFieldErrors", "no-further-action-when-contact-succesful", "Als het contact gelukt is kan er geen verdere actie zijn ondernomen");
        return contact with
        {
            Nummer = await Nummering.Bepaal(schrijven, session, contact.Nummer, schrijven.Oud?.Nummer),
            Referentienummer = contact.Referentienummer is { Length: > 0 } ? contact.Referentienummer : null,
            PlaatsgevondenOp = contact.PlaatsgevondenOp != default ? contact.PlaatsgevondenOp : schrijven.Oud?.PlaatsgevondenOp ?? schrijven.Nu,
            Metadata = Metadata(contact.Metadata),
        };
    }

    /// <summary>The addresses of who took part stay, without them.</summary>
    public static async ValueTask Verwijder(Schrijven<Klantcontact> schrijven, Session session, Dienstverlening diensten)
    {
        foreach (var betrokkene in await session.All("SELECT id FROM klantcontact_betrokkenen WHERE klantcontact = $1", row => row.Guid(0), schrijven.Id)) await BetrokkeneRegels.Los(session, betrokkene);
    }

    public static Melding Melding(Schrijven<Klantcontact> schrijven) => new("klantcontacten", schrijven.Resource.Url(schrijven.Id, null), schrijven.Versie, new Dictionary<string, string>
    {
        ["hoofdOnderwerpType"] = schrijven.Model.HoofdOnderwerpType,
        ["indicatieContactGelukt"] = schrijven.Model.IndicatieContactGelukt switch { true => "true", false => "false", null => "" },
        ["verdereActieOndernomen"] = schrijven.Model.VerdereActieOndernomen ? "true" : "false",
    });

    private static JsonElement Metadata(JsonElement metadata)
    {
        if (metadata.ValueKind == JsonValueKind.Undefined) return Leeg;
        if (metadata.ValueKind != JsonValueKind.Object) throw Weiger.Ongeldig("metadata", "not_a_dict", "Verwachtte een object.");
        foreach (var lid in metadata.EnumerateObject())
        {
            if (lid.Value.ValueKind != JsonValueKind.String) throw Weiger.Ongeldig($"metadata.{lid.Name}", "invalid", "Geen geldige tekenreeks.");
            var tekst = lid.Value.GetString()!;
            if (tekst.Length > MaxWaarde) throw Weiger.Ongeldig($"metadata.{lid.Name}", "max_length", $"Zorg ervoor dat dit veld niet meer dan {MaxWaarde} karakters bevat.");
            if ((lid.Name + tekst).Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))) throw Weiger.Ongeldig("metadata", "null_characters_not_allowed", "Stuurtekens zijn niet toegestaan.");
        }

        return metadata;
    }
}
