namespace Meent.Services.Personen.Gezag;

/// <summary>Why nobody has gezag for the time being, in the words of the standard.</summary>
internal static class Beletselwoorden
{
    public static string VanOuder(Beletsel beletsel) => beletsel switch
    {
        Beletsel.Overleden => "de ouder overleden is",
        Beletsel.Curatele => "de ouder onder curatele staat",
        _ => "de ouder minderjarig is",
    };

    public static string VanOuders(Beletsel een, Beletsel twee) => een == twee ? VanBeiden(een) : (een < twee ? (een, twee) : (twee, een)) switch
    {
        (Beletsel.Overleden, Beletsel.Curatele) => "een ouder overleden is en de andere ouder onder curatele staat",
        (Beletsel.Overleden, _) => "een ouder overleden is en de andere ouder minderjarig is",
        _ => "een ouder onder curatele staat en de andere ouder minderjarig is",
    };

    public static string VanOuderEnNietOuder(Beletsel ouder, Beletsel nietOuder) => ouder == nietOuder ? VanBeiden(ouder) : (ouder, nietOuder) switch
    {
        (Beletsel.Overleden, Beletsel.Curatele) => "de ouder is overleden en de niet-ouder onder curatele staat",
        (Beletsel.Overleden, _) => "de ouder is overleden en de niet-ouder minderjarig is",
        (Beletsel.Curatele, Beletsel.Overleden) => "de ouder onder curatele staat en de niet-ouder overleden is",
        (Beletsel.Curatele, _) => "ouder onder curatele staat en niet-ouder minderjarig is",
        (_, Beletsel.Overleden) => "ouder minderjarig is en niet-ouder overleden is",
        _ => "ouder minderjarig is en niet-ouder onder curatele staat",
    };

    private static string VanBeiden(Beletsel beletsel) => beletsel switch
    {
        Beletsel.Overleden => "beide ouders overleden zijn",
        Beletsel.Curatele => "beide ouders onder curatele staan",
        _ => "beide ouders minderjarig zijn",
    };
}
