namespace Mullion.Integration.Tests.CommandLine;

/// <summary>
/// Looks for a canary, again and again while a run is under way: in command line and environment of every process of the program,
/// and in every file of its folder.
/// </summary>
internal sealed class CanaryWatch(MullionProgram program, Canary canary)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly HashSet<string> found = [];
    private readonly HashSet<string> commands = [];

    /// <summary>Where it was.</summary>
    public IReadOnlyCollection<string> Found => found;

    /// <summary>The command lines of the processes that were looked at.</summary>
    public IReadOnlyCollection<string> Commands => commands;

    /// <summary>How often was looked.</summary>
    public int Looks { get; private set; }

    /// <summary>Looks until a run has ended.</summary>
    public async Task<ProgramRun> DuringAsync(RunningProgram running)
    {
        using var timer = new PeriodicTimer(Interval);
        while (!running.Ends.IsCompleted)
        {
            Look();
            await timer.WaitForNextTickAsync();
        }

        Look();
        return await running.Ends;
    }

    private void Look()
    {
        Looks++;
        foreach (var process in Directory.EnumerateDirectories("/proc"))
        {
            if (
                int.TryParse(Path.GetFileName(process), out _)
                && Read(process, "environ") is { } environment
                && environment.Contains(program.LabPath, StringComparison.Ordinal)
            )
            {
                var command = Read(process, "cmdline") ?? "";
                commands.Add(command.Replace('\0', ' ').Trim());
                if (canary.IsIn(command) || canary.IsIn(environment))
                {
                    found.Add(process + ": " + command);
                }
            }
        }

        found.UnionWith(canary.FilesIn(program.Folder));
    }

    /// <summary>Null when the process has ended meanwhile.</summary>
    private static string? Read(string process, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
