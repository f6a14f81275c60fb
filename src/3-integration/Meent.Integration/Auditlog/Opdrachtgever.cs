using System.Diagnostics;
using Meent.Integration.Manager;
using Meent.Integration.Poort;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Toegang;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Meent.Integration.Auditlog;

/// <summary>Who has something done, and why: what the audit log keeps beside what was done.</summary>
/// <param name="Client">The API client; <c>meent-intern</c> for the pages, <c>opdrachtregel</c>, or <c>meent</c> for what goes by itself.</param>
/// <param name="Gebruiker">Employee number, or the account on the machine; empty when no person asked.</param>
internal sealed record Opdrachtgever(string Client, string Gebruiker, string Reden, string? TraceId)
{
    private const int LangsteReden = 1000;

    /// <summary>By policy, or to keep what was agreed; nobody asked for it now.</summary>
    public static Opdrachtgever VanZelf(string reden) => new("meent", "", reden, Activity.Current?.TraceId.ToHexString());

    public static Opdrachtgever Opdrachtregel(string? reden) => new("opdrachtregel", Environment.UserName, reden ?? "", null);

    /// <summary>Of a request of which the token was checked.</summary>
    public static Opdrachtgever Van(HttpContext http, ZgwIdentiteit beller)
    {
        var reden = http.Request.Headers[Headers.AuditToelichting].ToString().Trim();
        return reden.Length <= LangsteReden
            ? new Opdrachtgever(beller.ClientId, beller.UserId, reden, Verzoek.TraceId(http))
            : throw Bladeren.Fout($"{Headers.AuditToelichting} heeft meer dan {LangsteReden} tekens");
    }
}

internal static class OpdrachtgeverFeature
{
    public static Opdrachtgever Opdrachtgever(this HttpContext http) => http.Features.GetRequiredFeature<Opdrachtgever>();
}
