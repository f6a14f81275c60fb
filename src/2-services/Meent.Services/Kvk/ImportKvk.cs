using Meent.Data.Opslag;
using Meent.Services.HaalCentraal;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Services.Kvk;

/// <summary>An inschrijving a line, with its vestigingen.</summary>
internal sealed class ImportKvk(Stores stores) : Regelimport<Inschrijving>(stores, Diensten.Kvk, "inschrijving", "inschrijvingen", vanGemeente: false)
{
    protected override string? Fout(Inschrijving regel, Organisatie organisatie) => Kvkregels.Fout(regel);

    protected override ValueTask<bool> Zet(Session session, Inschrijving regel) => session.Zet(regel);
}
