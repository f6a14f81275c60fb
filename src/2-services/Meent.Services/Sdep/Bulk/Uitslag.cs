using System.Text.Json;
using Meent.Services.Sdep.Fouten;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Sdep.Bulk;

/// <summary>What became of each item, in the order in which they came.</summary>
/// <param name="soort"><c>activity</c> or <c>listing</c>: how the standard calls an item.</param>
/// <param name="ids">The ids that the sender gave.</param>
internal sealed class Uitslag(string soort, IReadOnlyList<string?> ids)
{
    private readonly (string? Body, IReadOnlyList<Foutregel>? Fouten)[] _items = new (string?, IReadOnlyList<Foutregel>?)[ids.Count];

    public bool IsOpen(int plaats) => _items[plaats] is (null, null);

    public void Fout(int plaats, params IReadOnlyList<Foutregel> fouten) => _items[plaats] = (null, fouten);

    public void Goed(int plaats, string body) => _items[plaats] = (body, null);

    /// <summary>Of items with the same key in one message the last counts.</summary>
    public void LaatsteTelt(Func<int, object?> sleutel)
    {
        var laatste = new Dictionary<object, int>();
        for (var plaats = 0; plaats < _items.Length; plaats++)
        {
            if (!IsOpen(plaats) || sleutel(plaats) is not { } waarde) continue;
            if (laatste.TryGetValue(waarde, out var eerder)) Fout(eerder, new Foutregel($"Superseded by later item in batch at index {plaats}", "duplicate_error"));
            laatste[waarde] = plaats;
        }
    }

    /// <summary>201 when all went well, 422 when nothing did, 200 in between.</summary>
    public IResult Antwoord()
    {
        var goed = _items.Count(item => item.Body is not null);
        var status = goed == _items.Length ? StatusCodes.Status201Created : goed == 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return SdepJson.Antwoord(json => Schrijf(json, goed), status);
    }

    private void Schrijf(Utf8JsonWriter json, int goed)
    {
        json.WriteStartObject();
        json.WriteNumber("totalReceived", _items.Length);
        json.WriteNumber("succeeded", goed);
        json.WriteNumber("failed", _items.Length - goed);
        json.WriteStartArray("results");
        for (var plaats = 0; plaats < _items.Length; plaats++)
        {
            var (body, fouten) = _items[plaats];
            json.WriteStartObject();
            json.WriteNumber(soort + "Index", plaats);
            json.WriteString(soort + "Id", ids[plaats]);
            json.WriteString("status", body is null ? "NOK" : "OK");
            if (body is not null)
            {
                json.WritePropertyName(soort);
                json.WriteRawValue(body, skipInputValidation: true);
            }
            else
            {
                json.WritePropertyName("errors");
                Foutregel.Schrijf(json, fouten!);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
