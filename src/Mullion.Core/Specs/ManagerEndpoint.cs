namespace Mullion.Core.Specs;

/// <summary>
/// The Engine API of a swarm manager, written as Docker's own tools write it: <c>unix:///var/run/docker.sock</c>,
/// <c>npipe:////./pipe/docker_engine</c>, <c>tcp://manager:2376</c>; <c>https://ucp</c>; or <c>context:NAME</c> or <c>bundle:FOLDER</c>, where it
/// stands with its certificates.
/// </summary>
/// <param name="Scheme">How it is reached.</param>
/// <param name="Location">What follows <c>scheme://</c>: a socket path, a pipe path, or <c>host:port</c>; the context's name, or the folder as written.</param>
public sealed record ManagerEndpoint(ManagerScheme Scheme, string Location)
{
    /// <summary>The host and port of a <see cref="ManagerScheme.Tcp"/> or <see cref="ManagerScheme.Https"/> endpoint; null for the others.</summary>
    public HostPort? Tcp { get; init; }

    /// <summary>The <see cref="Location"/> that means the context which docker itself would use now.</summary>
    public const string CurrentContext = "current";

    /// <summary>The folder of a <see cref="ManagerScheme.Bundle"/>; null for the others.</summary>
    public FileReference? Folder { get; init; }

    /// <summary>The endpoint as it is written.</summary>
    public override string ToString() =>
        Scheme switch
        {
            ManagerScheme.Unix => "unix://" + Location,
            ManagerScheme.Npipe => "npipe://" + Location,
            ManagerScheme.Https => "https://" + Location,
            ManagerScheme.Context => "context:" + Location,
            ManagerScheme.Bundle => "bundle:" + Location,
            _ => "tcp://" + Location,
        };
}
