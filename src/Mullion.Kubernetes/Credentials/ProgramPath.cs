namespace Mullion.Kubernetes.Credentials;

/// <summary>
/// Finds a program as a shell would, and never in the current folder, where anybody may have put one (as Go's exec.LookPath).
/// </summary>
internal static class ProgramPath
{
    /// <summary>The full path; null when there is no such program.</summary>
    /// <param name="command">A full path, or a name that is looked for in the folders of <paramref name="path"/>.</param>
    /// <param name="path">The value of <c>PATH</c>.</param>
    /// <param name="extensions">The value of <c>PATHEXT</c>; null or empty elsewhere than on Windows.</param>
    public static string? Find(string command, string? path, string? extensions)
    {
        var endings = (extensions ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        var folders = Path.IsPathRooted(command)
            ? [""]
            : (path ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Where(Path.IsPathRooted);
        return folders
            .Select(folder => Path.Combine(folder, command))
            .SelectMany(file => endings.Select(ending => file + ending).Prepend(file))
            .FirstOrDefault(IsProgram);
    }

    private static bool IsProgram(string file) =>
        File.Exists(file)
        && (
            OperatingSystem.IsWindows()
            || (
                File.GetUnixFileMode(file)
                & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)
            ) != UnixFileMode.None
        );
}
