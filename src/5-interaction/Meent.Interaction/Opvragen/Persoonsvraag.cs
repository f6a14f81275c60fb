using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Opvragen;

/// <summary>
/// What a screen asks of a person, and for what. It is the only thing by which <see cref="Personenbron"/> can be asked, so all screens that need fields are
/// in <see cref="Alle"/>, with the fields that they do ask.
/// </summary>
internal sealed class Persoonsvraag
{
    private static readonly List<Persoonsvraag> Gemaakt = [];

    public static readonly Persoonsvraag MijnGegevens = new("/mijn/gegevens", "Mijn gegevens", "My data", Doelen.Inzien, "naam", "geboorte", "verblijfplaats");

    public static readonly Persoonsvraag Registreren = new("/mijn/verhuur/registreren", "Vakantieverhuur registreren: uw eigen adres", "Register a holiday rental: your own address", Doelen.Registreren, "verblijfplaats");

    public static readonly Persoonsvraag Verhuurder = new("/werk/verhuur/verhuurder", "Registratie opzoeken: waar de verhuurder woont", "Look up a registration: where the host lives", Doelen.Toezicht, "naam", "verblijfplaats");

    public static readonly Persoonsvraag Deelnemer = new("/werk/huishoudboekje/deelnemer", "Huishoudboekje: wie er meedoet", "Household budget: who takes part", Doelen.Huishoudboekje, "naam", "verblijfplaats");

    private Persoonsvraag(string pad, string nederlands, string engels, string doel, params IReadOnlyList<string> velden)
    {
        (Pad, Nederlands, Engels, Doel, Velden) = (pad, nederlands, engels, doel, velden);
        Gemaakt.Add(this);
    }

    public static IReadOnlyList<Persoonsvraag> Alle => Gemaakt;

    public string Pad { get; }
    public string Nederlands { get; }
    public string Engels { get; }
    public string Doel { get; }
    public IReadOnlyList<string> Velden { get; }

    /// <summary>The fields that the source would refuse, and with them the whole question, when the purpose had no more than this.</summary>
    public IReadOnlyList<string> Mist(IReadOnlyCollection<string> gegevens) => [.. Velden.Where(veld => !Gegevensbereik.Dekt(gegevens, Diensten.Personen, veld))];
}
