namespace Mullion.Core.Hosts;

/// <summary>Optional features of Windows, as DISM knows them.</summary>
public interface IHostFeatures
{
    /// <summary>A feature's state.</summary>
    /// <exception cref="HostException"><see cref="WindowsError.UnknownFeature"/> where this Windows has none of that name.</exception>
    FeatureState Find(string name);

    /// <summary>Enables a feature; afterwards it is enabled or waits for a restart.</summary>
    Task EnableAsync(string name, CancellationToken cancellation);

    /// <summary>Disables a feature; afterwards it is disabled or waits for a restart.</summary>
    Task DisableAsync(string name, CancellationToken cancellation);
}
