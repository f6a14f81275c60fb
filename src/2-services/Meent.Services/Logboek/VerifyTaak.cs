using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Services.Logboek;

/// <summary><c>meent verify</c>: whether every record of the logbook is still as it was sealed.</summary>
internal sealed class VerifyTaak(Stores stores, Zegels zegels) : IBeheertaak
{
    public string Naam => "verify";

    public bool Geschikt(Organisatie organisatie) => organisatie.Diensten.Contains(Diensten.Logboek);

    public async Task Voer(Beheeropdracht opdracht, CancellationToken stop)
    {
        var store = await stores.Get(opdracht.Organisatie);
        var controle = await zegels.Controleer(store, opdracht.Voortgang, stop);
        foreach (var bevinding in controle.Bevindingen) opdracht.Melding(Tekst(bevinding));
        opdracht.Melding($"{controle.Regels} regels, waarvan {controle.Ongezegeld} nog niet verzegeld; {controle.Zegels} zegels; laatste zegel {controle.Hoofd}");
        if (!controle.IsOngeschonden)
            throw new ProbleemException(new Probleem(409, "geschonden", $"Het logboek van {opdracht.Organisatie.Slug} is niet zoals het verzegeld werd."));
    }

    private static string Tekst(Bevinding bevinding) => bevinding.Afwijking switch
    {
        Afwijking.RegelGewijzigd when bevinding.IsAudit => $"Auditregel {bevinding.Auditregel} is gewijzigd.",
        Afwijking.RegelVerwijderd when bevinding.IsAudit => $"Auditregel {bevinding.Auditregel} is verwijderd.",
        Afwijking.RegelToegevoegd when bevinding.IsAudit => $"Auditregel {bevinding.Auditregel} is buiten Meent om toegevoegd.",
        Afwijking.AuditgrafsteenGewijzigd => $"De verantwoording van de opgeruimde auditregels van zegel {bevinding.Nummer} klopt niet.",
        Afwijking.RegelGewijzigd => $"Regel {bevinding.Nummer} is gewijzigd.",
        Afwijking.RegelVerwijderd => $"Regel {bevinding.Nummer} is verwijderd.",
        Afwijking.RegelToegevoegd => $"Regel {bevinding.Nummer} is buiten Meent om toegevoegd.",
        Afwijking.ZegelGewijzigd => $"Zegel {bevinding.Nummer} is gewijzigd.",
        Afwijking.TabelVerwijderd => $"Tabel {bevinding.Nummer} met regels is verwijderd voordat hun termijn voorbij was, of buiten Meent om.",
        Afwijking.TabelToegevoegd => $"Tabel {bevinding.Nummer} met regels is buiten Meent om toegevoegd.",
        Afwijking.GrafsteenGewijzigd => $"De verantwoording van de opgeruimde tabel {bevinding.Nummer} klopt niet.",
        _ => $"Zegel {bevinding.Nummer} ontbreekt.",
    };
}
