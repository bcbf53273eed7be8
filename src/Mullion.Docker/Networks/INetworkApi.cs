namespace Mullion.Docker.Networks;

/// <summary>Networks of one engine.</summary>
public interface INetworkApi
{
    /// <summary>All networks that the engine knows.</summary>
    Task<IReadOnlyList<DockerNetwork>> ListAsync(CancellationToken cancellation = default);
}
