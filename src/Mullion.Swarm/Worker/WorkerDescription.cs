namespace Mullion.Swarm.Worker;

/// <summary>What a worker says of itself. A change opens a new session within 20 s.</summary>
public sealed record WorkerDescription
{
    /// <summary>Host name, as <c>docker node ls</c> shows it.</summary>
    public required string Hostname { get; init; }

    /// <summary><c>windows</c> or <c>linux</c>.</summary>
    public string Os { get; init; } = "windows";

    /// <summary>Processor; the scheduler takes <c>x86_64</c> and <c>amd64</c> for the same.</summary>
    public string Architecture { get; init; } = "x86_64";

    /// <summary>Logical processors.</summary>
    public required int Processors { get; init; }

    /// <summary>Bytes of memory.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Version of the engine, such as <c>28.2.2</c>.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>Engine labels (daemon.json).</summary>
    public IReadOnlyDictionary<string, string> EngineLabels { get; init; } =
        new Dictionary<string, string>();

    /// <summary>Plugins of the engine; by default those that a Windows engine has built in.</summary>
    public IReadOnlyList<WorkerPlugin> Plugins { get; init; } = WorkerPlugin.BuiltInOnWindows;
}
