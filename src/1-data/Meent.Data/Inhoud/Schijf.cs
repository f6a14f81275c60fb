using System.Runtime.InteropServices;
using System.Text;

namespace Meent.Data.Inhoud;

/// <summary>What the runtime has no call for.</summary>
internal static class Schijf
{
    /// <summary>ENOSPC; on Windows ERROR_DISK_FULL or ERROR_HANDLE_DISK_FULL.</summary>
    public static bool IsVol(IOException fout) => OperatingSystem.IsWindows() ? (fout.HResult & 0xffff) is 112 or 39 : fout.HResult == 28;

    /// <summary>Makes the names in a folder durable: without it a file that was moved there can be gone after a power failure.</summary>
    public static void SpoelMap(string map)
    {
        // NTFS keeps its names in a journal of its own.
        if (OperatingSystem.IsWindows()) return;
        var descriptor = open(Encoding.UTF8.GetBytes(map + "\0"), 0);
        if (descriptor < 0) throw new IOException($"De map {map} kan niet geopend worden (fout {Marshal.GetLastPInvokeError()}).");
        try
        {
            if (fsync(descriptor) != 0) throw new IOException($"De map {map} kan niet op de schijf bewaard worden (fout {Marshal.GetLastPInvokeError()}).");
        }
        finally
        {
            _ = close(descriptor);
        }
    }

    // The names of libc.
#pragma warning disable IDE1006, SYSLIB1054
    [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open(byte[] path, int flags);

    [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fsync(int descriptor);

    [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int close(int descriptor);
#pragma warning restore IDE1006, SYSLIB1054
}
