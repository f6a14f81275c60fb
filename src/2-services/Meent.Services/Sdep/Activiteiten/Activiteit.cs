using System.Security.Cryptography;
using System.Text.Json;
using Meent.Services.Sdep.Deelnemers;
using Meent.Services.Sdep.Fouten;
using Meent.Services.Sdep.Gebieden;
using Meent.Services.Sdep.Invoer;

namespace Meent.Services.Sdep.Activiteiten;

/// <summary>One reported stay, as it came and was found right.</summary>
internal sealed class Activiteit
{
    private static readonly DateTimeOffset Eerste = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly JsonElement _item;
    private readonly DateTimeOffset _begin;
    private readonly DateTimeOffset _einde;

    private Activiteit(JsonElement item, DateTimeOffset begin, DateTimeOffset einde)
    {
        (_item, _begin, _einde) = (item, begin, einde);
        ActivityId = item.Tekst("activityId");
        AreaId = item.Tekst("areaId")!;
        Vingerafdruk = ActivityId is not null ? "" : Convert.ToHexStringLower(SHA256.HashData(SdepJson.Schrijf(SchrijfInhoud)));
    }

    /// <summary>As it is kept: of the platform, or found or made here.</summary>
    public string? ActivityId { get; set; }

    public string AreaId { get; }

    /// <summary>The same for the same stay: how one without an id is known that is sent again. Empty when there is an id.</summary>
    public string Vingerafdruk { get; }

    /// <returns>The activity, or what is wrong with it.</returns>
    public static (Activiteit? Activiteit, List<Foutregel> Fouten) Lees(JsonElement item, Schema schema)
    {
        var fouten = Toets.Van(item, schema);
        if (fouten.Count > 0) return (null, fouten);
        var landen = item.GetProperty("countryOfGuests").EnumerateArray().Select(land => land.GetString()!).ToList();
        for (var plaats = 0; plaats < landen.Count; plaats++)
        {
            if (!Landen.Bestaat(landen[plaats])) fouten.Add(new("Value error, Country code must be ISO 3166-1 alpha-3 in capitals, or 'N/A'", "value_error", "countryOfGuests", plaats));
        }

        var gasten = item.GetProperty("numberOfGuests").GetInt64();
        if (gasten != landen.Count) fouten.Add(new($"Value error, numberOfGuests ({gasten}) must equal the number of elements in countryOfGuests ({landen.Count})", "value_error"));
        var periode = item.GetProperty("temporal");
        var (begin, einde) = (Moment(periode, "startDatetime"), Moment(periode, "endDatetime"));
        if (begin < Eerste) fouten.Add(new("Value error, Start datetime year must be >= 2025", "value_error", "temporal", "startDatetime"));
        if (einde <= begin) fouten.Add(new("Value error, End datetime must be after start datetime", "value_error", "temporal", "endDatetime"));
        return fouten.Count > 0 ? (null, fouten) : (new Activiteit(item, begin, einde), fouten);
    }

    /// <summary>As all who may see it get it.</summary>
    public string Body(Gebied gebied, Partij platform, DateTimeOffset nu) => SdepJson.Tekst(json =>
    {
        json.WriteStartObject();
        json.WriteString("activityId", ActivityId);
        json.Naam("activityName", _item.Tekst("activityName"));
        json.WriteString("status", _item.Tekst("status") ?? "finished");
        json.WriteString("areaId", AreaId);
        json.Naam("areaName", gebied.Naam);
        json.WriteString("competentAuthorityId", gebied.Instantie.Functioneel);
        json.Naam("competentAuthorityName", gebied.Instantie.Naam);
        SchrijfVerblijf(json);
        json.WriteString("platformId", platform.Functioneel);
        json.Naam("platformName", platform.Naam);
        json.WriteString("createdAt", SdepJson.Moment(nu));
        json.WriteEndObject();
    });

    private void SchrijfInhoud(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("areaId", AreaId);
        json.WriteString("status", _item.Tekst("status") ?? "finished");
        SchrijfVerblijf(json);
        json.WriteEndObject();
    }

    private void SchrijfVerblijf(Utf8JsonWriter json)
    {
        json.WriteString("url", _item.Tekst("url"));
        Adres.Schrijf(json, _item.GetProperty("address"));
        json.WriteString("registrationNumber", _item.Tekst("registrationNumber"));
        json.WriteNumber("numberOfGuests", _item.GetProperty("numberOfGuests").GetInt64());
        json.WritePropertyName("countryOfGuests");
        _item.GetProperty("countryOfGuests").WriteTo(json);
        json.WriteStartObject("temporal");
        json.WriteString("startDatetime", SdepJson.Moment(_begin));
        json.WriteString("endDatetime", SdepJson.Moment(_einde));
        json.WriteEndObject();
    }

    private static DateTimeOffset Moment(JsonElement periode, string veld) => Momenten.Lees(periode.GetProperty(veld).GetString()!)!.Value.Waarde;
}
