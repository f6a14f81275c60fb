using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Elders;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Services.Woz;

/// <summary>
/// <c>meent import woz FILE</c>: a WOZ-object of the standard a line, with all its decisions. Objects are kept by their identificatie, so that reading a file
/// again, or after an interruption, changes only what differs. A line that cannot be used is told and left out.
/// </summary>
internal sealed class ImportWoz(Stores stores) : IBeheertaak
{
    private const int PerTransactie = 1_000;

    public string Naam => "import woz";

    public bool Geschikt(Organisatie organisatie) => organisatie.Diensten.Contains(Diensten.Woz);

    public async Task Voer(Beheeropdracht opdracht, CancellationToken stop)
    {
        Bronhouderschap.Eis(opdracht.Organisatie, Diensten.Woz);
        if (!File.Exists(opdracht.Bestand)) throw new ProbleemException(new Probleem(400, "invalid", "Noem het bestand met een WOZ-object per regel (JSON Lines).", $"'{opdracht.Bestand}' is er niet."));
        var store = await stores.Get(opdracht.Organisatie);
        var groep = new List<WozObject>(PerTransactie);
        var (nummer, goed, gewijzigd, fout) = (0L, 0L, 0L, 0L);
        using var lezer = File.OpenText(opdracht.Bestand);
        while (await lezer.ReadLineAsync(stop) is { } tekst)
        {
            nummer++;
            if (string.IsNullOrWhiteSpace(tekst)) continue;
            if (Lees(tekst, opdracht.Organisatie, out var reden) is { } woz)
            {
                groep.Add(woz);
            }
            else
            {
                fout++;
                opdracht.Melding($"regel {nummer}: {reden}");
            }

            if (groep.Count == PerTransactie) await Bewaar();
        }

        await Bewaar();
        opdracht.Melding($"{goed} WOZ-objecten, {gewijzigd} nieuw of gewijzigd, {fout} regels niet gebruikt.");

        async Task Bewaar()
        {
            gewijzigd += await store.WriteBulk(async session =>
            {
                var aantal = 0;
                foreach (var woz in groep) aantal += await session.Zet(woz) ? 1 : 0;
                return aantal;
            }, stop);
            goed += groep.Count;
            groep.Clear();
            opdracht.Voortgang.Report(new Voortgang(nummer, null, "regels"));
        }
    }

    /// <returns>Null when it cannot be used; the reason names members, never a value.</returns>
    private static WozObject? Lees(string tekst, Organisatie organisatie, out string reden)
    {
        try
        {
            var woz = JsonSerializer.Deserialize<WozObject>(tekst, WozObject.Json);
            reden = woz is null ? "geen WOZ-object" : Wozregels.Fout(woz, organisatie) ?? "";
            return reden.Length == 0 ? woz : null;
        }
        catch (JsonException fout)
        {
            reden = $"geen WOZ-object van de standaard ({fout.Path ?? "geen JSON"})";
            return null;
        }
    }
}
