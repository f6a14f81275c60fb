using System.Globalization;
using Meent.Services.Pijplijn;
using Meent.Standards.Problemen;

namespace Meent.Services.Objecten.Records;

/// <summary>Which record of an object is meant: the one that held on a day, or the newest that was known on a day. Today, unless the client says.</summary>
internal sealed record Peildag(DateOnly Dag, bool Registratie)
{
    public const string Materieel = "date";
    public const string Formeel = "registrationDate";

    /// <exception cref="ProbleemException">400: no day, or two.</exception>
    public static Peildag Lees(string? materieel, string? formeel, DateOnly vandaag)
    {
        var fouten = new List<OngeldigVeld>();
        var (geldig, bekend) = (Dagvan(materieel, Materieel, fouten), Dagvan(formeel, Formeel, fouten));
        if (geldig is not null && bekend is not null) fouten.Add(new OngeldigVeld("nonFieldErrors", "invalid-date-query-params", $"Gebruik {Materieel} of {Formeel}, niet beide."));
        if (fouten.Count > 0) throw Weiger.Ongeldig(fouten);
        return bekend is { } dag ? new Peildag(dag, true) : new Peildag(geldig ?? vandaag, false);
    }

    /// <summary>Condition on alias <c>r</c> that leaves one record of each object: the last of those that fit. Of the last of all, which has no end, that is certain.</summary>
    public string Zin(List<object?> args)
    {
        args.Add(Dag);
        var dag = $"${args.Count}";
        string Later(string zin) => $"NOT EXISTS (SELECT 1 FROM objecten_records n WHERE n.object = r.object AND n.volgnummer > r.volgnummer AND {zin})";
        return Registratie
            ? $"r.registration_at <= {dag} AND {Later($"n.registration_at <= {dag}")}"
            : $"r.start_at <= {dag} AND (r.end_at IS NULL OR (r.end_at >= {dag} AND {Later($"n.start_at <= {dag} AND (n.end_at IS NULL OR n.end_at >= {dag})")}))";
    }

    private static DateOnly? Dagvan(string? tekst, string naam, List<OngeldigVeld> fouten)
    {
        if (string.IsNullOrEmpty(tekst)) return null;
        if (DateOnly.TryParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag)) return dag;
        fouten.Add(new OngeldigVeld(naam, "invalid", "Voer een geldige datum in."));
        return null;
    }
}
