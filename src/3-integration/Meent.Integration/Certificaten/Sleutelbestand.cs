namespace Meent.Integration.Certificaten;

/// <summary>Writes a private key so that only its owner can read it, from its first moment on.</summary>
internal static class Sleutelbestand
{
    public static void Schrijf(string pad, string pem)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var bestand = new FileStream(pad, options);
        bestand.Write(System.Text.Encoding.ASCII.GetBytes(pem));
        bestand.Flush(flushToDisk: true);
    }

    /// <summary>Puts it in the place of another: at every moment the one or the other is there, whole.</summary>
    public static void Vervang(string pad, string pem)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(pad)!);
        var naast = $"{pad}.{Guid.CreateVersion7():N}";
        Schrijf(naast, pem);
        File.Move(naast, pad, overwrite: true);
    }
}
