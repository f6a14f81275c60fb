using System.Text.Json.Serialization;

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
    public string? Categorie { get; init; }
    public string? VerantwoordelijkeBestuursorgaan { get; init; }

    /// <summary>The entry of a model register that it follows.</summary>
    public string? GebaseerdOp { get; init; }

    /// <summary>Categories of data subjects, and of their data.</summary>
    public IReadOnlyList<VerwerktPersoonsgegeven> VerwerktePersoonsgegevens { get; init; } = [];
    public IReadOnlyList<string> AfnemendeCategorieOntvangers { get; init; } = [];
    public IReadOnlyList<string> AfnemendeInternationaleDerden { get; init; } = [];

    /// <summary>Term of the data, in words: it may hold conditions.</summary>
    public string? Bewaartermijn { get; init; }

    /// <summary>Term of the log records, as ISO 8601 duration.</summary>
    public string BewaartermijnLogboek { get; init; } = "P5Y";
    public string? Herkomst { get; init; }

    /// <summary>Which data it may use: <c>{dienst}:{field path}</c>, or <c>{dienst}:*</c>.</summary>
    public IReadOnlyList<string> Gegevens { get; init; } = [];
    public Vertrouwelijkheid Vertrouwelijkheid { get; init; } = Vertrouwelijkheid.Normaal;

    /// <summary>How long a confidential record stays so, as ISO 8601 duration; without it, always.</summary>
    public string? Vertrouwelijkheidstermijn { get; init; }
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
}

/// <summary>One version of an entry.</summary>
/// <param name="Id">The same for all versions.</param>
/// <param name="Begin">From when it holds.</param>
/// <param name="Einde">Until when; open without.</param>
/// <param name="Vastgelegd">When it was entered.</param>
internal sealed record Versie(
    Guid Id, int Nummer, string Uri, DateTimeOffset Begin, DateTimeOffset? Einde, DateTimeOffset Vastgelegd, Activiteit Activiteit)
{
    public bool GeldtOp(DateTimeOffset moment) => Begin <= moment && (Einde is null || moment < Einde);
}
