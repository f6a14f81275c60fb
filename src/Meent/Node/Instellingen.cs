using Meent.Configuratie;
using Meent.Standards.Beheer;

namespace Meent.Node;

/// <summary>Where the configuration comes from; later sources win: <c>appsettings.json</c>, the file, the environment (<c>Meent__Basis</c>), <c>--set</c>.</summary>
/// <param name="Bestand">Configuration file; without it <c>meent.json</c> in the current folder, when that is there.</param>
/// <param name="Los">Single settings, as <c>Meent:Basis=https://…</c>.</param>
internal sealed record Instellingen(string? Bestand, IReadOnlyList<string> Los)
{
    private const string Standaardbestand = "meent.json";

    public WebApplicationBuilder Builder()
    {
        // Beside the program, not in the current folder: there lies the data, and no file of ours.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        var bestand = Bestand ?? (File.Exists(Standaardbestand) ? Standaardbestand : null);
        try
        {
            if (bestand is not null) builder.Configuration.AddJsonFile(Path.GetFullPath(bestand), optional: false);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw new ConfiguratieException([new Configuratiefout(bestand!, e is FileNotFoundException ? "bestaat niet." : $"is niet te lezen: {e.InnerException?.Message ?? e.Message}")]);
        }

        builder.Configuration.AddEnvironmentVariables();
        // Of one key that is set twice the last counts, as with all sources.
        builder.Configuration.AddInMemoryCollection(Los.Select(Paar).GroupBy(p => p.Key, StringComparer.OrdinalIgnoreCase).Select(g => g.Last()));
        return builder;
    }

    private static KeyValuePair<string, string?> Paar(string tekst)
    {
        var is_ = tekst.IndexOf('=', StringComparison.Ordinal);
        return is_ > 0 ? new(tekst[..is_], tekst[(is_ + 1)..]) : throw new ConfiguratieException([new Configuratiefout(tekst, "schrijf een instelling als sleutel=waarde.")]);
    }
}
