using System.Diagnostics;
using Mullion.Integration.Tests.RealDocker;

namespace Mullion.Integration.Tests.Scripts;

/// <summary>
/// The PowerShell grammar of tree-sitter, run by node. It needs what <c>./build.sh test --full</c> installs; where that is absent
/// the test is skipped with the reason, and with MULLION_TEST_FULL=1 it fails.
/// </summary>
internal static class PowerShellGrammar
{
    /// <summary>What does not parse, one line each; empty when all does.</summary>
    public static async Task<string> FaultsAsync(params string[] files)
    {
        var check = Path.Combine(Folder(), "check.cjs");
        Demand(check);
        var start = new ProcessStartInfo("node", [check, .. files])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start)!;
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return node.ExitCode == 0 ? output : $"exit code {node.ExitCode}\n{output}";
    }

    private static void Demand(string check)
    {
        var missing =
            !Shell.Has("node") ? "node is not installed"
            : !File.Exists(check) ? $"{check} is not there"
            : null;
        if (missing is null)
        {
            return;
        }

        var reason =
            $"scripts cannot be parsed here: {missing}; ./build.sh test --full installs what it needs";
        if (Environment.GetEnvironmentVariable("MULLION_TEST_FULL") == "1")
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Mullion.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? "", "artifacts", "powershell-grammar");
    }
}
