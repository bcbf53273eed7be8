namespace Mullion.Core.Hosts;

/// <summary>What is known of a machine before anything is changed on it.</summary>
public sealed record HostFacts
{
    /// <summary>The computer name, in the case Windows gives it.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The OS build, such as 20348 for Server 2022; 0 of a host that is gone and cannot be asked.</summary>
    public required int Build { get; init; }

    /// <summary>The update revision (UBR): the part behind the build in 10.0.20348.2700.</summary>
    public required int Revision { get; init; }

    /// <summary>EditionID, such as <c>ServerStandard</c> or <c>ServerDatacenter</c>.</summary>
    public required string Edition { get; init; }

    /// <summary>True on Server Core, where there is no desktop.</summary>
    public required bool Core { get; init; }

    /// <summary>True when Mullion runs with full administrator rights or as SYSTEM.</summary>
    public required bool Elevated { get; init; }

    /// <summary>Logical processors.</summary>
    public required int Processors { get; init; }

    /// <summary>Physical memory in bytes.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Free space on the system drive in bytes.</summary>
    public required long FreeDiskBytes { get; init; }

    /// <summary>The host's time, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Why Windows wants a restart, one entry a reason; empty when it does not.</summary>
    public required IReadOnlyList<string> PendingReboot { get; init; }

    /// <summary>The network interfaces that can carry traffic, virtual ones included.</summary>
    public required IReadOnlyList<NetworkInterface> Interfaces { get; init; }

    /// <summary>The service <c>docker</c> and the engine behind it; null where there is no such service.</summary>
    public EngineFacts? Engine { get; init; }

    /// <summary>Whether BitLocker protects the system drive; null when that cannot be told.</summary>
    public bool? SystemDriveEncrypted { get; init; }

    /// <summary>Changes with every boot.</summary>
    public string BootId { get; init; } = "";

    /// <summary>True when the facts come from a simulated host. Shown on every screen.</summary>
    public bool Simulated { get; init; }
}
