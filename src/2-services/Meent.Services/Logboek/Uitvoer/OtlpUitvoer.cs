using System.Text.Json;
using Meent.Data.Logboek;
using Meent.Standards;
using Meent.Standards.Logboek;

namespace Meent.Services.Logboek.Uitvoer;

/// <summary>Records as ExportTraceServiceRequest in protobuf. The data subject goes as its pseudonym.</summary>
internal static class OtlpUitvoer
{
    public static ReadOnlyMemory<byte> Bericht(IReadOnlyList<BewaardeLogregel> regels)
    {
        var bericht = new Protoschrijver();
        foreach (var bron in regels.GroupBy(bewaard => bewaard.Regel.Systeem))
        {
            bericht.Deel(1, resourceSpans =>
            {
                resourceSpans.Deel(1, resource => Attributen(resource, 1, bron.Key));
                resourceSpans.Deel(2, scope =>
                {
                    foreach (var bewaard in bron) scope.Deel(2, span => Span(span, bewaard.Regel));
                });
            });
        }

        return bericht.Bericht;
    }

    private static void Span(Protoschrijver span, Logregel regel)
    {
        span.Bytes(1, Convert.FromHexString(regel.Spoor.Trace.ToHexString()));
        span.Bytes(2, Convert.FromHexString(regel.Spoor.Span.ToHexString()));
        if (regel.Spoor.Ouder is { } ouder) span.Bytes(4, Convert.FromHexString(ouder.ToHexString()));
        span.Tekst(5, regel.Naam);
        // SPAN_KIND_INTERNAL
        span.Varint(6, 1);
        span.Vast64(7, (ulong)regel.Begin.Microseconden() * 1000);
        span.Vast64(8, (ulong)regel.Einde.Microseconden() * 1000);
        Attribuut(span, 9, LogboekAttributen.Activiteit, regel.Activiteit);
        if (regel.Betrokkene is { } betrokkene)
        {
            Attribuut(span, 9, LogboekAttributen.Betrokkene, betrokkene.Tekst);
            Attribuut(span, 9, LogboekAttributen.BetrokkeneType, betrokkene.Type);
        }

        if (regel.Aanroeper is { } aanroeper) Attribuut(span, 9, LogboekAttributen.Aanroeper, aanroeper);
        Attributen(span, 9, regel.Attributen);
        span.Deel(15, status => status.Varint(3, (ulong)regel.Status));
    }

    private static void Attributen(Protoschrijver doel, int veld, string? json)
    {
        if (json is null) return;
        foreach (var (sleutel, waarde) in JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!)
        {
            doel.Deel(veld, attribuut =>
            {
                attribuut.Tekst(1, sleutel);
                attribuut.Deel(2, deel => Waarde(deel, waarde));
            });
        }
    }

    private static void Attribuut(Protoschrijver doel, int veld, string sleutel, string waarde) => doel.Deel(veld, attribuut =>
    {
        attribuut.Tekst(1, sleutel);
        attribuut.Deel(2, deel => deel.Tekst(1, waarde));
    });

    /// <summary>AnyValue.</summary>
    private static void Waarde(Protoschrijver doel, JsonElement waarde)
    {
        switch (waarde.ValueKind)
        {
            case JsonValueKind.String: doel.Tekst(1, waarde.GetString()!); break;
            case JsonValueKind.True or JsonValueKind.False: doel.Varint(2, waarde.GetBoolean() ? 1UL : 0UL); break;
            case JsonValueKind.Number when waarde.TryGetInt64(out var heel): doel.Varint(3, (ulong)heel); break;
            case JsonValueKind.Number: doel.Vast64(4, BitConverter.DoubleToUInt64Bits(waarde.GetDouble())); break;
            case JsonValueKind.Array:
                doel.Deel(5, lijst =>
                {
                    foreach (var een in waarde.EnumerateArray()) lijst.Deel(1, deel => Waarde(deel, een));
                });
                break;
        }
    }
}
