using Mullion.Simulation.Templates;

namespace Mullion.Lab;

/// <summary>How a lab behaves.</summary>
public sealed record LabServerOptions
{
    /// <summary>The build of hosts for which none is named: Server 2022.</summary>
    public const int DefaultBuild = 20348;

    /// <summary>The clock of every host and of the manager; managers reached over a network need the real time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The build of hosts for which none is named; one of <see cref="HostTemplates.Builds"/>.</summary>
    public int Build { get; init; } = DefaultBuild;

    /// <summary>Whether the lab has a Swarm manager of its own.</summary>
    public bool Manager { get; init; } = true;

    /// <summary>Where its workers join; port 0 for a free one.</summary>
    public string ManagerAddress { get; init; } = "127.0.0.1:0";

    /// <summary>
    /// How often workers tell that manager that they live. Shorter than a real manager's 5 s: a node that left is down after three
    /// of them, and somebody waits for it.
    /// </summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a host is down when it restarts.</summary>
    public TimeSpan RestartDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether a host starts again by itself after a power cut.</summary>
    public bool RestartAfterPowerCut { get; init; } = true;

    /// <summary>How long no connection to a host can be made after a vSwitch took its NIC.</summary>
    public TimeSpan ConnectionLoss { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How often hosts are saved at the least, and how soon a lab whose folder was taken away ends.</summary>
    public TimeSpan SaveInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether the lab is a process of its own (<c>mullion lab serve</c>): then Ctrl-C in the terminal it was started from does not
    /// concern it, and SIGTERM ends it in order.
    /// </summary>
    public bool OwnProcess { get; init; }
}
