namespace Mullion.Kubernetes;

/// <summary>How long a <see cref="KubernetesClient"/> waits, and what it may do.</summary>
public sealed record KubernetesClientOptions
{
    /// <summary>For a connection; default 10 s. Measured by the system's clock.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For one answer, of a watch for its beginning; default 30 s.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After which the server ends a watch, which then goes on with a new request; default 4 min.</summary>
    public TimeSpan WatchTimeout { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>
    /// The longest wait that a server may ask for (<c>Retry-After</c>) and get; what asks for more is refused at once. Default 1 min.
    /// </summary>
    public TimeSpan LongestRetryWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>For a credential plugin; default 1 min.</summary>
    public TimeSpan PluginTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many objects a page of a list has; default 500, as kubectl's.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>
    /// Whether a person sits at this process's terminal, so that a credential plugin may ask and show things there. Default no.
    /// </summary>
    public bool IsInteractive { get; init; }

    /// <summary>Gets the server's warnings, such as of fields it does not know; null drops them.</summary>
    public Action<string>? OnWarning { get; init; }

    /// <summary>The clock of timeouts, waits and expiry.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
