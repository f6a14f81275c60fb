using Meent.Standards.Koppelvlak;

namespace Meent.Services.Tests.Verantwoording;

/// <summary>The logbook: what is written into it is a record of somebody else; reading it leaves none (LDV 2.2.2), and takes a purpose all the same.</summary>
internal static class Logboekwandeling
{
    public static async Task Loop(Wandeling w)
    {
        const string fenna = Wandeling.Fenna;
        var persoon = new Dictionary<string, object> { ["dpl.core.data_subject_id"] = fenna, ["dpl.core.data_subject_id_type"] = "BSN" };
        await Doe(HttpMethod.Post, Diensten.Logboek, "/inzage", new { burgerservicenummer = fenna });
        await Doe(HttpMethod.Post, Diensten.Logboek, "/processing-activities", persoon);
        // A span names its own purpose, and the line of an employee has the one of the request.
        var span = Span(w.Node.Doel(Wandeling.Activiteit), fenna);
        await w.ZonderLog(HttpMethod.Post, Diensten.Logboek, "/v1/traces", span);
        await w.Goed(HttpMethod.Post, Diensten.Logboek, "/v1/traces", span, fenna);
        await w.ZonderLog(HttpMethod.Post, Diensten.Logboek, "/audit", new { handeling = "opgezocht" }, "logboek_audit");
        await w.Goed(HttpMethod.Post, Diensten.Logboek, "/audit", new { handeling = "opgezocht" });

        var actie = new
        {
            actieNaam = "Zoeken personen",
            verwerkingId = "48086bf2-11b7-4603-9526-67d7c3bb6587",
            verwerkingsactiviteitUrl = w.Node.Doel(Wandeling.Activiteit),
            vertrouwelijkheid = "normaal",
            tijdstip = "2026-11-21T09:00:00+01:00",
            verwerkteObjecten = new[] { new { objecttype = "persoon", soortObjectId = "BSN", objectId = fenna } },
        };
        var gemaakt = await Doe(HttpMethod.Post, Diensten.Verwerkingsacties, "/verwerkingsacties", actie, fenna);
        var pad = $"/verwerkingsacties/{gemaakt.GetProperty("actieId").GetString()}";
        const string zoek = $"objecttype=persoon&soortObjectId=BSN&objectId={fenna}";
        await Doe(HttpMethod.Get, Diensten.Verwerkingsacties, $"/verwerkingsacties?{zoek}", null);
        await Doe(HttpMethod.Get, Diensten.Verwerkingsacties, pad, null);
        var objecten = await Doe(HttpMethod.Get, Diensten.VerwerkteObjecten, $"/verwerkte-objecten?{zoek}&beginDatum=2026-11-20&eindDatum=2026-11-23", null);
        await Doe(HttpMethod.Get, Diensten.VerwerkteObjecten, $"/verwerkte-objecten/{objecten.GetProperty("results")[0].GetProperty("verwerktObjectId").GetString()}", null);
        // A change is a record more, in the place of the one before (B3891).
        await Doe(HttpMethod.Put, Diensten.Verwerkingsacties, pad, actie, fenna);
        await Doe(HttpMethod.Patch, Diensten.Verwerkingsacties, "/verwerkingsacties?verwerkingId=48086bf2-11b7-4603-9526-67d7c3bb6587", new { bewaartermijn = "P1Y" }, fenna);
        await Doe(HttpMethod.Delete, Diensten.Verwerkingsacties, pad, null);

        Task<System.Text.Json.JsonElement> Doe(HttpMethod methode, string dienst, string naar, object? inhoud, params string[] wie) => w.Doe(methode, dienst, naar, inhoud, wie);
    }

    private static object Span(string activiteit, string bsn) => new
    {
        resourceSpans = new[]
        {
            new
            {
                scopeSpans = new[]
                {
                    new
                    {
                        spans = new[]
                        {
                            new
                            {
                                traceId = "0af7651916cd43dd8448eb211c80319c",
                                spanId = "00000000000000a1",
                                name = "Registratie bekeken",
                                startTimeUnixNano = "1764068470669000000",
                                endTimeUnixNano = "1764068470700000000",
                                attributes = new[] { Attribuut("dpl.core.processing_activity_id", activiteit), Attribuut("dpl.core.data_subject_id", bsn), Attribuut("dpl.core.data_subject_id_type", "BSN") },
                            },
                        },
                    },
                },
            },
        },
    };

    private static object Attribuut(string key, string waarde) => new { key, value = new { stringValue = waarde } };
}
