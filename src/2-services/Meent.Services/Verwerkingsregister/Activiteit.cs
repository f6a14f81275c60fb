using System.Text.Json.Serialization;
using Meent.Standards;

namespace Meent.Services.Verwerkingsregister;

/// <summary>What an organisation tells of a processing activity (AVG art. 30; the VNG's VAR sketch, with what enforcement and the logbook need).</summary>
internal sealed record Activiteit
{
    /// <summary>Name of the activity as people know it.</summary>
    public required string Naam { get; init; }
    public required string Doel { get; init; }
    public required Grondslag Grondslag { get; init; }

    /// <summary>The law and article.</summary>
    public string? ToelichtingGrondslag { get; init; }

    /// <summary>Addresses at which those laws can be read.</summary>
    public IReadOnlyList<string> Wetten { get; init; } = [];
    public string? Categorie { get; init; }
    public string? VerantwoordelijkeBestuursorgaan { get; init; }

    /// <summary>Who decides along with the organisation (AVG art. 26).</summary>
    public IReadOnlyList<string> GezamenlijkVerantwoordelijken { get; init; } = [];

    /// <summary>URI of the activity of which this is a part (LDV, <c>parentDplCoreProcessingActivityId</c>).</summary>
    public string? BovenliggendeActiviteit { get; init; }

    /// <summary>The entry of a model register that it follows.</summary>
    public string? GebaseerdOp { get; init; }

    /// <summary>Categories of data subjects, and of their data.</summary>
    public IReadOnlyList<VerwerktPersoonsgegeven> VerwerktePersoonsgegevens { get; init; } = [];
    public IReadOnlyList<string> AfnemendeCategorieOntvangers { get; init; } = [];
    public IReadOnlyList<string> AfnemendeInternationaleDerden { get; init; } = [];

    /// <summary>With whom residents can share their data when the ground is their consent: URIs of purposes in the registers of those organisations.</summary>
    public IReadOnlyList<string> DelenMet { get; init; } = [];

    /// <summary>What protects data that goes to another country (AVG art. 30, 1e).</summary>
    public string? WaarborgenDoorgifte { get; init; }

    /// <summary>Term of the data, in words: it may hold conditions.</summary>
    public string? Bewaartermijn { get; init; }

    /// <summary>Term of the log records, as ISO 8601 duration.</summary>
    public string BewaartermijnLog { get; init; } = "P5Y";
    public string? Herkomst { get; init; }

    /// <summary>How the data is protected, in general (AVG art. 30, 1g).</summary>
    public string? Beveiligingsmaatregelen { get; init; }

    /// <summary>Which data it may use: <c>{dienst}:{field path}</c>, or <c>{dienst}:*</c>.</summary>
    public IReadOnlyList<string> Gegevens { get; init; } = [];
    public Vertrouwelijkheid Vertrouwelijkheid { get; init; } = Vertrouwelijkheid.Normaal;

    /// <summary>How long a confidential record stays so, as ISO 8601 duration; without it, until it is lifted.</summary>
    public string? Vertrouwelijkheidstermijn { get; init; }

    [JsonIgnore]
    public bool IsVertrouwelijk => Vertrouwelijkheid == Vertrouwelijkheid.Vertrouwelijk;

    /// <summary>The day from which a resident may see a record of that moment; null when it is not hidden, or for as long as nobody lifts that.</summary>
    public DateOnly? VertrouwelijkTot(DateTimeOffset moment) =>
        IsVertrouwelijk && Periode.Lees(Vertrouwelijkheidstermijn) is { } termijn ? termijn.Na(moment.LokaleDag()) : null;

    /// <summary>Whether a record of that moment is hidden now.</summary>
    public bool IsVerborgen(DateTimeOffset moment, DateTimeOffset nu) => IsVertrouwelijk && !(VertrouwelijkTot(moment) <= nu.LokaleDag());
}

internal sealed record VerwerktPersoonsgegeven(string RolBetrokkene, string Naam);

/// <summary>The grounds of AVG art. 6.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Grondslag>))]
internal enum Grondslag
{
    [JsonStringEnumMemberName("Toestemming betrokkene")] Toestemming,
    [JsonStringEnumMemberName("Uitvoering overeenkomst")] Overeenkomst,
    [JsonStringEnumMemberName("Wettelijke verplichting")] WettelijkeVerplichting,
    [JsonStringEnumMemberName("Vitaal belang")] VitaalBelang,
    [JsonStringEnumMemberName("Publieke taak")] PubliekeTaak,
    [JsonStringEnumMemberName("Gerechtvaardigd belang")] GerechtvaardigdBelang,
}

/// <summary>Whether a resident may see that data was used for it; a property of the activity, never of a record (LDV ADR).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Vertrouwelijkheid>))]
internal enum Vertrouwelijkheid
{
    [JsonStringEnumMemberName("normaal")] Normaal,
    [JsonStringEnumMemberName("vertrouwelijk")] Vertrouwelijk,

    /// <summary>It was confidential; what was hidden may now be seen (VNG Verwerkingenlogging).</summary>
    [JsonStringEnumMemberName("opgeheven")] Opgeheven,
}
