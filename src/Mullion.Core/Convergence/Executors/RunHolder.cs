using Mullion.Core.Hosts;

namespace Mullion.Core.Convergence.Executors;

/// <summary>Who has a host, as its lock file says.</summary>
internal static class RunHolder
{
    /// <summary>What a run writes there.</summary>
    public static string Text(RunRequest run, DateTimeOffset now) =>
        $"{run.Purpose} by {run.By}, since {now:u}";

    /// <summary>Names the run that has the host.</summary>
    public static MullionException UnderWay(IHostFiles files) =>
        new(
            $"Another run has the host: {Read(files)}.",
            "Wait for it, or end it where it was started."
        );

    private static string Read(IHostFiles files)
    {
        try
        {
            return files.ReadAllText(HostPaths.Lock) is { Length: > 0 } text
                ? text
                : "it has only begun";
        }
        catch (HostException)
        {
            return "it has just ended";
        }
    }
}
