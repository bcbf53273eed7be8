using System.Diagnostics.CodeAnalysis;

namespace Mullion.Integration.Tests.RealDocker;

/// <summary>
/// Tests with a real dockerd need Linux, root, dockerd, ip and nsenter. Where something is missing they are skipped
/// by name with the reason; with MULLION_TEST_FULL=1 they fail.
/// </summary>
internal static class RealSwarmRequirements
{
    /// <summary>Skips the test when something is missing.</summary>
    /// <param name="more">Programs that it needs beyond those of the rig.</param>
    public static void Demand(params string[] more)
    {
        if (Missing(more) is { } missing)
        {
            Lack(missing);
        }
    }

    /// <summary>Ends the test: skipped, or failed when everything is demanded.</summary>
    [DoesNotReturn]
    public static void Lack(string missing)
    {
        var reason = $"a real dockerd cannot be started here: {missing}";
        if (Environment.GetEnvironmentVariable("MULLION_TEST_FULL") == "1")
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
    }

    private static string? Missing(string[] more)
    {
        if (!OperatingSystem.IsLinux())
        {
            return "this is not Linux";
        }

        if (!Environment.IsPrivilegedProcess)
        {
            return "this is not root";
        }

        string[] programs = ["dockerd", "ip", "nsenter", "umount", "sh", .. more];
        var absent = programs.Where(p => !Shell.Has(p)).ToList();
        return absent.Count == 0 ? null : $"not installed: {string.Join(", ", absent)}";
    }
}
