using Mullion.Simulation.Localisation;

namespace Mullion.Simulation.Machine;

/// <summary>The machine itself.</summary>
public sealed record MachineState
{
    /// <summary>The computer name.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The OS build.</summary>
    public required int Build { get; init; }

    /// <summary>The update revision.</summary>
    public required int Revision { get; init; }

    /// <summary>EditionID.</summary>
    public string Edition { get; init; } = "ServerDatacenter";

    /// <summary>True for Server Core.</summary>
    public bool Core { get; init; } = true;

    /// <summary>The language of Windows' texts.</summary>
    public HostLanguage Language { get; init; }

    /// <summary>Whether Mullion runs with full rights.</summary>
    public bool Elevated { get; init; } = true;

    /// <summary>Logical processors.</summary>
    public int Processors { get; init; } = 4;

    /// <summary>Physical memory in bytes.</summary>
    public long MemoryBytes { get; init; } = 8L << 30;

    /// <summary>Space for files on the system drive in bytes, Windows itself not counted.</summary>
    public long DiskBytes { get; init; } = 60L << 30;

    /// <summary>Whether BitLocker protects the system drive; null when Windows does not tell.</summary>
    public bool? SystemDriveEncrypted { get; init; } = false;

    /// <summary>Firewall profiles in which a group policy lets no rules of the host count.</summary>
    public IReadOnlyList<string> PolicyProfiles { get; init; } = [];

    /// <summary>How far the machine's clock is off.</summary>
    public TimeSpan ClockSkew { get; init; }

    /// <summary>How often it has started.</summary>
    public int Boot { get; init; } = 1;

    /// <summary>True while it is off.</summary>
    public bool Down { get; init; }

    /// <summary>Why a restart was asked for; null when none was.</summary>
    public string? RebootRequested { get; init; }
}
