using System.Text.Json;
using Meent.Data.Outbox;
using Meent.Services.Pijplijn.Model;
using Meent.Standards.Organisaties;

namespace Meent.Services.Notificaties;

/// <summary>In which form a subscriber gets its messages.</summary>
internal static class Berichtvorm
{
    /// <summary>The message of the ZGW Notificaties API.</summary>
    public const string Zgw = "zgw";

    /// <summary>NL GOV profile for CloudEvents 1.0, in structured mode over HTTP.</summary>
    public const string Cloudevents = "cloudevents";

    public static readonly string[] Alle = [Zgw, Cloudevents];

    public static string Mediatype(string vorm) => vorm == Cloudevents ? "application/cloudevents+json" : "application/json";

    /// <summary>The text that is sent.</summary>
    public static string Schrijf(string vorm, Notificatie bericht, Gebeurtenis gebeurtenis, Organisatie organisatie) => vorm == Cloudevents
        ? JsonSerializer.Serialize(Cloudevent.Van(bericht, gebeurtenis, organisatie), Vorm.Json)
        : JsonSerializer.Serialize(bericht, Vorm.Json);

    /// <summary>A message that tells nothing, to see whether a callback lets it in.</summary>
    public static string Proef(string vorm) => vorm == Cloudevents
        ? """
          {"specversion":"1.0","id":"test","source":"urn:nld:oin:00000000000000000000:systeem:meent","type":"nl.overheid.test.test-gemuteerd","time":"2026-01-01T00:00:00Z","subject":"test","datacontenttype":"application/json","data":{"kanaal":"test"}}
          """
        : """
          {"kanaal":"test","hoofdObject":"https://example.com/","resource":"test","resourceUrl":"https://example.com/","actie":"test","aanmaakdatum":"2026-01-01T00:00:00Z","kenmerken":{}}
          """;
}

/// <summary>An event in the NL GOV profile for CloudEvents; poor in information, as the ZGW message.</summary>
internal sealed record Cloudevent
{
    public string Specversion { get; } = "1.0";
    public required string Id { get; init; }

    /// <summary>The system that tells it: the organisation by its OIN.</summary>
    public required string Source { get; init; }
    public required string Type { get; init; }
    public required DateTimeOffset Time { get; init; }

    /// <summary>Id of the object whose events keep their order.</summary>
    public required string Subject { get; init; }

    /// <summary>Sorts the events of one subject; absent when whoever told it gave no version.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? Sequence { get; init; }
    public string Datacontenttype { get; } = "application/json";

    /// <summary>Where who may know more finds it.</summary>
    public required string Dataref { get; init; }
    public required object Data { get; init; }

    public static Cloudevent Van(Notificatie bericht, Gebeurtenis gebeurtenis, Organisatie organisatie) => new()
    {
        Id = gebeurtenis.Id.ToString("D"),
        Source = $"urn:nld:oin:{organisatie.Oin}:systeem:meent",
        Type = $"nl.overheid.{bericht.Kanaal}.{bericht.Resource}-{Daad(bericht.Actie)}",
        Time = bericht.Aanmaakdatum,
        Subject = bericht.HoofdObject[(bericht.HoofdObject.LastIndexOf('/') + 1)..],
        Sequence = gebeurtenis.Versie > 0 ? gebeurtenis.Versie.ToString("D19", null) : null,
        Dataref = bericht.ResourceUrl,
        Data = new { bericht.Kanaal, bericht.HoofdObject, bericht.Resource, bericht.Actie, bericht.Kenmerken },
    };

    private static string Daad(string actie) => actie switch
    {
        "create" => "gecreeerd",
        "destroy" => "verwijderd",
        _ => "gemuteerd",
    };
}
