using Meent.Data.Opslag;
using Meent.Services.HaalCentraal;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Services.Brk;

/// <summary>A kadastraal onroerende zaak, a person whom the kadaster keeps, or a stuk a line.</summary>
internal sealed class ImportBrk(Stores stores) : Regelimport<Brkregel>(stores, Diensten.Brk, "registratie van het kadaster", "registraties van het kadaster", vanGemeente: false)
{
    protected override string? Fout(Brkregel regel, Organisatie organisatie) => Brkregels.Fout(regel);

    protected override ValueTask<bool> Zet(Session session, Brkregel regel) => session.Zet(regel);
}
