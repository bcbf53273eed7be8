using System.Text.Json.Serialization;

namespace Mullion.Docker.Engine;

/// <summary>What <c>docker info</c> shows.</summary>
public sealed record EngineInfo
{
    /// <summary>The engine's own id, made when its data folder was.</summary>
    [JsonPropertyName("ID")]
    public string Id { get; init; } = "";

    /// <summary>Host name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Such as <c>28.2.2</c>.</summary>
    public string ServerVersion { get; init; } = "";

    /// <summary><c>linux</c> or <c>windows</c>.</summary>
    [JsonPropertyName("OSType")]
    public string OsType { get; init; } = "";

    /// <summary>Such as <c>Windows Server 2022 Datacenter</c>.</summary>
    public string? OperatingSystem { get; init; }

    /// <summary>Such as <c>10.0.20348.2340</c>; old engines leave it out.</summary>
    [JsonPropertyName("OSVersion")]
    public string? OsVersion { get; init; }

    /// <summary>Such as <c>x86_64</c>.</summary>
    public string? Architecture { get; init; }

    /// <summary>Logical processors.</summary>
    [JsonPropertyName("NCPU")]
    public int Processors { get; init; }

    /// <summary>Bytes of memory.</summary>
    [JsonPropertyName("MemTotal")]
    public long MemoryBytes { get; init; }

    /// <summary>The engine's time.</summary>
    public DateTimeOffset? SystemTime { get; init; }

    /// <summary>Data folder.</summary>
    public string? DockerRootDir { get; init; }

    /// <summary>Windows: <c>process</c> or <c>hyperv</c>.</summary>
    public string? Isolation { get; init; }

    /// <summary>Engine labels, each <c>key=value</c>.</summary>
    public IReadOnlyList<string> Labels
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Plugins by kind.</summary>
    public EnginePlugins Plugins
    {
        get;
        init => field = value ?? new();
    } = new();

    /// <summary>What the engine itself complains of.</summary>
    public IReadOnlyList<string> Warnings
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Containers, running or not.</summary>
    public int Containers { get; init; }

    /// <summary>Running containers.</summary>
    public int ContainersRunning { get; init; }

    /// <summary>Membership of a Swarm.</summary>
    public EngineSwarmState Swarm
    {
        get;
        init => field = value ?? new();
    } = new();
}
