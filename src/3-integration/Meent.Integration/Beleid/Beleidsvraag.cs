using System.Globalization;
using System.Text;
using System.Text.Json;
using Meent.Integration.Fsc;
using Meent.Integration.Token;
using Meent.Standards.Beleid;
using Meent.Standards.Identificaties;

namespace Meent.Integration.Beleid;

/// <summary>
/// May this request go through? With its JSON as the Access Evaluation API has it (NLGov profile for AuthZEN 1.0.0, §5 and §6.1). Of the path only what
/// is no query, and no BSN; of the content nothing.
/// </summary>
/// <param name="Kant">Which side asks.</param>
/// <param name="Pad">Path at the service, as it came in.</param>
/// <param name="Doel">URI of the purpose; null when there is none.</param>
/// <param name="Client">API client of the own organisation, at the Outway.</param>
/// <param name="Gebruiker">Employee for whom that client asks; never leaves the organisation.</param>
internal sealed record Beleidsvraag(
    FscDomein Kant, TokenClaims Token, Guid Transactie, string Methode, string Pad, string? Doel, string? Client, string? Gebruiker, Beslisspoor Spoor, DateTimeOffset Nu)
{
    // Types as URIs (§5.1, §5.2): the places where the standards say what these are.
    private const string Peer = "https://gitdocumentatie.logius.nl/publicatie/fsc/core/2.0.0/#peer_id";
    private const string Dienst = "https://gitdocumentatie.logius.nl/publicatie/fsc/core/2.0.0/#services";
    private const string Programma = "https://www.rfc-editor.org/rfc/rfc6749#section-1.1";

    public string Zijde => Kant == FscDomein.Inway ? "inway" : "outway";

    /// <summary>OIN of the other side.</summary>
    public string Ander => Kant == FscDomein.Inway ? Token.Sub : Token.Iss;

    public byte[] Json()
    {
        using var stroom = new MemoryStream();
        using (var json = new Utf8JsonWriter(stroom))
        {
            json.WriteStartObject();
            Onderwerp(json);
            json.WriteStartObject("action");
            json.WriteString("name", Methode);
            // The register of processing activities is the own one; it is not to cross to another organisation (§5.3.1.1).
            if (Kant == FscDomein.Outway && Doel is not null)
            {
                json.WriteStartObject("properties");
                json.WriteString("processing_activity_id", Doel);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteStartObject("resource");
            json.WriteString("type", Dienst);
            json.WriteString("id", $"{Token.Iss}/{Token.Svc}");
            json.WriteStartObject("properties");
            json.WriteString("peer_id", Token.Iss);
            json.WriteString("name", Token.Svc);
            json.WriteString("path", Bsn.Verberg(Pad));
            json.WriteEndObject();
            json.WriteEndObject();
            Omgeving(json);
            json.WriteEndObject();
        }

        return stroom.ToArray();
    }

    private void Onderwerp(Utf8JsonWriter json)
    {
        json.WriteStartObject("subject");
        json.WriteString("type", Kant == FscDomein.Inway ? Peer : Programma);
        json.WriteString("id", Kant == FscDomein.Inway ? Token.Sub : Client);
        if (Gebruiker is not null || Token.Act is not null)
        {
            json.WriteStartObject("properties");
            if (Gebruiker is not null) json.WriteString("user", Gebruiker);
            if (Token.Act is not null) json.WriteString("delegator_peer_id", Token.Act);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Omgeving(Utf8JsonWriter json)
    {
        json.WriteStartObject("context");
        json.WriteString("time", Nu.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteString("traceparent", Spoor.Binnengekomen ?? Spoor.Traceparent);
        if (Spoor.Tracestate is not null) json.WriteString("tracestate", Spoor.Tracestate);
        json.WriteStartObject("fsc");
        json.WriteString("component", Zijde);
        json.WriteString("transaction_id", Transactie.ToString());
        json.WriteString("group_id", Token.Gid);
        json.WriteString("grant_hash", Token.Gth);
        json.WriteString("outway_peer_id", Token.Sub);
        json.WriteString("service_peer_id", Token.Iss);
        if (Token.Pdi is not null) json.WriteString("service_delegator_peer_id", Token.Pdi);
        if (Doel is not null) json.WriteString("purpose", Doel);
        if (Token.Prp is { ValueKind: JsonValueKind.Object } prp)
        {
            json.WritePropertyName("properties");
            prp.WriteTo(json);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The record of this question and what came of it. A refusal is a decision; <c>Error</c> is for when there is none (§3.3.6).</summary>
    public Beslissing Regel(byte[] json, Oordeel oordeel, string oin, DateTimeOffset nu)
    {
        var attributes = new List<(string, string)> { (Beslissing.Transactie, Beslissing.Tekst(Transactie.ToString())) };
        if (oordeel.Regels is { } regels)
            attributes.Add((Beslissing.Beleid, JsonSerializer.Serialize(new Dictionary<string, string> { ["meent.regels"] = regels.Versie })));
        if (oordeel.Fout is { } fout) attributes.Add(("meent.beleid.fout", Beslissing.Tekst(fout)));
        var body = new List<(string, string)> { (Beslissing.Vraag, Encoding.UTF8.GetString(json)) };
        if (oordeel.Antwoord is { } antwoord) body.Add((Beslissing.Antwoord, antwoord));
        if (oordeel.Pdp is { } pdp) body.Add((Beslissing.Configuratie, JsonSerializer.Serialize(new { pdp })));
        return new(
            Spoor.Trace, Spoor.Span, Spoor.Ouder, Beslissing.Evaluatie, nu, oordeel.Toegestaan is null ? Beslissing.Fout : Beslissing.Besloten,
            attributes, body, Beslissing.Maker(Zijde, oin));
    }
}
