using System.Text.Json;

namespace Meent.Services.Pijplijn.Buiten;

/// <summary>A member that may refer to a resource of somebody else, which is then fetched before the write begins.</summary>
/// <param name="Veld">A URL or a list of them; <c>relevanteAndereZaken.url</c> is a member of each object of a list.</param>
/// <param name="Leden">Members that what is there must have, so that it is such a resource.</param>
internal sealed record Buitenlid(string Veld, params IReadOnlyList<string> Leden)
{
    /// <summary>Whether the rules know a URL of elsewhere already, so that nothing has to be fetched.</summary>
    public Func<string, bool> Hier { get; init; } = static _ => false;

    /// <summary>The URLs in a body, each with its name in an answer: <c>relevanteAndereZaken.0.url</c>.</summary>
    public IEnumerable<(string Naam, string Url)> Urls(JsonElement body) => Zoek(body, "", Veld.Split('.'));

    public bool IsZo(JsonElement resource) => resource.ValueKind == JsonValueKind.Object && Leden.All(lid => resource.TryGetProperty(lid, out _));

    private static IEnumerable<(string Naam, string Url)> Zoek(JsonElement element, string naam, ReadOnlyMemory<string> pad)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().SelectMany((item, i) => Zoek(item, $"{naam}.{i}", pad));
        if (pad.IsEmpty)
            return element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } url ? [(naam, url)] : [];
        if (element.ValueKind != JsonValueKind.Object) return [];
        var lid = pad.Span[0];
        var dieper = naam.Length == 0 ? lid : $"{naam}.{lid}";
        // As the members of a record are bound: whatever their capitals.
        return element.EnumerateObject().Where(l => l.Name.Equals(lid, StringComparison.OrdinalIgnoreCase)).SelectMany(l => Zoek(l.Value, dieper, pad[1..]));
    }
}
