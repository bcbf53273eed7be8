namespace Mullion.Remote;

/// <summary>How an <see cref="ExecutorServer"/> behaves.</summary>
public sealed record ExecutorServerOptions
{
    /// <summary>The clock of <see cref="ReleaseAfter"/>.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long a run in which nothing runs waits for its client to come back before the host is given up.</summary>
    public TimeSpan ReleaseAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The protocol's version; another one only in tests.</summary>
    internal int Protocol { get; init; } = Remote.Protocol.ExecutorProtocol.Version;
}
