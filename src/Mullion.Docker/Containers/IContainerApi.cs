namespace Mullion.Docker.Containers;

/// <summary>Containers of one engine.</summary>
public interface IContainerApi
{
    /// <summary>Running containers, or all.</summary>
    Task<IReadOnlyList<ContainerSummary>> ListAsync(
        bool all = false,
        CancellationToken cancellation = default
    );

    /// <summary>One container by id or name; 404 when there is none.</summary>
    Task<ContainerDetails> InspectAsync(string id, CancellationToken cancellation = default);

    /// <summary>Removes a container; a running one only with <paramref name="force"/>.</summary>
    Task RemoveAsync(string id, bool force = false, CancellationToken cancellation = default);
}
