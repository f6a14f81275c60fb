using Meent.Data.Logboek;
using Meent.Standards;

namespace Meent.Services.Logboek.Signalen;

/// <summary>What stands out on one day, by the rules of an organisation. Only what log and audit log hold counts; a signal proves nothing.</summary>
internal sealed class Signalering(Signaalinstelling instelling)
{
    public const string VeelPersonen = "veel-personen";
    public const string BuitenWerktijd = "buiten-werktijd";
    public const string ZonderZaak = "zonder-zaak";

    private readonly Dictionary<(string Gebruiker, string Activiteit), HashSet<string>> _perDoel = [];
    private readonly Dictionary<string, HashSet<string>> _buitenTijd = [];
    private readonly Dictionary<string, HashSet<string>> _zonderZaak = [];

    public void Neem(Opzoeking opzoeking)
    {
        Van(_perDoel, (opzoeking.Gebruiker, opzoeking.Activiteit)).Add(opzoeking.Persoon);
        if (!IsWerktijd(opzoeking.Moment)) Van(_buitenTijd, opzoeking.Gebruiker).Add(opzoeking.Persoon);
        if (!opzoeking.MetZaak) Van(_zonderZaak, opzoeking.Gebruiker).Add(opzoeking.Persoon);
    }

    /// <summary>Each with the employee, for who makes the pseudonym of it.</summary>
    public IEnumerable<(string Gebruiker, string Regel, string Activiteit, int Personen, int Grens)> Uitkomst()
    {
        foreach (var doel in _perDoel.GroupBy(een => een.Key.Activiteit))
        {
            foreach (var (sleutel, personen) in doel)
            {
                var anderen = doel.Where(een => een.Key.Gebruiker != sleutel.Gebruiker).Select(een => een.Value.Count).Order().ToList();
                if (anderen.Count < instelling.Collegas) continue;
                // Of an even number of colleagues the higher middle one: in doubt there is no signal.
                var grens = Math.Max(instelling.VeelPersonen, instelling.KeerCollegas * anderen[anderen.Count / 2]);
                if (personen.Count >= grens) yield return (sleutel.Gebruiker, VeelPersonen, sleutel.Activiteit, personen.Count, grens);
            }
        }

        foreach (var (gebruiker, personen) in _buitenTijd.Where(een => een.Value.Count >= instelling.BuitenWerktijd))
            yield return (gebruiker, BuitenWerktijd, "", personen.Count, instelling.BuitenWerktijd);
        foreach (var (gebruiker, personen) in _zonderZaak.Where(een => een.Value.Count >= instelling.ZonderZaak))
            yield return (gebruiker, ZonderZaak, "", personen.Count, instelling.ZonderZaak);
    }

    private bool IsWerktijd(DateTimeOffset moment)
    {
        var lokaal = moment.Lokaal();
        var tijd = TimeOnly.FromDateTime(lokaal.DateTime);
        return lokaal.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && tijd >= instelling.Van && tijd < instelling.Tot;
    }

    private static HashSet<string> Van<TSleutel>(Dictionary<TSleutel, HashSet<string>> sets, TSleutel sleutel) where TSleutel : notnull =>
        sets.TryGetValue(sleutel, out var set) ? set : sets[sleutel] = new(StringComparer.Ordinal);
}
