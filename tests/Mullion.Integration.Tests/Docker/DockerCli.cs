using System.Diagnostics;
using Mullion.Docker.Contexts;
using Mullion.Integration.Tests.RealDocker;

namespace Mullion.Integration.Tests.Docker;

/// <summary>The real docker command line, with a home of its own.</summary>
internal sealed class DockerCli(string home)
{
    /// <summary>Where Mullion looks when it has the same home.</summary>
    public DockerContexts Contexts => new(new DockerEnvironment(_ => null, home));

    /// <summary>Skips the test when there is none.</summary>
    public static void Demand()
    {
        if (Shell.Has("docker"))
        {
            return;
        }

        const string Reason = "the docker command line is not installed";
        if (Environment.GetEnvironmentVariable("MULLION_TEST_FULL") == "1")
        {
            Assert.Fail(Reason);
        }

        Assert.Skip(Reason);
    }

    /// <summary>Its output; throws with what it complained of when it fails.</summary>
    public async Task<string> RunAsync(params string[] words)
    {
        var start = new ProcessStartInfo("docker", words)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["HOME"] = home;
        foreach (var name in start.Environment.Keys.Where(IsDockers).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);
        return output.Trim();
    }

    private static bool IsDockers(string variable) =>
        variable.StartsWith("DOCKER_", StringComparison.Ordinal);
}
