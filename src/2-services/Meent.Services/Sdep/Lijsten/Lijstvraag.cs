using System.Globalization;
using System.Text.RegularExpressions;
using Meent.Services.Sdep.Fouten;
using Meent.Services.Sdep.Invoer;
using Meent.Standards;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Sdep.Lijsten;

/// <param name="Hoogstens">Null for all.</param>
internal sealed record Bladzijde(int Vanaf, long? Hoogstens);

/// <summary>By what a list may be narrowed; each audience has some of these.</summary>
[Flags]
internal enum Filters
{
    Geen = 0,
    Periode = 1,
    Gebied = 2,
    Platform = 4,
    Instantie = 8,
    Vlaggen = 16,
    Status = 32,
}

/// <summary>
/// What is asked of a list. What an audience does not have as filter is ignored, as the standard does.
/// </summary>
internal sealed partial class Lijstvraag
{
    public static readonly string[] Statussen = ["pending", "clear", "flagged", "acknowledged"];

    private readonly HttpRequest _request;
    private readonly List<Foutregel> _fouten = [];

    private Lijstvraag(HttpRequest request, Filters filters, int? meest)
    {
        _request = request;
        var hoogstens = Getal("limit", 1, 1_000) ?? meest;
        Deel = new Bladzijde((int)(Getal("offset", 0, int.MaxValue) ?? 0), hoogstens);
        if (filters.HasFlag(Filters.Periode)) (Van, Tot) = (Moment("createdAtFrom"), Moment("createdAtTo"));
        if (filters.HasFlag(Filters.Gebied)) Gebied = Id("areaId");
        if (filters.HasFlag(Filters.Platform)) Platform = Id("platformId");
        if (filters.HasFlag(Filters.Instantie)) Instantie = Id("competentAuthorityId");
        if (filters.HasFlag(Filters.Vlaggen) && Waarde("flags") is { } vlaggen) Vlaggen = [.. vlaggen.Split(',').Select(vlag => Keuze("flags", vlag, Invoer.Vlaggen.Alle)).OfType<string>()];
        if (filters.HasFlag(Filters.Status) && Waarde("status") is { } status) Status = Keuze("status", status, Statussen);
        if (_fouten.Count > 0) throw new SdepException(StatusCodes.Status400BadRequest, _fouten);
    }

    public Bladzijde Deel { get; }
    public DateTimeOffset? Van { get; }
    public DateTimeOffset? Tot { get; }
    public string? Gebied { get; }
    public string? Platform { get; }
    public string? Instantie { get; }
    public IReadOnlyList<string> Vlaggen { get; } = [];
    public string? Status { get; }

    /// <param name="meest">How many when the caller does not say; null for all.</param>
    /// <exception cref="SdepException">400: a parameter is not right.</exception>
    public static Lijstvraag Lees(HttpRequest request, Filters filters = Filters.Geen, int? meest = 1_000) => new(request, filters, meest);

    public void Voeg(Vraagtekst vraag)
    {
        if (Van is { } van) vraag.Voeg("created >= ?", van.Microseconden());
        if (Tot is { } tot) vraag.Voeg("created <= ?", tot.Microseconden());
        if (Gebied is not null) vraag.Voeg("gebied IN (SELECT id FROM sdep_gebieden WHERE area_id = ?)", Gebied);
        if (Platform is not null) vraag.Voeg("platform IN (SELECT id FROM sdep_partijen WHERE functioneel = ? AND soort = 'platform')", Platform);
        if (Instantie is not null) vraag.Voeg("instantie IN (SELECT id FROM sdep_partijen WHERE functioneel = ? AND soort = 'instantie')", Instantie);
    }

    private string? Waarde(string naam) => _request.Query.TryGetValue(naam, out var waarden) ? waarden[^1] : null;

    private long? Getal(string naam, int min, int max)
    {
        if (Waarde(naam) is not { } tekst) return null;
        if (!long.TryParse(tekst, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var getal))
            Fout(naam, "Input should be a valid integer, unable to parse string as an integer", "int_parsing");
        else if (getal < min) Fout(naam, $"Input should be greater than or equal to {min}", "greater_than_equal");
        else if (getal > max) Fout(naam, $"Input should be less than or equal to {max}", "less_than_equal");
        return getal;
    }

    private DateTimeOffset? Moment(string naam)
    {
        if (Waarde(naam) is not { } tekst) return null;
        // A plus that was not written as %2B arrives as a space.
        if (Momenten.Lees(tekst.Replace(" 00:00", "+00:00", StringComparison.Ordinal)) is not { } moment)
        {
            Fout(naam, "Input should be a valid datetime", "datetime_from_date_parsing");
            return null;
        }

        if (!moment.IsUtc) Fout(naam, "Value error, Datetime must be expressed in UTC with offset Z or +00:00", "value_error");
        return moment.Waarde;
    }

    private string? Id(string naam)
    {
        if (Waarde(naam) is not { } tekst) return null;
        if (!IsId(tekst)) Fout(naam, "String should match pattern '^[A-Za-z0-9-]+$', with at most 64 characters", "string_pattern_mismatch");
        return tekst;
    }

    private string? Keuze(string naam, string waarde, IReadOnlyList<string> keuzes)
    {
        if (keuzes.Contains(waarde)) return waarde;
        Fout(naam, $"Input should be {string.Join(" or ", keuzes.Select(keuze => $"'{keuze}'"))}", "enum");
        return null;
    }

    private void Fout(string naam, string msg, string type) => _fouten.Add(new Foutregel(msg, type, "query", naam));

    public static bool IsId(string tekst) => Idpatroon().IsMatch(tekst);

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,64}\z")]
    private static partial Regex Idpatroon();
}
