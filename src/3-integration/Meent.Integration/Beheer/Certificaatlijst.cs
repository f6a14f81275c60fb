using System.Security.Cryptography.X509Certificates;
using Meent.Data.Opslag;
using Meent.Integration.Certificaten;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Manager;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;

namespace Meent.Integration.Beheer;

/// <summary>The certificates on which an organisation's traffic stands, and when they end: its own, those above it, and those under signatures of others.</summary>
internal static class Certificaatlijst
{
    public static async Task<IResult> Toon(HttpContext http, CertificateStore certificaten, Stores stores, TimeProvider klok)
    {
        var nu = klok.GetUtcNow();
        var herkomst = certificaten.Herkomst(http.Organisatie());
        var eigen = herkomst == Certificaatherkomst.Geen ? [] : certificaten.Alle(http.Organisatie()).ToList();
        var store = await stores.Get(http.Organisatie());
        var eindigend = await store.Read(sessie => ContractTabel.Eindigend(sessie, nu, nu + Geldigheden.Binnenkort), http.RequestAborted);
        return Results.Json(new
        {
            herkomst = herkomst.ToString().ToLowerInvariant(),
            eigen = eigen.Select(c => Een(c.Certificaat)),
            tussen = eigen.Take(1).SelectMany(c => c.Tussen).Select(Een),
            ankers = certificaten.Ankers().Select(Een),
            handtekeningen = eindigend.Select(h => new { content_hash = h.Contract, peer_id = h.Peer, geldig_tot = h.Tot, geldigheid = Naam(h.Tot) }),
        });

        object Een(X509Certificate2 certificaat) => new
        {
            naam = certificaat.Subject,
            x5t = Thumbprints.Certificate(certificaat),
            public_key_thumbprint = Thumbprints.PublicKey(certificaat),
            geldig_van = (DateTimeOffset)certificaat.NotBefore,
            geldig_tot = (DateTimeOffset)certificaat.NotAfter,
            geldigheid = Naam(certificaat.NotAfter),
        };

        string Naam(DateTimeOffset tot) => Geldigheden.Van(tot, nu).ToString().ToLowerInvariant();
    }
}
