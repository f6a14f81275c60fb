using System.Globalization;
using System.Text.Json;

namespace Meent.Services.Verwerkingsregister.Beslispunt;

/// <summary>May this subject do this with this resource? As the Access Evaluation API asks it (NLGov profile for AuthZEN 1.0.0, §5); what it does not know it leaves alone.</summary>
internal sealed record Toegangsvraag(JsonElement Action, JsonElement Resource, JsonElement Context)
{
    /// <summary>What an Inway or Outway tells of the request at its door.</summary>
    private JsonElement Fsc => Lid(Context, "fsc");

    /// <summary>Whether another organisation asks, at our Inway: then the purpose is of its register, as the contract has it.</summary>
    public bool IsVanInway => Tekst(Fsc, "component") == "inway";

    /// <summary>URI in the own register (§5.3.1.1).</summary>
    public string? Activiteit => Tekst(Lid(Action, "properties"), "processing_activity_id");

    /// <summary>URI of the purpose in the token.</summary>
    public string? Afnemersdoel => Tekst(Fsc, "purpose");

    /// <summary>Properties of the grant in the token (<c>prp</c>).</summary>
    public JsonElement Grant => Lid(Fsc, "properties");

    public string Handeling => Tekst(Action, "name")!;

    /// <summary>The service of which data is asked: by name, or the last part of the identification.</summary>
    public string Dienst => Tekst(Lid(Resource, "properties"), "name") ?? Tekst(Resource, "id")!.Split('/')[^1];

    /// <summary>The fields that are asked for, when the asker knows those.</summary>
    public IReadOnlyList<string> Velden => Lid(Lid(Resource, "properties"), "fields") is { ValueKind: JsonValueKind.Array } velden
        ? [.. velden.EnumerateArray().Where(veld => veld.ValueKind == JsonValueKind.String).Select(veld => veld.GetString()!)]
        : [];

    /// <summary>Logical moment of what is asked; null when the question names none.</summary>
    public DateTimeOffset? Moment => Tekst(Context, "time") is { } tijd ? DateTimeOffset.Parse(tijd, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

    /// <param name="delen">The question, before what holds for all of a series: what comes first counts.</param>
    /// <param name="fout">What is wrong with it.</param>
    public static Toegangsvraag? Lees(IReadOnlyList<JsonElement> delen, out string? fout)
    {
        var (subject, action, resource, context) = (Eerste("subject"), Eerste("action"), Eerste("resource"), Eerste("context"));
        fout = Verplicht(subject, "subject", "type", "id") ?? Verplicht(action, "action", "name") ?? Verplicht(resource, "resource", "type", "id")
            ?? (context.ValueKind is JsonValueKind.Object or JsonValueKind.Undefined ? null : "context is geen object.");
        if (fout is null && Lid(context, "time") is { ValueKind: not JsonValueKind.Undefined } tijd && !IsTijd(tijd)) fout = "context.time is geen tijdstip van RFC 3339.";
        return fout is null ? new Toegangsvraag(action, resource, context) : null;

        JsonElement Eerste(string naam) => delen.Select(deel => Lid(deel, naam)).FirstOrDefault(lid => lid.ValueKind != JsonValueKind.Undefined);
    }

    internal static JsonElement Lid(JsonElement element, string naam) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(naam, out var lid) ? lid : default;

    internal static string? Tekst(JsonElement element, string naam) => Lid(element, naam) is { ValueKind: JsonValueKind.String } tekst ? tekst.GetString() : null;

    private static bool IsTijd(JsonElement tijd) =>
        tijd.ValueKind == JsonValueKind.String && DateTimeOffset.TryParse(tijd.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static string? Verplicht(JsonElement element, string naam, params string[] leden)
    {
        if (element.ValueKind != JsonValueKind.Object) return $"{naam} ontbreekt of is geen object.";
        var zonder = Array.Find(leden, lid => string.IsNullOrEmpty(Tekst(element, lid)));
        return zonder is null ? null : $"{naam}.{zonder} ontbreekt of is geen tekst.";
    }
}
