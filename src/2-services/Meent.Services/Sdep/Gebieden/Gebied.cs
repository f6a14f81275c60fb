using Meent.Services.Sdep.Deelnemers;

namespace Meent.Services.Sdep.Gebieden;

/// <summary>An area in which rules for tourist rental hold, as far as others refer to it.</summary>
/// <param name="Regulation">For what it is regulated: <c>listing</c>, <c>activity</c> or <c>all</c>.</param>
internal sealed record Gebied(Guid Id, string AreaId, string Naam, string Regulation, Partij Instantie)
{
    public const string Aanbiedingen = "listing";
    public const string Activiteiten = "activity";
    public const string Alles = "all";

    public bool Geldt(string waarvoor) => Regulation == Alles || Regulation == waarvoor;
}

/// <summary>What a competent authority submits.</summary>
internal sealed record Nieuwgebied(string? AreaId, string Naam, string Regulation, string Bestandsnaam, byte[] Inhoud)
{
    public string Body(Gebied gebied, DateTimeOffset nu) => SdepJson.Tekst(json =>
    {
        json.WriteStartObject();
        json.WriteString("areaId", gebied.AreaId);
        json.Naam("areaName", Naam);
        json.WriteString("regulation", Regulation);
        json.WriteString("filename", Bestandsnaam);
        json.WriteString("competentAuthorityId", gebied.Instantie.Functioneel);
        json.Naam("competentAuthorityName", gebied.Instantie.Naam);
        json.WriteString("createdAt", SdepJson.Moment(nu));
        json.WriteEndObject();
    });
}
