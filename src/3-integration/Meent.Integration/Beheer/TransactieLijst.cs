using Meent.Integration.Transacties;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;

namespace Meent.Integration.Beheer;

/// <summary>The own transaction log, as the own administrators and pages read it.</summary>
internal static class TransactieLijst
{
    public static Task<IResult> Toon(HttpContext http, TransactieLog log) => LogEndpoint.Toon(http, log, http.Organisatie().Oin, eigen: true);
}
