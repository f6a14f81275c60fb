namespace Meent.Data.Inhoud;

/// <summary>Where the content of documents is kept.</summary>
public sealed record InhoudOptions
{
    public const string Map = "map";
    public const string S3Dienst = "s3";

    /// <summary><c>map</c> (default): files in the folder of the organisation; <c>s3</c>: a store that speaks the S3 protocol.</summary>
    public string Soort { get; init; } = Map;

    /// <summary>Key (base64, 32 bytes) with which content is encrypted when it is kept; without it content is kept as it is.</summary>
    public string? Sleutel { get; init; }

    /// <summary>Size, in bytes, of the parts in which a large content comes; smaller than what proxies on the way let through.</summary>
    public long Deelomvang { get; init; } = 4L * 1024 * 1024 * 1024;

    public S3Options S3 { get; init; } = new();
}

/// <summary>A store that speaks the S3 protocol.</summary>
public sealed record S3Options
{
    /// <summary>Address of the service, such as <c>https://s3.example.nl</c>; the bucket comes behind it (path style).</summary>
    public string Adres { get; init; } = "";

    public string Regio { get; init; } = "eu-west-1";

    /// <summary>Name of the bucket, in which <c>{organisatie}</c> stands for the slug of the organisation. The buckets exist already.</summary>
    public string Bucket { get; init; } = "";

    public string Toegangssleutel { get; init; } = "";
    public string Geheim { get; init; } = "";
}
