using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.Configuration;

namespace Meent.Services.Logboek.Signalen;

/// <summary>When use of data stands out at an organisation. Off, unless it says otherwise.</summary>
internal sealed record Signaalinstelling
{
    public static readonly Signaalinstelling Uit = new();

    public bool Aan { get; init; }

    /// <summary>Persons on a day, for one purpose …</summary>
    public int VeelPersonen { get; init; } = 20;

    /// <summary>… and so many times as many as the middle one of the colleagues …</summary>
    public int KeerCollegas { get; init; } = 3;

    /// <summary>… of whom there are at least so many.</summary>
    public int Collegas { get; init; } = 3;

    /// <summary>Working hours, Monday to Friday, on a Dutch clock.</summary>
    public TimeOnly Van { get; init; } = new(7, 0);

    public TimeOnly Tot { get; init; } = new(20, 0);

    /// <summary>Persons on a day outside those hours.</summary>
    public int BuitenWerktijd { get; init; } = 5;

    /// <summary>Persons on a day with no case named.</summary>
    public int ZonderZaak { get; init; } = 10;
}

/// <summary>The rules by organisation (<c>Meent:Signalen:{slug}</c>).</summary>
internal sealed class Signaalregels : IConfiguratieControle
{
    private static readonly HashSet<string> Bekend = typeof(Signaalinstelling).GetProperties().Where(p => p.CanWrite).Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private readonly IConfigurationSection _sectie;
    private readonly OrganisatieLijst _organisaties;
    private readonly Lazy<Dictionary<string, Signaalinstelling>> _instellingen;

    public Signaalregels(OrganisatieLijst organisaties, IConfiguration? configuratie = null)
    {
        _sectie = (configuratie ?? new ConfigurationBuilder().Build()).GetSection($"Meent:{Sectie}");
        _organisaties = organisaties;
        _instellingen = new(() => _sectie.GetChildren().ToDictionary(een => een.Key, een => een.Get<Signaalinstelling>() ?? Signaalinstelling.Uit, StringComparer.Ordinal));
    }

    public string Sectie => "Signalen";

    public bool IsLeeg => !_instellingen.Value.Values.Any(instelling => instelling.Aan);

    public Signaalinstelling Van(Organisatie organisatie) => _instellingen.Value.GetValueOrDefault(organisatie.Slug, Signaalinstelling.Uit);

    public IEnumerable<Configuratiefout> Fouten()
    {
        foreach (var een in _sectie.GetChildren())
        {
            if (_organisaties.Vind(een.Key) is not { } organisatie) yield return new(een.Path, $"is geen organisatie van deze node; kies uit {string.Join(", ", _organisaties.Alle.Select(o => o.Slug))}.");
            else if (!organisatie.Diensten.Contains(Diensten.Logboek)) yield return new(een.Path, "houdt geen logboek bij, dus er is niets om een signaal uit te maken.");
            foreach (var vreemd in een.GetChildren().Where(deel => !Bekend.Contains(deel.Key))) yield return new(vreemd.Path, $"bestaat niet; kies uit {string.Join(", ", Bekend)}.");
            if (Fout(een) is { } reden) yield return new(een.Path, reden);
        }
    }

    private static string? Fout(IConfigurationSection sectie)
    {
        try
        {
            var instelling = sectie.Get<Signaalinstelling>() ?? Signaalinstelling.Uit;
            return new[] { instelling.VeelPersonen, instelling.KeerCollegas, instelling.Collegas, instelling.BuitenWerktijd, instelling.ZonderZaak }.Any(getal => getal < 1) ? "heeft een grens onder 1."
                : instelling.Van >= instelling.Tot ? "heeft werktijden die eindigen voor ze beginnen." : null;
        }
        catch (InvalidOperationException)
        {
            return "kan niet gelezen worden: aantallen zijn hele getallen, Aan is true of false, en tijden zijn als 07:00.";
        }
    }
}
