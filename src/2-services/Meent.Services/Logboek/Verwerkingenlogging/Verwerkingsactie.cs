using System.Text.Json.Serialization;
using Meent.Services.Logboek.Inname;
using Meent.Services.Pijplijn;
using Meent.Standards;
using Meent.Standards.Identificaties;
using Meent.Standards.Logboek;
using Meent.Standards.Problemen;

namespace Meent.Services.Logboek.Verwerkingenlogging;

/// <summary>An action as it is sent in (VNG Verwerkingenlogging 0.9.0, VerwerkingsactieUitgebreidBasis). What the log fills in itself is not read.</summary>
internal sealed record Verwerkingsactie
{
    public const string Normaal = "normaal";
    public const string Vertrouwelijk = "vertrouwelijk";
    public const string Opgeheven = "opgeheven";

    private const int MaxNaam = 242;
    private const int MaxUrl = 2042;
    private const int MaxIdentificator = 40;

    public string? ActieNaam { get; init; }
    public string? HandelingNaam { get; init; }
    public string? VerwerkingNaam { get; init; }
    public Guid? VerwerkingId { get; init; }
    public Guid? VerwerkingsactiviteitId { get; init; }
    public string? VerwerkingsactiviteitUrl { get; init; }
    public string? Vertrouwelijkheid { get; init; }
    public string? Bewaartermijn { get; init; }
    public string? Uitvoerder { get; init; }
    public string? Systeem { get; init; }
    public string? Gegevensbron { get; init; }
    public string? SoortAfnemerId { get; init; }
    public string? AfnemerId { get; init; }
    public Guid? VerwerkingsactiviteitIdAfnemer { get; init; }
    public string? VerwerkingsactiviteitUrlAfnemer { get; init; }
    public Guid? VerwerkingIdAfnemer { get; init; }
    public DateTimeOffset? Tijdstip { get; init; }

    /// <summary>The employee: never in a record, but in the audit log, with the same trace.</summary>
    public string? Gebruiker { get; init; }
    public IReadOnlyList<VerwerktObject>? VerwerkteObjecten { get; init; }

    /// <param name="geheel">Whether nothing may be left to a default (PUT).</param>
    /// <exception cref="ProbleemException">400, with every wrong field.</exception>
    public void Controleer(bool geheel)
    {
        var fouten = new List<OngeldigVeld>();
        foreach (var (veld, waarde) in Namen()) Tekst(veld, waarde, MaxNaam);
        foreach (var (veld, waarde) in new[] { ("verwerkingsactiviteitUrl", VerwerkingsactiviteitUrl), ("verwerkingsactiviteitUrlAfnemer", VerwerkingsactiviteitUrlAfnemer) })
        {
            Tekst(veld, waarde, MaxUrl);
            if (waarde is not null && !Uri.TryCreate(waarde, UriKind.Absolute, out _)) fouten.Add(new(veld, "invalid", "Geen URI."));
        }

        Tekst("gebruiker", Gebruiker, MaxIdentificator);
        if (AfnemerId?.Length > MaxIdentificator) fouten.Add(new("afnemerId", "max_length", $"Hoogstens {MaxIdentificator} tekens."));
        if (SoortAfnemerId != LogboekAttributen.Bsn && Burgerservicenummers.Bevat(AfnemerId)) fouten.Add(new("afnemerId", "invalid", "Geen BSN, tenzij soortAfnemerId dat zegt."));
        if (Uitvoerder is { Length: > 0 } && !Oin.IsGeldig(Uitvoerder)) fouten.Add(new("uitvoerder", "invalid", "Geen OIN: twintig cijfers."));
        if (VerwerkingsactiviteitUrl is null && VerwerkingsactiviteitId is null)
            fouten.Add(new("verwerkingsactiviteitUrl", "required", "Noem de verwerkingsactiviteit, met verwerkingsactiviteitUrl of verwerkingsactiviteitId."));
        if (Tijdstip is null) fouten.Add(new("tijdstip", "required", "Dit veld is verplicht."));
        else if (Tijdstip < DateTimeOffset.UnixEpoch) fouten.Add(new("tijdstip", "invalid", "Ligt voor 1970."));
        if (Vertrouwelijkheid is not (null or Normaal or Vertrouwelijk or Opgeheven)) fouten.Add(new("vertrouwelijkheid", "invalid_choice", "Kies uit: normaal, vertrouwelijk, opgeheven."));
        if (geheel && Vertrouwelijkheid is null) fouten.Add(new("vertrouwelijkheid", "required", "Dit veld is verplicht."));
        Termijn(Bewaartermijn, fouten);
        if (VerwerkteObjecten is null) fouten.Add(new("verwerkteObjecten", "required", "Dit veld is verplicht."));
        for (var i = 0; i < VerwerkteObjecten?.Count; i++) VerwerkteObjecten[i].Controleer($"verwerkteObjecten[{i}]", fouten);
        if (VerwerkteObjecten is { } objecten && objecten.DistinctBy(o => (o.SoortObjectId, o.ObjectId)).Count() < objecten.Count)
            fouten.Add(new("verwerkteObjecten", "unique", "Noem elk object een keer."));
        if (fouten.Count > 0) throw Weiger.Ongeldig(fouten);

        void Tekst(string veld, string? waarde, int max)
        {
            if (waarde?.Length > max) fouten.Add(new(veld, "max_length", $"Hoogstens {max} tekens."));
            else if (Burgerservicenummers.Bevat(waarde)) fouten.Add(new(veld, "invalid", "Noem hier geen burgerservicenummer."));
            else if (waarde?.Contains('\0', StringComparison.Ordinal) == true) fouten.Add(new(veld, "invalid", "Bevat een nulteken."));
        }
    }

