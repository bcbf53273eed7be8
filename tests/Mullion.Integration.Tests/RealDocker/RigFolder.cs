namespace Mullion.Integration.Tests.RealDocker;

/// <summary>The folder of one dockerd, named like its network namespace.</summary>
internal static class RigFolder
{
    public static string Create(string name) => Directory.CreateDirectory(PathOf(name)).FullName;

    /// <summary>Removes it with what dockerd left mounted in it.</summary>
    public static async Task RemoveAsync(string name)
    {
        var folder = PathOf(name);
        var mounts = (await File.ReadAllLinesAsync("/proc/self/mountinfo"))
            .Select(line => line.Split(' ')[4])
            .Where(mount => mount.StartsWith(folder + "/", StringComparison.Ordinal))
            .OrderByDescending(mount => mount.Length);
        foreach (var mount in mounts)
        {
            await Shell.RunAsync("umount", mount);
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string PathOf(string name) => Path.Combine(Path.GetTempPath(), name);
}
