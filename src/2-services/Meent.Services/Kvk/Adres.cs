namespace Meent.Services.Kvk;

/// <summary>A bezoekadres or correspondentieadres.</summary>
internal sealed record Adres
{
    public required string Type { get; init; }
    public required string IndAfgeschermd { get; init; }
    public string? VolledigAdres { get; init; }
    public string? Straatnaam { get; init; }
    public int? Huisnummer { get; init; }
    public string? Huisletter { get; init; }
    public string? HuisnummerToevoeging { get; init; }
    public string? ToevoegingAdres { get; init; }
    public string? Postcode { get; init; }
    public int? Postbusnummer { get; init; }
    public string? Plaats { get; init; }
    public string? StraatHuisnummer { get; init; }
    public string? PostcodeWoonplaats { get; init; }
    public string? Regio { get; init; }
    public string? Land { get; init; }
    public GeoData? GeoData { get; init; }

    internal bool IsAfgeschermd => IndAfgeschermd == Kvkregels.Ja;

    internal bool IsBezoekadres => Type == Kvkregels.Bezoekadres;

    /// <summary>What is told of it: of one that is shielded only that there is one.</summary>
    public Adres Verteld(bool geo) => IsAfgeschermd
        ? new Adres { Type = Type, IndAfgeschermd = IndAfgeschermd }
        : this with { GeoData = geo ? GeoData : null, VolledigAdres = VolledigAdres ?? Volledig };

    private string? Volledig
    {
        get
        {
            var delen = new[]
            {
                StraatHuisnummer ?? Straatnaam ?? (Postbusnummer is { } postbus ? $"Postbus {postbus}" : null),
                Straatnaam is null ? null : $"{Huisnummer}{Huisletter}",
                Straatnaam is null ? null : HuisnummerToevoeging,
                ToevoegingAdres, PostcodeWoonplaats ?? Postcode, Plaats,
            };
            var gevuld = string.Join(' ', delen.Where(deel => !string.IsNullOrEmpty(deel)));
            return gevuld.Length == 0 ? null : gevuld;
        }
    }
}

/// <summary>Where it is in the BAG and on the map; told when it is asked.</summary>
internal sealed record GeoData
{
    public string? AddresseerbaarObjectId { get; init; }
    public string? NummerAanduidingId { get; init; }
    public double? GpsLatitude { get; init; }
    public double? GpsLongitude { get; init; }
    public double? RijksdriehoekX { get; init; }
    public double? RijksdriehoekY { get; init; }
    public double? RijksdriehoekZ { get; init; }
}
