using System.Text.Json;
using System.Text.Json.Serialization;

namespace Meent.Process.Koppelingen;

/// <summary>
/// Ties a process model to what a municipality has: which connector does an activity, which role gets a task, which purpose the process serves.
/// It stands outside the BPMN file, so that one standard model runs everywhere and stays as its modeller drew it.
/// </summary>
internal sealed record Koppelbestand
{
    /// <summary>Name of the purpose in the organisation's register of processing activities.</summary>
    public required string Doel { get; init; }

    /// <summary>What must be known to start.</summary>
    public IReadOnlyDictionary<string, Invoerveld> Invoer { get; init; } = new Dictionary<string, Invoerveld>();

    /// <summary>Variables that every instance starts with: the choices of this municipality.</summary>
    public IReadOnlyDictionary<string, JsonElement> Variabelen { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>By id of the service task.</summary>
    public IReadOnlyDictionary<string, Dienstkoppeling> Diensten { get; init; } = new Dictionary<string, Dienstkoppeling>();

    /// <summary>By id of the user task.</summary>
    public IReadOnlyDictionary<string, Taakkoppeling> Taken { get; init; } = new Dictionary<string, Taakkoppeling>();

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}

/// <param name="Connector">Name in the catalogue, such as <c>zaak.aanmaken</c>.</param>
/// <param name="Parameters">Literals; <c>pv:naam.veld</c> takes a variable, <c>=expressie</c> computes.</param>
/// <param name="Resultaat">Variable that gets a field of the answer.</param>
internal sealed record Dienstkoppeling(
    string Connector, IReadOnlyDictionary<string, JsonElement> Parameters, IReadOnlyDictionary<string, string>? Resultaat = null);

/// <param name="Rol">Role of the employees who may do the task.</param>
/// <param name="Tonen">Variables that the task shows; no other ones leave the engine (data minimisation).</param>
/// <param name="Invoer">What the employee fills in.</param>
internal sealed record Taakkoppeling(string Rol, IReadOnlyList<string>? Tonen = null, IReadOnlyDictionary<string, Invoerveld>? Invoer = null);

/// <param name="Keuzes">The only values that a text may have.</param>
/// <param name="Label">How people call the field.</param>
internal sealed record Invoerveld(
    Veldtype Type,
    bool Verplicht = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? MaxLengte = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Minimum = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Maximum = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Keuzes = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Label = null);

[JsonConverter(typeof(JsonStringEnumConverter<Veldtype>))]
internal enum Veldtype
{
    [JsonStringEnumMemberName("tekst")] Tekst,
    [JsonStringEnumMemberName("getal")] Getal,
    [JsonStringEnumMemberName("geheel")] Geheel,
    [JsonStringEnumMemberName("jaNee")] JaNee,
    [JsonStringEnumMemberName("datum")] Datum,

    /// <summary>Goes in, and out only where a task shows it.</summary>
    [JsonStringEnumMemberName("bsn")] Bsn,
    [JsonStringEnumMemberName("object")] Object,
}
