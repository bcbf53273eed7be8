namespace Mullion.Core.Hosts;

/// <summary>The container engine on the host, through its named pipe.</summary>
public interface IHostEngine
{
    /// <summary>What the engine says of itself; null while nothing answers on the pipe.</summary>
    Task<EngineInfo?> InfoAsync(CancellationToken cancellation);

    /// <summary>All containers, running or not, swarm tasks included.</summary>
    Task<IReadOnlyList<EngineContainer>> ContainersAsync(CancellationToken cancellation);

    /// <summary>
    /// Speaks to the engine over TLS, as its clients do: from this host, checking its certificate and showing one of ours.
    /// </summary>
    /// <returns>SHA-256 of the certificate that the engine showed, lower-case hex.</returns>
    /// <exception cref="HostException">Nothing listens there, or one of both does not trust the other.</exception>
    Task<string> PingOverTlsAsync(EngineTlsCall call, CancellationToken cancellation);

    /// <summary>
    /// Joins a swarm. Returns when the engine says it has joined, or when its own limit of 20 s has passed and it goes on
    /// in the background: read <see cref="InfoAsync"/> to learn which.
    /// </summary>
    Task JoinSwarmAsync(SwarmJoin request, CancellationToken cancellation);

    /// <summary>Leaves the swarm; the managers are not told.</summary>
    Task LeaveSwarmAsync(bool force, CancellationToken cancellation);

    /// <summary>Whether the engine has an image of this name.</summary>
    Task<bool> HasImageAsync(string reference, CancellationToken cancellation);

    /// <summary>Pulls an image from its registry; what came of an earlier attempt is used again.</summary>
    /// <param name="request">What to pull, and as whom.</param>
    /// <param name="progress">Bytes of its layers so far, in this attempt.</param>
    /// <param name="cancellation">Stops pulling.</param>
    /// <exception cref="HostException">In the engine's words: it is not there, is not for this Windows, or not for this user.</exception>
    Task PullImageAsync(
        ImagePull request,
        IProgress<ImageProgress>? progress,
        CancellationToken cancellation
    );

    /// <summary>Loads all images that a tar archive on the host holds, as <c>docker load</c> does.</summary>
    /// <returns>The names of the images that it held.</returns>
    Task<IReadOnlyList<string>> LoadImagesAsync(string path, CancellationToken cancellation);

    /// <summary>
    /// Removes a name of an image, and the image with its last name. What other images share stays.
    /// </summary>
    /// <exception cref="HostException">A container uses it.</exception>
    Task RemoveImageAsync(string reference, CancellationToken cancellation);

    /// <summary>
    /// Runs a container to its end and removes it, as <c>docker container run --rm</c> does. An engine that went down under it removes it
    /// when it starts again (moby, daemon/daemon.go: restore, AutoRemove).
    /// </summary>
    /// <exception cref="HostException">It does not start, or the engine went away.</exception>
    Task<ContainerResult> RunContainerAsync(ContainerRun run, CancellationToken cancellation);
}
