namespace Mullion.Core.Resources.HostRequirements;

/// <summary>What Windows and the machine must be. Only checked, never changed.</summary>
public sealed record WindowsHost : Resource
{
    internal const string KindName = "windows";

    /// <summary>The computer name the node has in the spec: a Swarm node is known by it.</summary>
    public required string ComputerName { get; init; }

    /// <summary>Builds that can be such a node, oldest first.</summary>
    public required IReadOnlyList<int> Builds { get; init; }

    /// <summary>The least update revision by build, where an older one lacks something needed.</summary>
    public IReadOnlyDictionary<int, int> LeastRevisions { get; init; } = new Dictionary<int, int>();

    /// <summary>The least number of logical processors.</summary>
    public required int Processors { get; init; }

    /// <summary>The least physical memory, in bytes.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>The least free space on the system drive, in bytes.</summary>
    public required long FreeDiskBytes { get; init; }

    /// <inheritdoc/>
    protected override string ItsKind => KindName;

    /// <inheritdoc/>
    protected override string ItsTitle => "Windows, elevation, processors, memory, disk";
}
