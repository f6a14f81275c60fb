using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Elders;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Services.HaalCentraal;

/// <summary>
/// <c>meent import {registry} FILE</c>: a registration a line. What is kept is found by its number, so that reading a file again, or after an interruption, changes
/// only what differs. A line that cannot be used is told and left out.
/// </summary>
/// <param name="dienst">Of the registry; also what it is called on the command line.</param>
/// <param name="wat">One of them, as people call it.</param>
/// <param name="meervoud">Several.</param>
/// <param name="vanGemeente">Whether a municipality is bronhouder of it.</param>
internal abstract class Regelimport<T>(Stores stores, string dienst, string wat, string meervoud, bool vanGemeente) : IBeheertaak
    where T : class
{
    private const int PerTransactie = 1_000;

    public string Naam => "import " + dienst;

    public bool Geschikt(Organisatie organisatie) => organisatie.Diensten.Contains(dienst);

    public async Task Voer(Beheeropdracht opdracht, CancellationToken stop)
    {
        if (vanGemeente) Bronhouderschap.Eis(opdracht.Organisatie, dienst);
        else Bronhouderschap.EisGeenGemeente(opdracht.Organisatie, dienst);
        if (!File.Exists(opdracht.Bestand)) throw new ProbleemException(new Probleem(400, "invalid", $"Noem het bestand met een {wat} per regel (JSON Lines).", $"'{opdracht.Bestand}' is er niet."));
        var store = await stores.Get(opdracht.Organisatie);
        var groep = new List<T>(PerTransactie);
        var (nummer, goed, gewijzigd, fout) = (0L, 0L, 0L, 0L);
        using var lezer = File.OpenText(opdracht.Bestand);
        while (await lezer.ReadLineAsync(stop) is { } tekst)
        {
            nummer++;
            if (string.IsNullOrWhiteSpace(tekst)) continue;
            if (Lees(tekst, opdracht.Organisatie, out var reden) is { } regel)
            {
                groep.Add(regel);
            }
            else
            {
                fout++;
                opdracht.Melding($"regel {nummer}: {reden}");
            }

            if (groep.Count == PerTransactie) await Bewaar();
        }

        await Bewaar();
        opdracht.Melding($"{goed} {meervoud}, {gewijzigd} nieuw of gewijzigd, {fout} regels niet gebruikt.");

        async Task Bewaar()
        {
            gewijzigd += await store.WriteBulk(async session =>
            {
                var aantal = 0;
                foreach (var regel in groep) aantal += await Zet(session, regel) ? 1 : 0;
                return aantal;
            }, stop);
            goed += groep.Count;
            groep.Clear();
            opdracht.Voortgang.Report(new Voortgang(nummer, null, "regels"));
        }
    }

    /// <returns>The first thing that is wrong, without the value; null when nothing is.</returns>
    protected abstract string? Fout(T regel, Organisatie organisatie);

    /// <returns>Whether it differs from what was kept.</returns>
    protected abstract ValueTask<bool> Zet(Session session, T regel);

    /// <returns>Null when it cannot be used; the reason names members, never a value.</returns>
    private T? Lees(string tekst, Organisatie organisatie, out string reden)
    {
        try
        {
            var regel = JsonSerializer.Deserialize<T>(tekst, Regelvorm.Json);
            reden = regel is null ? "geen " + wat : Fout(regel, organisatie) ?? "";
            return reden.Length == 0 ? regel : null;
        }
        catch (JsonException fout)
        {
            reden = $"geen {wat} van de standaard ({fout.Path ?? "geen JSON"})";
            return null;
        }
    }
}
