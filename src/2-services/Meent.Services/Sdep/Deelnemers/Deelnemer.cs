using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.Logboek;
using Meent.Services.Pijplijn;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Sdep.Deelnemers;

/// <summary>Who calls, in the role of the API that is called.</summary>
/// <param name="Sleutel">By which it is known here; never shown.</param>
/// <param name="Naam">Shown to others; empty when it has none.</param>
internal sealed record Deelnemer(HttpContext Http, Aanroep Aanroep, Rol Rol, string Sleutel, string Naam, Store Store, Verwerkingslog Log, TimeProvider Klok)
{
    /// <summary>The entry in the own register of processing activities for what is done for others.</summary>
    public const string Activiteit = "sdep-doorgeven";

    public Organisatie Organisatie => Aanroep.Organisatie;

    public CancellationToken Stop => Http.RequestAborted;

    private string? EigenActiviteit => Aanroep.Peer is null && Aanroep.Doel is not null ? null : Organisatie.Verwerkingsactiviteit(Activiteit);

    /// <summary>Puts on record that data was used; nobody can be found by what is here, so the record names no data subject.</summary>
    public async ValueTask Leg(Session session, string naam, string gegeven) =>
        await session.Logboek([Log.Regel(Aanroep, naam, null, EigenActiviteit, [$"{Standards.Koppelvlak.Diensten.Sdep}:{gegeven}"])]);

    /// <summary>As <see cref="Leg"/>, for what was read; durable before it is shown.</summary>
    public async ValueTask LegLezen(string naam, string gegeven) => await Store.Write(async session =>
    {
        await Leg(session, naam, gegeven);
        return true;
    }, Stop);
}
