namespace Meent.Data.Logboek;

/// <summary>Files with secrets: readable by this account alone, whole or absent, and never replaced.</summary>
internal static class Geheimen
{
    /// <summary>Writes the file unless it exists already; of two at the same time, one wins.</summary>
    public static void Bewaar(string bestand, byte[] inhoud)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(bestand))!);
        var tijdelijk = $"{bestand}.{Guid.CreateVersion7():N}";
        var opties = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) opties.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stroom = new FileStream(tijdelijk, opties))
        {
            stroom.Write(inhoud);
            stroom.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(tijdelijk, bestand, overwrite: false);
        }
        catch (IOException) when (File.Exists(bestand))
        {
            File.Delete(tijdelijk);
        }
    }
}
