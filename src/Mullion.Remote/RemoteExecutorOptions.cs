namespace Mullion.Remote;

/// <summary>How a <see cref="RemoteExecutor"/> behaves.</summary>
public sealed record RemoteExecutorOptions
{
    /// <summary>The clock of the waits below.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long a lost connection is tried again before the host counts as lost.</summary>
    public TimeSpan ReconnectLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The wait before the second try; it doubles up to <see cref="LongestWait"/>.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest wait between two tries.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What to do when the other side speaks another version of the protocol.</summary>
    public string VersionFix { get; init; } =
        "Use the same Mullion on both sides: update the older one.";

    /// <summary>The protocol's version; another one only in tests.</summary>
    internal int Protocol { get; init; } = Remote.Protocol.ExecutorProtocol.Version;
}