    public static void Termijn(string? bewaartermijn, List<OngeldigVeld> fouten)
    {
        if (bewaartermijn is not null && Bewaartermijnen.Vorm(bewaartermijn) is null) fouten.Add(new("bewaartermijn", "invalid", "Geen ISO 8601-duur, zoals P10Y."));
    }

    private IEnumerable<(string Veld, string? Waarde)> Namen() =>
    [
        ("actieNaam", ActieNaam), ("handelingNaam", HandelingNaam), ("verwerkingNaam", VerwerkingNaam), ("systeem", Systeem), ("gegevensbron", Gegevensbron), ("soortAfnemerId", SoortAfnemerId),
    ];
}

/// <summary>A person of whom data was used.</summary>
internal sealed record VerwerktObject
{
    public const string Persoon = "persoon";

    public string? Objecttype { get; init; }
    public string? SoortObjectId { get; init; }
    public string? ObjectId { get; init; }
    public string? Betrokkenheid { get; init; }
    public IReadOnlyList<VerwerktSoortGegeven>? VerwerkteSoortenGegevens { get; init; }

    [JsonIgnore]
    public string Type => SoortObjectId!.ToUpperInvariant() is LogboekAttributen.Bsn ? LogboekAttributen.Bsn : SoortObjectId!;

    public void Controleer(string plek, List<OngeldigVeld> fouten)
    {
        if (Objecttype != Persoon) fouten.Add(new($"{plek}.objecttype", Objecttype is null ? "required" : "invalid_choice", "Alleen 'persoon'."));
        foreach (var (veld, waarde, max) in new[] { ("soortObjectId", SoortObjectId, 242), ("objectId", ObjectId, 40) })
        {
            if (string.IsNullOrWhiteSpace(waarde)) fouten.Add(new($"{plek}.{veld}", "required", "Dit veld is verplicht."));
            else if (waarde.Length > max) fouten.Add(new($"{plek}.{veld}", "max_length", $"Hoogstens {max} tekens."));
        }

        if (SoortObjectId?.ToUpperInvariant() == LogboekAttributen.Bsn && !Bsn.TryParse(ObjectId, out _)) fouten.Add(new($"{plek}.objectId", "invalid", "Geen burgerservicenummer."));
        var teksten = (VerwerkteSoortenGegevens ?? []).Select(soort => soort.SoortGegeven).Append(Betrokkenheid).Append(SoortObjectId).ToList();
        if (teksten.Exists(tekst => tekst?.Length > 242)) fouten.Add(new(plek, "max_length", "Hoogstens 242 tekens."));
        if (teksten.Exists(tekst => Burgerservicenummers.Bevat(tekst) || tekst?.Contains('\0', StringComparison.Ordinal) == true)) fouten.Add(new(plek, "invalid", "Een burgerservicenummer staat alleen in objectId."));
        if (VerwerkteSoortenGegevens?.Any(soort => string.IsNullOrWhiteSpace(soort.SoortGegeven)) == true) fouten.Add(new($"{plek}.verwerkteSoortenGegevens", "required", "soortGegeven is verplicht."));
    }
}

internal sealed record VerwerktSoortGegeven(string? SoortGegeven);

/// <summary>Body of PATCH: what changes of all actions of a verwerking.</summary>
internal sealed record Actiewijziging(string? Bewaartermijn, string? Vertrouwelijkheid);
