using Meent.Standards.Problemen;

namespace Meent.Services.Logboek.Inname;

/// <summary>The messages of the trace service in protobuf (opentelemetry-proto 1.x), as far as a log record needs them.</summary>
internal static class OtlpProto
{
    // A value in a list in a list: deeper than anybody means.
    private const int MaxDiepte = 8;

    /// <summary>ExportTraceServiceRequest.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static OtlpBericht Lees(ReadOnlySpan<byte> bericht)
    {
        var bronnen = new List<OtlpResourceSpans>();
        var lezer = new Protolezer(bericht);
        while (lezer.Volgende())
        {
            if (lezer.Veld == 1) bronnen.Add(ResourceSpans(lezer.Bytes()));
            else lezer.SlaOver();
        }

        return new OtlpBericht(bronnen);
    }

    /// <summary>ExportTraceServiceResponse; of a request that was taken whole it is empty.</summary>
    public static ReadOnlyMemory<byte> Antwoord(Inneming inneming)
    {
        var schrijver = new Protoschrijver();
        if (inneming.Geweigerd > 0)
        {
            schrijver.Deel(1, gedeeltelijk =>
            {
                gedeeltelijk.Varint(1, (ulong)inneming.Geweigerd);
                gedeeltelijk.Tekst(2, inneming.Reden);
            });
        }

        return schrijver.Bericht;
    }

    /// <summary>google.rpc.Status, the form of a refusal over HTTP.</summary>
    public static ReadOnlyMemory<byte> Weigering(Probleem probleem)
    {
        var schrijver = new Protoschrijver();
        schrijver.Varint(1, (ulong)GrpcStatus(probleem.Status));
        schrijver.Tekst(2, Tekst(probleem));
        return schrijver.Bericht;
    }

    /// <summary>The code of gRPC for a refusal. An exporter tries again on UNAVAILABLE, and on no other of these.</summary>
    public static int GrpcStatus(int status) => status switch
    {
        400 or 413 or 415 => 3,
        401 => 16,
        403 => 7,
        404 => 5,
        429 or 503 => 14,
        _ => 13,
    };

    public static string Tekst(Probleem probleem) => probleem.Detail.Length > 0 ? probleem.Detail : probleem.Title;

    private static OtlpResourceSpans ResourceSpans(ReadOnlySpan<byte> bericht)
    {
        OtlpResource? bron = null;
        var scopes = new List<OtlpScopeSpans>();
        var lezer = new Protolezer(bericht);
        while (lezer.Volgende())
        {
            if (lezer.Veld == 1) bron = new OtlpResource(Attributen(lezer.Bytes(), veld: 1));
            else if (lezer.Veld == 2) scopes.Add(ScopeSpans(lezer.Bytes()));
            else lezer.SlaOver();
        }

        return new OtlpResourceSpans(bron, scopes);
    }

    private static OtlpScopeSpans ScopeSpans(ReadOnlySpan<byte> bericht)
    {
        var spans = new List<OtlpSpan>();
        var lezer = new Protolezer(bericht);
        while (lezer.Volgende())
        {
            if (lezer.Veld == 2) spans.Add(Span(lezer.Bytes()));
            else lezer.SlaOver();
        }

        return new OtlpScopeSpans(spans);
    }

    private static OtlpSpan Span(ReadOnlySpan<byte> bericht)
    {
        var (trace, span, ouder, naam, begin, einde, status) = ("", "", "", "", 0UL, 0UL, 0);
        var attributen = new List<OtlpAttribuut>();
        var lezer = new Protolezer(bericht);
        while (lezer.Volgende())
        {
            switch (lezer.Veld)
            {
                case 1: trace = Convert.ToHexStringLower(lezer.Bytes()); break;
                case 2: span = Convert.ToHexStringLower(lezer.Bytes()); break;
                case 4: ouder = Convert.ToHexStringLower(lezer.Bytes()); break;
                case 5: naam = lezer.Tekst(); break;
                case 7: begin = lezer.Vast64(); break;
                case 8: einde = lezer.Vast64(); break;
                case 9: attributen.Add(Attribuut(lezer.Bytes(), 0)); break;
                case 15: status = Status(lezer.Bytes()); break;
                default: lezer.SlaOver(); break;
            }
        }

        return new OtlpSpan(trace, span, ouder, naam, begin, einde, attributen, new OtlpStatus(status));
    }

    private static int Status(ReadOnlySpan<byte> bericht)
    {
        var code = 0;
        var lezer = new Protolezer(bericht);
        while (lezer.Volgende())
        {
            if (lezer.Veld == 3) code = (int)lezer.Varint();
            else lezer.SlaOver();
        }

        return code;
    }

    private static List<OtlpAttribuut> Attributen(ReadOnlySpan<byte> bericht, int veld)
    {
        var attributen = new List<OtlpAttribuut>();
        var lezer = new Protolezer(bericht);
        while (lezer.Volgende())
        {
            if (lezer.Veld == veld) attributen.Add(Attribuut(lezer.Bytes(), 0));
            else lezer.SlaOver();
        }

        return attributen;
    }

    private static OtlpAttribuut Attribuut(ReadOnlySpan<byte> bericht, int diepte)
    {
        string? sleutel = null;
        OtlpWaarde? waarde = null;
        var lezer = new Protolezer(bericht);
        while (lezer.Volgende())
        {
            if (lezer.Veld == 1) sleutel = lezer.Tekst();
            else if (lezer.Veld == 2) waarde = Waarde(lezer.Bytes(), diepte);
            else lezer.SlaOver();
        }

        return new OtlpAttribuut(sleutel, waarde);
    }

    private static OtlpWaarde Waarde(ReadOnlySpan<byte> bericht, int diepte)
    {
        if (diepte > MaxDiepte) throw new InvalidDataException("Een waarde is te diep genest.");
        var waarde = new OtlpWaarde();
        var lezer = new Protolezer(bericht);
        while (lezer.Volgende())
        {
            switch (lezer.Veld)
            {
                case 1: waarde = new OtlpWaarde { StringValue = lezer.Tekst() }; break;
                case 2: waarde = new OtlpWaarde { BoolValue = lezer.Varint() != 0 }; break;
                case 3: waarde = new OtlpWaarde { IntValue = (long)lezer.Varint() }; break;
                case 4: waarde = new OtlpWaarde { DoubleValue = BitConverter.UInt64BitsToDouble(lezer.Vast64()) }; break;
                case 5: waarde = new OtlpWaarde { ArrayValue = Lijst(lezer.Bytes(), diepte + 1) }; break;
                case 7: waarde = new OtlpWaarde { BytesValue = Convert.ToBase64String(lezer.Bytes()) }; break;
                default: lezer.SlaOver(); break;
            }
        }

        return waarde;
    }

    private static OtlpLijst Lijst(ReadOnlySpan<byte> bericht, int diepte)
    {
        var waarden = new List<OtlpWaarde>();
        var lezer = new Protolezer(bericht);
        while (lezer.Volgende())
        {
            if (lezer.Veld == 1) waarden.Add(Waarde(lezer.Bytes(), diepte));
            else lezer.SlaOver();
        }

        return new OtlpLijst(waarden);
    }
}
