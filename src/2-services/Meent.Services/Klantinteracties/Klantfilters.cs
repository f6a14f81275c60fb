using Meent.Services.Pijplijn.Lijsten;

namespace Meent.Services.Klantinteracties;

/// <summary>Filters that several resources have.</summary>
internal static class Klantfilters
{
    private const string Sub = "x.sub_identificator_van IN (SELECT s.id FROM klantcontact_partijidentificatoren s WHERE s.{0} = $)";

    private static readonly (string Naam, string Kolom)[] Nummerdelen =
        [("codeObjecttype", "code_objecttype"), ("codeRegister", "code_register"), ("codeSoortObjectId", "code_soort_object_id"), ("objectId", "object_id")];

    private static readonly (string Naam, string Kolom)[] Objectdelen =
        [("CodeObjecttype", "code_objecttype"), ("CodeRegister", "code_register"), ("CodeSoortObjectId", "code_soort_object_id"), ("ObjectId", "object_id")];

    /// <summary>By a number of a base registry; all parts hold for one and the same number. It may be a BSN.</summary>
    /// <param name="binnen">Condition in which <c>x</c> is the table of those numbers, with <c>{0}</c> for what is asked of them.</param>
    public static IEnumerable<Filter> Partijnummer(string voorvoegsel, string binnen) =>
        Nummerdelen.Select(deel => Filter.Tekst($"{voorvoegsel}__{deel.Naam}", deel.Kolom) with { Binnen = binnen, KanBsn = deel.Naam == "objectId" });

    /// <summary>By the number within which a number is unique.</summary>
    public static IEnumerable<Filter> Bovennummer(string voorvoegsel, string binnen) =>
        Nummerdelen.Select(deel => Filter.Tekst($"{voorvoegsel}__{deel.Naam}", deel.Kolom) with
        {
            Binnen = binnen,
            KanBsn = deel.Naam == "objectId",
            Zin = Sub.Replace("{0}", deel.Kolom, StringComparison.Ordinal),
        });

    /// <summary>By an identification elsewhere.</summary>
    public static IEnumerable<Filter> Object(string voorvoegsel, string? binnen = null) =>
        Objectdelen.Select(deel => Filter.Tekst(voorvoegsel + deel.Naam, deel.Kolom) with { Binnen = binnen, KanBsn = deel.Naam == "ObjectId" });

    /// <summary>By a column of a resource that this one points at.</summary>
    public static Filter Via(string naam, string verwijzing, string tabel, string kolom) =>
        Filter.Tekst(naam, kolom) with { Zin = $"t.{verwijzing} IN (SELECT x.id FROM {tabel} x WHERE x.{kolom} = $)" };
}
