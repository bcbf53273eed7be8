namespace Mullion.Core.Specs;

/// <summary>
/// The Engine API of a swarm manager, written as Docker's own tools write it: <c>unix:///var/run/docker.sock</c>,
/// <c>npipe:////./pipe/docker_engine</c>, <c>tcp://manager:2376</c>.
/// </summary>
/// <param name="Scheme">How it is reached.</param>
/// <param name="Location">What follows <c>scheme://</c>: a socket path, a pipe path, or <c>host:port</c>.</param>
public sealed record ManagerEndpoint(ManagerScheme Scheme, string Location)
{
    /// <summary>The host and port of a <see cref="ManagerScheme.Tcp"/> endpoint; null for the others.</summary>
    public HostPort? Tcp { get; init; }

    /// <summary>The endpoint as <c>docker --host</c> takes it.</summary>
    public override string ToString() =>
        Scheme switch
        {
            ManagerScheme.Unix => "unix://" + Location,
            ManagerScheme.Npipe => "npipe://" + Location,
            _ => "tcp://" + Location,
        };
}
