using System.Text;
using Meent.Services.Sdep.Fouten;
using Meent.Services.Sdep.Lijsten;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Sdep.Gebieden;

/// <summary>Reads an area that is sent as a form with a file.</summary>
internal static class Upload
{
    private const int MeestBytes = 1024 * 1024;
    private const int MeestVerzoek = MeestBytes + (64 * 1024);
    private const int MeestTekens = 64;
    private const string Zip = ".zip";

    private static readonly string[] Regulations = [Gebied.Aanbiedingen, Gebied.Activiteiten, Gebied.Alles];

    /// <exception cref="SdepException">413 or 422: it is too large, or no shapefile in a zip.</exception>
    public static async Task<Nieuwgebied> Lees(HttpContext http)
    {
        if (http.Request.ContentLength > MeestVerzoek)
            throw new SdepException(StatusCodes.Status413PayloadTooLarge, new Foutregel("Request body exceeds maximum size of 1 MiB", "validation_error"));
        var formulier = await Formulier(http);
        var fouten = new List<Foutregel>();
        var (areaId, naam, regulation) = (Tekst(formulier, "areaId"), Tekst(formulier, "areaName") ?? "", Tekst(formulier, "regulation") ?? Gebied.Alles);
        if (areaId is not null && !Lijstvraag.IsId(areaId)) fouten.Add(new("String should match pattern '^[A-Za-z0-9-]+$', with at most 64 characters", "string_pattern_mismatch", "body", "areaId"));
        if (naam.Length > MeestTekens) fouten.Add(new("areaName must be at most 64 characters", "validation_error", "body", "areaName"));
        if (!Regulations.Contains(regulation)) fouten.Add(new("Input should be 'listing', 'activity' or 'all'", "enum", "body", "regulation"));
        if (formulier.Files["file"] is not { } bestand) throw new SdepException(422, [.. fouten, new("Field required", "missing", "body", "file")]);
        var bestandsnaam = Naam(bestand.FileName);
        if (!bestandsnaam.EndsWith(Zip, StringComparison.OrdinalIgnoreCase)) fouten.Add(Bestandsfout("Only .zip files are accepted"));
        else if (bestandsnaam.Length == Zip.Length) fouten.Add(Bestandsfout("Filename must have a name before the .zip extension"));
        else if (bestandsnaam.Length > MeestTekens) fouten.Add(Bestandsfout("Filename must be at most 64 characters"));
        if (bestand.Length > MeestBytes) fouten.Add(Bestandsfout($"File exceeds maximum size of 1 MiB: {bestand.Length} bytes"));
        if (fouten.Count > 0) throw new SdepException(422, fouten);
        using var inhoud = new MemoryStream((int)bestand.Length);
        await bestand.CopyToAsync(inhoud, http.RequestAborted);
        var bytes = inhoud.ToArray();
        // The first bytes of a file in a zip; an empty zip begins otherwise.
        if (!bytes.AsSpan().StartsWith("PK\x03\x04"u8)) throw SdepException.Ongeldig("File is not a valid ZIP archive", "validation_error", "body", "file");
        return new Nieuwgebied(areaId, naam, regulation, bestandsnaam, bytes);
    }

    private static async Task<IFormCollection> Formulier(HttpContext http)
    {
        if (!http.Request.HasFormContentType) throw SdepException.Ongeldig("Field required", "missing", "body", "file");
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (InvalidDataException)
        {
            throw SdepException.Ongeldig("There was an error parsing the body", "validation_error", "body");
        }
    }

    /// <summary>An empty field is one that is not there.</summary>
    private static string? Tekst(IFormCollection formulier, string veld) => formulier[veld] is [{ Length: > 0 } tekst, ..] ? tekst : null;

    private static Foutregel Bestandsfout(string msg) => new(msg, "validation_error", "body", "file");

    /// <summary>The name alone, of characters that mean nothing in a header or a path.</summary>
    private static string Naam(string naam)
    {
        var los = naam[(naam.LastIndexOfAny(['/', '\\']) + 1)..];
        var schoon = new StringBuilder(los.Length);
        foreach (var teken in los) schoon.Append(char.IsAsciiLetterOrDigit(teken) || teken is '.' or '-' or '_' or ' ' or '(' or ')' ? teken : '_');
        return schoon.ToString().Trim();
    }
}
