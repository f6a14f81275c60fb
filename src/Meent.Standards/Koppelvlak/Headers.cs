namespace Meent.Standards.Koppelvlak;

/// <summary>Header names that the layers agree on.</summary>
public static class Headers
{
    /// <summary>URI of the processing activity for which data is used (VNG Verwerkingenlogging, B9177).</summary>
    public const string Verwerkingsactiviteit = "VerwerkingsactiviteitUrl";

    /// <summary>Employee number, or <c>burger</c>; for the audit log of the own organisation only, the Outway takes it off.</summary>
    public const string Gebruiker = "Meent-Gebruiker";

    /// <summary>Names one intended effect, so that sending the request again does not cause it again (IETF draft of that name).</summary>
    public const string IdempotencyKey = "Idempotency-Key";

    /// <summary>Name of the service that the own Outway is to reach, when the caller gives no grant hash; the Outway takes it off.</summary>
    public const string Dienst = "Meent-Dienst";

    /// <summary>OIN of the organisation whose service is meant, also when the caller keeps one of that name itself; the Outway takes it off.</summary>
    public const string Aanbieder = "Meent-Aanbieder";

    /// <summary>From a service that is a front for a source elsewhere: to that source, and not back to the service. Between layers only.</summary>
    public const string Elders = "Meent-Elders";

    /// <summary>Why something is changed; stands in the audit trail of the ZGW APIs.</summary>
    public const string AuditToelichting = "X-Audit-Toelichting";

    public const string FscAuthorization = "Fsc-Authorization";
    public const string FscTransactionId = "Fsc-Transaction-Id";
    public const string FscGrantHash = "Fsc-Grant-Hash";
    public const string FscErrorCode = "Fsc-Error-Code";
    public const string FscManagerAddress = "Fsc-Manager-Address";

    /// <summary>Coordinate reference system that the answer must have (Zaken API; Objecten API).</summary>
    public const string AcceptCrs = "Accept-Crs";

    /// <summary>Coordinate reference system of what is sent.</summary>
    public const string ContentCrs = "Content-Crs";

    /// <summary>The one system that those standards know.</summary>
    public const string Wgs84 = "EPSG:4326";
    public const string Rijksdriehoek = "epsg:28992";
}
