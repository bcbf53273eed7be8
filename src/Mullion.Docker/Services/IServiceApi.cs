namespace Mullion.Docker.Services;

/// <summary>Services of a Swarm; only managers answer.</summary>
public interface IServiceApi
{
    /// <summary>All services.</summary>
    Task<IReadOnlyList<SwarmService>> ListAsync(CancellationToken cancellation = default);

    /// <summary>Makes a service.</summary>
    /// <returns>Its id.</returns>
    Task<string> CreateAsync(ServiceSpec spec, CancellationToken cancellation = default);

    /// <summary>One service by id or name; 404 when there is none.</summary>
    Task<SwarmService> InspectAsync(string id, CancellationToken cancellation = default);

    /// <summary>Deletes a service and with it its tasks.</summary>
    Task DeleteAsync(string id, CancellationToken cancellation = default);
}
