namespace Mullion.Cli.Rendering;

/// <summary>Says on every screen what is simulated.</summary>
internal static class SimulationNote
{
    public static void Write(Screen screen, bool? cluster, IReadOnlyCollection<string> hosts)
    {
        if (Text(cluster, hosts) is { } text)
        {
            screen.Line(text, Style.Caution);
            screen.Line();
        }
    }

    /// <summary>What is simulated; null when nothing is.</summary>
    /// <param name="cluster">Whether the cluster is; null when it was not asked.</param>
    /// <param name="hosts">The hosts that are.</param>
    public static string? Text(bool? cluster, IReadOnlyCollection<string> hosts)
    {
        var names = hosts.Count switch
        {
            0 => null,
            1 => $"the host {hosts.First()}",
            <= 5 => $"the hosts {string.Join(", ", hosts)}",
            _ => $"{hosts.Count} hosts",
        };
        return (cluster, names) switch
        {
            (true, null) => "Simulated: the swarm.",
            (true, _) => $"Simulated: the swarm, and {names}.",
            (_, null) => null,
            (null, _) => $"Simulated: {names}.",
            _ => $"Simulated: {names}. The swarm is real.",
        };
    }
}
