using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Data.Inhoud;
using Meent.Data.Modellen.Documenten;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Zaakgericht.Documenten;

namespace Meent.Services.Zaakgericht.Invoer;

/// <summary>
/// Content of a document that is read in: <c>inhoudBestand</c> names a file beside the lines, or <c>inhoud</c> is base64. It is kept before the row is
/// written, as at the API; a line that is refused after that leaves content which the store looks at after seven days.
/// </summary>
/// <param name="map">Folder of the file with lines, which no path leaves.</param>
internal sealed class Documentlezer(string map, Dienstverlening diensten)
{
    private const int Hap = 128 * 1024;

    /// <returns>The same when there is no content.</returns>
    /// <exception cref="Standards.Problemen.ProbleemException">400: the content is not there, or not what the line says of it.</exception>
    public async Task<Pijplijn.Mutaties.Invoer> Lees(Pijplijn.Mutaties.Invoer invoer, CancellationToken stop)
    {
        var leden = JsonObject.Create(invoer.Json)!;
        var (bestand, tekst) = (Tekst(leden, "inhoudBestand"), Tekst(leden, "inhoud"));
        // Where there are gebruiksrechten, they come on lines of their own, and make it true (drc-006).
        if (leden["indicatieGebruiksrecht"]?.GetValueKind() == JsonValueKind.True) leden.Remove("indicatieGebruiksrecht");
        var json = JsonSerializer.SerializeToElement(leden);
        Vorm.Controleer<EnkelvoudigInformatieObject>(json, deels: false);
        var omvang = Documentinvoer.Omvang(json);
        if (bestand is null && tekst is null && omvang is null) return invoer with { Json = json, Bijlage = new Meegestuurd(null, diensten.Inhoud) };
        // Where it was downloaded from its old home.
        var isLink = tekst?.Contains("://", StringComparison.Ordinal) == true;
        if (bestand is null && (isLink || (tekst is null && omvang > 0))) return invoer;

        await using var inhoud = diensten.Inhoud.Ontvang(invoer.Aanroep.Organisatie);
        if (bestand is not null) await Kopieer(bestand, inhoud, stop);
        else if (tekst is not null) await inhoud.Schrijf(Base64(tekst), stop);
        return invoer with { Json = json, Bijlage = await Documentinvoer.Bewaar(json, inhoud, Integriteitsregels.Gestuurd(json), diensten.Inhoud, stop) };
    }

    private async Task Kopieer(string pad, Ontvangst inhoud, CancellationToken stop)
    {
        try
        {
            await using var bron = new FileStream(Binnen(pad), new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, BufferSize = 0 });
            var buffer = new byte[Hap];
            int gelezen;
            while ((gelezen = await bron.ReadAsync(buffer, stop)) > 0) await inhoud.Schrijf(buffer.AsMemory(0, gelezen), stop);
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException)
        {
            throw Weiger.Ongeldig("inhoudBestand", "invalid", $"'{pad}' kan niet gelezen worden.");
        }
    }

    /// <summary>The file, which stands in the folder: neither the path nor a link on it leads out.</summary>
    private string Binnen(string pad)
    {
        var vol = Path.GetFullPath(Path.Combine(map, pad));
        var wortel = Path.TrimEndingDirectorySeparator(map);
        if (Path.IsPathRooted(pad) || !vol.StartsWith(wortel + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw Buiten(pad);
        for (var deel = vol; deel.Length > wortel.Length; deel = Path.GetDirectoryName(deel)!)
            if (new FileInfo(deel).LinkTarget is not null) throw Buiten(pad);
        return vol;
    }

    private static Standards.Problemen.ProbleemException Buiten(string pad) => Weiger.Ongeldig("inhoudBestand", "invalid", $"'{pad}' staat niet in de map van het bestand met regels.");

    private static byte[] Base64(string tekst)
    {
        try
        {
            return Convert.FromBase64String(tekst);
        }
        catch (FormatException)
        {
            throw Weiger.Ongeldig("inhoud", "invalid-base64", "De inhoud is geen geldige base64.");
        }
    }

    private static string? Tekst(JsonObject leden, string naam)
    {
        var lid = leden[naam];
        leden.Remove(naam);
        if (lid is null) return null;
        return lid.GetValueKind() == JsonValueKind.String ? lid.GetValue<string>() : throw Weiger.Ongeldig(naam, "invalid", "Geen geldige tekenreeks.");
    }
}
