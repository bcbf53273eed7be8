using Mullion.Core.Hosts;

namespace Mullion.Simulation.Files;

/// <summary>What Win32 makes of a path: absolute, backslashes, no trailing one.</summary>
internal static class WindowsPath
{
    /// <summary>ERROR_INVALID_NAME.</summary>
    public const int InvalidName = 123;

    private static readonly System.Buffers.SearchValues<char> Forbidden =
        System.Buffers.SearchValues.Create("<>\"|?*:");

    /// <summary>The path in its plain form; null when Win32 would not take it.</summary>
    public static string? Normalise(string path)
    {
        if (
            path.Length < 3
            || !char.IsAsciiLetter(path[0])
            || path[1] != ':'
            || path[2] is not ('\\' or '/')
            || path.AsSpan(2).ContainsAny(Forbidden)
            || path.AsSpan().ContainsAnyInRange('\0', '\x1f')
        )
        {
            return null;
        }

        var plain = path.Contains('/') ? path.Replace('/', '\\') : path;
        return plain.Length > 3 && plain[^1] == '\\' ? plain.TrimEnd('\\') : plain;
    }

    /// <summary>True for a drive's root.</summary>
    public static bool IsRoot(string path) => path.Length == 3;

    /// <summary>The program of a service's command line.</summary>
    public static string ProgramOf(string imagePath)
    {
        if (imagePath.StartsWith('"'))
        {
            var end = imagePath.IndexOf('"', 1);
            return end < 0 ? imagePath[1..] : imagePath[1..end];
        }

        // CreateProcess would try every space in turn; no simulated program has one in an unquoted path.
        var space = imagePath.IndexOf(' ');
        return space < 0 ? imagePath : imagePath[..space];
    }

    /// <summary>The last part of a path.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOf('\\') + 1)..];

    /// <summary>True when <paramref name="path"/> lies directly in <paramref name="folder"/>.</summary>
    public static bool IsChild(string path, string folder) =>
        path.Length > folder.Length
        && !IsRoot(path)
        && HostPaths.Parent(path).Length == folder.Length
        && path.StartsWith(folder, StringComparison.OrdinalIgnoreCase);
}
