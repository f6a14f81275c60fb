using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Standards.Koppelvlak;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Zaakgericht;

/// <summary>By what zaakgericht werken is settled between supplier and municipality.</summary>
internal static class Zaakomvang
{
    private const string Oplossing = "Zaakgericht werken";

    public static IServiceCollection AddZaakomvang(this IServiceCollection services) => services
        .AddOmvangteller(
            Oplossing, Diensten.Zaken, "actieve zaken",
            "Zaken met een registratiedatum tot en met de peildag, zonder einddatum of met een einddatum na de peildag. Zelf tellen, Zaken API: het aantal van "
            + "zaken?registratiedatum__lt={dag na de peildag}&einddatum__isnull=true plus dat van zaken?registratiedatum__lt={dag na de peildag}&einddatum__gt={peildag}.",
            // A zaak without an end has one that comes after every day.
            (sessie, dag) => sessie.One("SELECT COUNT(*) FROM zaakgericht_zaken WHERE registratiedatum <= $1 AND einde > $1", rij => rij.Long(0), dag))
        .AddOmvangteller(
            Oplossing, Diensten.Documenten, "bytes in documenten",
            "De som van bestandsomvang over alle documenten en al hun versies, op het moment van tellen. Zelf tellen, Documenten API: enkelvoudiginformatieobjecten, en van elk de versies 1 tot en met de laatste.",
            async (sessie, _) =>
            {
                var som = 0L;
                await sessie.Each(
                    "SELECT body FROM zaakgericht_enkelvoudiginformatieobjecten UNION ALL SELECT body FROM zaakgericht_informatieobjectversies", rij => som += Omvang(rij.Span(0)));
                return som;
            },
            opPeildag: false);

    private static long Omvang(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(Vorm.Leesbaar(body).WrittenSpan);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 1) continue;
            var gezocht = json.ValueTextEquals("bestandsomvang"u8);
            json.Read();
            if (gezocht) return json.TokenType == JsonTokenType.Number ? json.GetInt64() : 0;
            json.Skip();
        }

        return 0;
    }
}
