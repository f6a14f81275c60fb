using Meent.Data.Opslag;
using Meent.Services.HaalCentraal;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Services.Woz;

/// <summary>A WOZ-object of the standard a line, with all its decisions.</summary>
internal sealed class ImportWoz(Stores stores) : Regelimport<WozObject>(stores, Diensten.Woz, "WOZ-object", "WOZ-objecten", vanGemeente: true)
{
    protected override string? Fout(WozObject regel, Organisatie organisatie) => Wozregels.Fout(regel, organisatie);

    protected override ValueTask<bool> Zet(Session session, WozObject regel) => session.Zet(regel);
}
