using Meent.Services.Pijplijn;
using Meent.Standards;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Services.Verwerkingsregister;

/// <summary><c>meent import verwerkingsregister FILE</c>: reads a register that was exported, or a spreadsheet (CSV).</summary>
internal sealed class ImportRegister(Bijhouden bijhouden, Aanroepen aanroepen) : IBeheertaak
{
    public string Naam => "import verwerkingsregister";

    public bool Geschikt(Organisatie organisatie) => organisatie.Diensten.Contains(Diensten.Verwerkingsregister);

    public async Task Voer(Beheeropdracht opdracht, CancellationToken stop)
    {
        if (!File.Exists(opdracht.Bestand)) throw new ProbleemException(new Probleem(400, "invalid", "Noem het bestand (JSON of CSV) met het register.", $"'{opdracht.Bestand}' is er niet."));
        var aanroep = await aanroepen.VanOpdrachtregel(opdracht.Organisatie);
        var csv = Path.GetExtension(opdracht.Bestand).Equals(".csv", StringComparison.OrdinalIgnoreCase);
        var resultaat = await Inlezen.Voer(bijhouden, aanroep, await File.ReadAllBytesAsync(opdracht.Bestand, stop), csv, opdracht.Reden, stop);
        opdracht.Melding($"{resultaat.Opgenomen} opgenomen, {resultaat.Gewijzigd} gewijzigd, {resultaat.Ongewijzigd} ongewijzigd");
    }
}
