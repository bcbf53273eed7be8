namespace Mullion.Simulation.Engine;

/// <summary>A container, as its <c>config.v2.json</c> has it.</summary>
/// <param name="Id">64 hexadecimal digits.</param>
/// <param name="Name">Its name.</param>
/// <param name="Image">The image reference.</param>
public sealed record SimulatedContainer(string Id, string Name, string Image)
{
    /// <summary>Whether it runs.</summary>
    public bool Running { get; init; }

    /// <summary>True when the engine starts it again whenever it starts itself (restart policy <c>always</c>).</summary>
    public bool RestartAlways { get; init; }

    /// <summary>True when the engine removes it once it has ended (<c>--rm</c>), also when the engine ended with it.</summary>
    public bool AutoRemove { get; init; }

    /// <summary>The swarm task that it is for; null for one that somebody made.</summary>
    public string? SwarmTask { get; init; }

    /// <summary>The processes in it.</summary>
    public IReadOnlyList<string> Processes { get; init; } = [];

    /// <summary>The processes that such an image runs.</summary>
    internal static IReadOnlyList<string> ProcessesOf(string image) =>
        image.Contains("iis", StringComparison.OrdinalIgnoreCase)
            ? ["CExecSvc.exe", "ServiceMonitor.exe w3svc", "w3wp.exe"]
            : ["CExecSvc.exe", "cmd.exe"];
}
