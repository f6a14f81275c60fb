namespace Meent.Integration.Certificaten;

/// <summary>Writes a private key so that only its owner can read it, from its first moment on.</summary>
internal static class Sleutelbestand
{
    public static void Schrijf(string pad, string pem)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var schrijver = new StreamWriter(pad, options);
        schrijver.Write(pem);
    }
}
