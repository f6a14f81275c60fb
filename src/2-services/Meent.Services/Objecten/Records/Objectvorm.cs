using System.Globalization;
using Meent.Data.Opslag;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Objecten.Records;

/// <summary>An object in the form of the standard, written straight from the columns of a record.</summary>
internal static class Objectvorm
{
    /// <summary>Of alias <c>r</c>.</summary>
    public const string Kolommen =
        "r.id, r.object, r.objecttype, r.volgnummer, r.typeversie, r.data, r.geometrie, r.verwijzingen, r.start_at, r.end_at, r.registration_at, r.correction_for, r.corrected_by";

    public static (Guid Type, int Versie) Soort(Row row) => (row.Guid(2), (int)row.Long(4));

    public static void Object(Row row, Buffer doel, Objectverzoek verzoek)
    {
        var object_ = row.Guid(1);
        doel.Schrijf($$"""{"url":"{{Url(verzoek.Basis, object_)}}","uuid":"{{object_:D}}","type":"{{verzoek.Basis}}/objecttypes/{{row.Guid(2):D}}","record":""");
        Record(row, doel, verzoek, metVerwijzingen: true);
        doel.Schrijf("}"u8);
    }

    /// <param name="metVerwijzingen">The history has none (schema HistoryRecord).</param>
    public static void Record(Row row, Buffer doel, Objectverzoek verzoek, bool metVerwijzingen)
    {
        doel.Schrijf(string.Create(CultureInfo.InvariantCulture, $$"""{"index":{{row.Long(3)}},"typeVersion":{{row.Long(4)}},"data":"""));
        doel.Schrijf(row.Span(5));
        doel.Schrijf(",\"geometry\":"u8);
        if (row.IsNull(6)) doel.Schrijf("null"u8);
        else doel.Schrijf(row.Span(6));
        if (metVerwijzingen)
        {
            doel.Schrijf(",\"references\":"u8);
            doel.Kopieer(row.Span(7), verzoek.OrganisatieBytes);
        }

        doel.Schrijf($$""","startAt":"{{row.Text(8)}}","endAt":{{Tekst(row, 9)}},"registrationAt":{{Tekst(row, 10)}},"correctionFor":{{Getal(row, 11)}},"correctedBy":{{Getal(row, 12)}}}""");
    }

    public static string Url(string basis, Guid id) => $"{basis}/objects/{id:D}";

    private static string Tekst(Row row, int kolom) => row.TextOrNull(kolom) is { } tekst ? $"\"{tekst}\"" : "null";

    private static string Getal(Row row, int kolom) => row.LongOrNull(kolom) is { } getal ? getal.ToString(CultureInfo.InvariantCulture) : "null";
}
