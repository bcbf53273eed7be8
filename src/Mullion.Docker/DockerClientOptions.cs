using Mullion.Docker.Logins;

namespace Mullion.Docker;

/// <summary>How long a <see cref="DockerClient"/> waits, and as whom it asks.</summary>
public sealed record DockerClientOptions
{
    /// <summary>For a connection; default 10 s. Measured by the system's clock.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For one answer; default 30 s.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// For swarm init, join and leave; default 2 min. The engine itself gives up waiting for a join after 20 s
    /// and goes on in the background.
    /// </summary>
    public TimeSpan MembershipTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The clock of the timeouts.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How to log on where the engine's API is behind UCP or MKE; null where certificates do, or nobody asks.</summary>
    public UcpLogin? Login { get; init; }
}
