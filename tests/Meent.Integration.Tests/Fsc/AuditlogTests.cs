using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Integration.Auditlog;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Integration.Tests.Fsc;

/// <summary>Who did what: written with the action itself, whoever asked for it.</summary>
public sealed class AuditlogTests
{
    [EngineTheory]
    public async Task Every_action_is_on_record_with_who_asked_and_why(Engine engine)
    {
        var tuin = new Proeftuin(engine);
        await tuin.InitializeAsync();
        try
        {
            await new Gesprek(tuin).Doorloop();
        }
        finally
        {
            await tuin.DisposeAsync();
        }
    }

    private const string Spoor = "0af7651916cd43dd8448eb211c80319c";

    private sealed class Gesprek(Proeftuin tuin) : KetenGesprek(tuin)
    {
        public async Task Doorloop()
        {
            using var voorstel = await Verander(HttpMethod.Post, "contracten", "n.willems", "Nodig voor de balie", $$"""{"grants":[{"data":{{Zaken("audit")}}}]}""");
            var hash = (await voorstel.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("content_hash").GetString()!;
            using (await Verander(HttpMethod.Put, $"contracten/{hash}/revoke", "n.willems", "Toch niet")) { }
            using (var weer = await Verander(HttpMethod.Put, $"contracten/{hash}/revoke", "n.willems", "Nog eens")) Assert.Equal(HttpStatusCode.Conflict, weer.StatusCode);
            using (await Verander(HttpMethod.Post, $"contracten/{hash}/bezorgingen/{Proeftuin.Basis.Oin}", "n.willems", "")) { }
            using (await Verander(HttpMethod.Post, $"contracten/onbekend/bezorgingen/{Proeftuin.Basis.Oin}", "n.willems", "")) { }

            var acties = await Acties($"content_hash={Uri.EscapeDataString(hash)}&sort_order=SORT_ORDER_ASCENDING");
            Assert.Equal(
                [("contract.voorstellen", "n.willems", "Nodig voor de balie"), ("contract.intrekken", "n.willems", "Toch niet"), ("contract.bezorgen", "n.willems", "")],
                acties.Select(a => (a.GetProperty("actie").GetString()!, a.GetProperty("gebruiker").GetString()!, a.GetProperty("reden").GetString()!)));
            Assert.All(acties, a => Assert.Equal(InternClient.Id, a.GetProperty("client").GetString()));
            Assert.Equal(Proeftuin.Basis.Oin, acties[2].GetProperty("peer_id").GetString());
            Assert.All(acties, a => Assert.Equal(Spoor, a.GetProperty("trace_id").GetString()));

            await Vanzelf();
            await Bladeren();
            await Aanvraag();
            await Samen();
        }

        /// <summary>A request for a certificate that is withdrawn; where there was none, nothing was done.</summary>
        private async Task Aanvraag()
        {
            using (var gevraagd = await Verander(HttpMethod.Post, "certificaataanvraag", "n.willems", "Proef", """{"soort":"P-256"}""")) Assert.Equal(HttpStatusCode.Created, gevraagd.StatusCode);
            foreach (var reden in new[] { "Verkeerde sleutel", "Nog eens" })
            {
                using var weg = await Verander(HttpMethod.Delete, "certificaataanvraag", "n.willems", reden);
                Assert.Equal(HttpStatusCode.NoContent, weg.StatusCode);
            }

            Assert.Equal("Verkeerde sleutel", Assert.Single(await Acties("actie=certificaat.vergeten")).GetProperty("reden").GetString());
        }

        /// <summary>What the provider signed by policy is there too, and nobody is said to have done it.</summary>
        private async Task Vanzelf()
        {
            using var antwoord = await Beheer(Proeftuin.Basis, HttpMethod.Get, "acties?actie=contract.aanvaarden");
            var gedaan = (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("acties").EnumerateArray().ToList();
            Assert.NotEmpty(gedaan);
            Assert.All(gedaan, a => Assert.Equal(("meent", "", "Tekenbeleid"), (a.GetProperty("client").GetString(), a.GetProperty("gebruiker").GetString(), a.GetProperty("reden").GetString())));
        }

        private async Task Bladeren()
        {
            var alle = await Acties("limit=1000");
            var perStuk = new List<string>();
            var cursor = "";
            do
            {
                using var antwoord = await Beheer(Proeftuin.Duinwaarde, HttpMethod.Get, $"acties?limit=2&cursor={cursor}");
                var blad = await antwoord.Content.ReadFromJsonAsync<JsonElement>();
                perStuk.AddRange(blad.GetProperty("acties").EnumerateArray().Select(Id));
                cursor = blad.GetProperty("pagination").GetProperty("next_cursor").GetString()!;
            }
            while (cursor.Length > 0);
            Assert.Equal(alle.Select(Id), perStuk);
            Assert.Equal(3, (await Acties("gebruiker=n.willems&after=1000")).Count);
            Assert.Empty(await Acties("before=1000"));
            static string Id(JsonElement a) => a.GetProperty("id").GetString()!;
        }

        /// <summary>When the action cannot be put on record, it is not done either.</summary>
        private async Task Samen()
        {
            var store = await Tuin.Services.GetRequiredService<Stores>().Get(Proeftuin.Duinwaarde);
            var eerder = (await Contracten(Proeftuin.Duinwaarde)).Count;
            await store.Write(s => s.Execute("ALTER TABLE integratie_acties RENAME TO integratie_weg"));
            try
            {
                using var mislukt = await Verander(HttpMethod.Post, "contracten", "n.willems", "x", $$"""{"grants":[{"data":{{Zaken("niet")}}}]}""");
                Assert.False(mislukt.IsSuccessStatusCode);
            }
            finally
            {
                await store.Write(s => s.Execute("ALTER TABLE integratie_weg RENAME TO integratie_acties"));
            }

            Assert.Equal(eerder, (await Contracten(Proeftuin.Duinwaarde)).Count);
        }

        private async Task<List<JsonElement>> Acties(string vraag)
        {
            using var antwoord = await Beheer(Proeftuin.Duinwaarde, HttpMethod.Get, $"acties?{vraag}");
            return [.. (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("acties").EnumerateArray()];
        }

        private Task<HttpResponseMessage> Verander(HttpMethod methode, string pad, string wie, string reden, string? json = null)
        {
            var namens = new Namens(Proeftuin.Duinwaarde.Slug, "urn:beheer", wie);
            return Bronnen.Stuur(methode, namens, Diensten.Fsc, pad, json is null ? null : new StringContent(json, System.Text.Encoding.UTF8, "application/json"),
                koppen =>
                {
                    koppen.TryAddWithoutValidation(Headers.AuditToelichting, reden);
                    koppen.TryAddWithoutValidation("traceparent", $"00-{Spoor}-b7ad6b7169203331-01");
                }, CancellationToken.None);
        }
    }
}
