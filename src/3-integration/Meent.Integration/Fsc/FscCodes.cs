using System.Collections.Frozen;

namespace Meent.Integration.Fsc;

/// <summary>
/// Error codes: FSC Core 2.0.0 §4.4.5.3 (Manager), §4.6.4 (Outway), §4.7.4 (Inway), FSC Logging 1.1.0 §3. Those with MEENT_ fill its gaps.
/// </summary>
internal static class FscCodes
{
    public const string IncorrectGroupId = "ERROR_CODE_INCORRECT_GROUP_ID";
    public const string SubmittingPeerNotPart = "ERROR_CODE_SUBMITTING_PEER_NOT_PART_OF_CONTRACT";
    public const string ReceivingPeerNotPart = "ERROR_CODE_RECEIVING_PEER_NOT_PART_OF_CONTRACT";
    public const string SignatureHashMismatch = "ERROR_CODE_SIGNATURE_CONTRACT_CONTENT_HASH_MISMATCH";
    public const string PeerIdSignatureMismatch = "ERROR_CODE_PEER_ID_SIGNATURE_MISMATCH";
    public const string SignatureVerificationFailed = "ERROR_CODE_SIGNATURE_VERIFICATION_FAILED";
    public const string GrantCombinationNotAllowed = "ERROR_CODE_GRANT_COMBINATION_NOT_ALLOWED";
    public const string UrlPathHashMismatch = "ERROR_CODE_URL_PATH_CONTENT_HASH_MISMATCH";
    public const string UnknownHashAlgorithm = "ERROR_CODE_UNKNOWN_HASH_ALGORITHM_HASH";
    public const string UnknownSignatureAlgorithm = "ERROR_CODE_UNKNOWN_ALGORITHM_SIGNATURE";
    public const string UnknownFscVersion = "ERROR_CODE_UNKNOWN_FSC_VERSION";
    public const string PeerCertificateVerificationFailed = "ERROR_CODE_PEER_CERTIFICATE_VERIFICATION_FAILED";

    public const string TokenMissing = "ERROR_CODE_ACCESS_TOKEN_MISSING";
    public const string TokenInvalid = "ERROR_CODE_ACCESS_TOKEN_INVALID";
    public const string TokenExpired = "ERROR_CODE_ACCESS_TOKEN_EXPIRED";
    public const string WrongGroupInToken = "ERROR_CODE_WRONG_GROUP_ID_IN_TOKEN";
    public const string ServiceNotFound = "ERROR_CODE_SERVICE_NOT_FOUND";
    public const string ServiceUnreachable = "ERROR_CODE_SERVICE_UNREACHABLE";
    public const string MethodUnsupported = "ERROR_CODE_METHOD_UNSUPPORTED";

    // FSC Logging prints these without the prefix of the others.
    public const string LogWriteError = "TRANSACTION_LOG_WRITE_ERROR";
    public const string InvalidLogRecordId = "INVALID_LOG_RECORD_ID";
    public const string MissingLogRecordId = "MISSING_LOG_RECORD_ID";
    public const string Voorvoegsel = "ERROR_CODE_";

    public static readonly FrozenSet<string> VanLogging = FrozenSet.Create(StringComparer.Ordinal, LogWriteError, InvalidLogRecordId, MissingLogRecordId);

    public const string InvalidJson = "MEENT_INVALID_JSON";
    public const string InvalidContract = "MEENT_INVALID_CONTRACT";
    public const string InvalidRequest = "MEENT_INVALID_REQUEST";
    public const string NotFound = "MEENT_NOT_FOUND";
    public const string Unavailable = "MEENT_UNAVAILABLE";

    // OpenFSC's own code for this case; its clients know it.
    public const string UnknownGrantHash = "UNKNOWN_GRANT_HASH_IN_HEADER";
    public const string NoGrant = "MEENT_NO_GRANT_FOR_PURPOSE";
    public const string PurposeEnded = "MEENT_PURPOSE_NOT_VALID";
    public const string TokenRefused = "MEENT_TOKEN_REFUSED";
    public const string UpgradeUnsupported = "MEENT_UPGRADE_UNSUPPORTED";
    public const string ServiceBusy = "MEENT_SERVICE_BUSY";
    public const string InwayUnreachable = "MEENT_INWAY_UNREACHABLE";
    public const string SourceUnreachable = "MEENT_SOURCE_UNREACHABLE";
    public const string AccessDenied = "MEENT_ACCESS_DENIED";
    public const string PolicyUnavailable = "MEENT_POLICY_UNAVAILABLE";
    public const string DecisionLogWriteError = "MEENT_DECISION_LOG_WRITE_ERROR";
}
