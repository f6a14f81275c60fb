using System.Net;
using Meent.Integration.Fsc;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Integration.Tests.Fsc;

/// <summary>A Peer that takes no properties: the own Outway keeps to the purposes, and tells them in the header that the Peer knows.</summary>
public sealed class DoelvertalingTests
{
    private const string Oin = "00000001990000091000";

    [Fact]
    public async Task The_purpose_is_enforced_here_and_goes_out_as_the_header_that_the_peer_knows()
    {
        var tuin = new Proeftuin
        {
            Meer = o => o.Doelvertalingen["duinwaarde"] = new()
            {
                ["brp"] = new()
                {
                    Aanbieder = Oin,
                    Dienst = Diensten.Objecten,
                    Doelen = { new() { Doel = "urn:doel:een", Waarde = "BRPACT-Een" }, new() { Doel = "urn:doel:twee", Waarde = "BRPACT-Twee" } },
                },
            },
        };
        await tuin.InitializeAsync();
        try
        {
            await new Gesprek(tuin).Voer();
        }
        finally
        {
            await tuin.DisposeAsync();
        }
    }

    private sealed class Gesprek(Proeftuin tuin) : KetenGesprek(tuin)
    {
        public async Task Voer()
        {
            await using var peer = await Tegenpartij.Start(Tuin, oin: Oin);
            peer.Inways = [peer.Adres];
            var grant = await Verbind(peer, naam: Diensten.Objecten);
            foreach (var (doel, waarde) in new[] { ("urn:doel:een", "BRPACT-Een"), ("urn:doel:twee", "BRPACT-Twee") })
            {
                using var antwoord = await Outway(grant, r =>
                {
                    r.Headers.Add(Headers.Verwerkingsactiviteit, doel);
                    r.Headers.Add("X-Doelbinding", "BRPACT-Verzonnen");
                });
                Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
                Assert.Equal(waarde, peer.Headers["x-doelbinding"]);
                Assert.DoesNotContain(Headers.Verwerkingsactiviteit, peer.Headers.Keys);
                // The peer does not say it; the own log does.
                var log = await Transactie(Proeftuin.Duinwaarde, antwoord.Headers.GetValues(Headers.FscTransactionId).Single());
                Assert.Equal(doel, log.GetProperty("additional_data").GetProperty("doelbinding.doel").GetString());
            }

            // One token does for both: the peer was not asked for a purpose that it does not know.
            Assert.Equal(1, peer.Tokens);
            Assert.DoesNotContain("authorization_details", peer.Tokenvraag!.Keys);

            using (var ander = await Outway(grant, r => r.Headers.Add(Headers.Verwerkingsactiviteit, "urn:doel:reclame")))
                await Fout(ander, HttpStatusCode.Forbidden, FscCodes.NoGrant, "ERROR_DOMAIN_OUTWAY");
            using (var geen = await Outway(grant)) await Fout(geen, HttpStatusCode.Forbidden, FscCodes.NoGrant, "ERROR_DOMAIN_OUTWAY");

            // By name and purpose the same grant is found, and for no other purpose.
            using (var opNaam = await Bronnen.Stuur(HttpMethod.Get, new Namens("duinwaarde", "urn:doel:twee"), Diensten.Objecten, "x")) Assert.Equal(HttpStatusCode.OK, opNaam.StatusCode);
            Assert.Equal("BRPACT-Twee", peer.Headers["x-doelbinding"]);
            using var reclame = await Bronnen.Stuur(HttpMethod.Get, new Namens("duinwaarde", "urn:doel:reclame"), Diensten.Objecten, "x");
            await Fout(reclame, HttpStatusCode.Forbidden, FscCodes.NoGrant, "ERROR_DOMAIN_OUTWAY");
        }
    }
}
