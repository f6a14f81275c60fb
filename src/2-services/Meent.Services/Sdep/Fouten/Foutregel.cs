using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Sdep.Fouten;

/// <summary>One thing that is wrong, as the standard tells it (<c>Error.Response</c>).</summary>
/// <param name="Msg">In words; the standard is in English.</param>
/// <param name="Type">For machines: <c>missing</c>, <c>string_too_long</c>, <c>not_found_error</c>.</param>
/// <param name="Loc">Where: names and, in an array, places.</param>
internal sealed record Foutregel(string Msg, string Type, params IReadOnlyList<object> Loc)
{
    public static void Schrijf(Utf8JsonWriter json, IEnumerable<Foutregel> regels)
    {
        json.WriteStartObject();
        json.WriteStartArray("detail");
        foreach (var regel in regels)
        {
            json.WriteStartObject();
            json.WriteString("msg", regel.Msg);
            json.WriteString("type", regel.Type);
            if (regel.Loc.Count > 0)
            {
                json.WriteStartArray("loc");
                foreach (var deel in regel.Loc)
                {
                    if (deel is int plaats) json.WriteNumberValue(plaats);
                    else json.WriteStringValue((string)deel);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

/// <summary>Ends a request with an error of the standard.</summary>
internal sealed class SdepException(int status, params IReadOnlyList<Foutregel> regels) : Exception(regels[0].Msg)
{
    public int Status { get; } = status;

    public IReadOnlyList<Foutregel> Regels { get; } = regels;

    public static SdepException NietGevonden(string wat) => new(StatusCodes.Status404NotFound, new Foutregel($"{wat} not found", "not_found_error"));

    public static SdepException Ongeldig(string msg, string type = "validation_error", params IReadOnlyList<object> loc) => new(StatusCodes.Status422UnprocessableEntity, new Foutregel(msg, type, loc));
}
