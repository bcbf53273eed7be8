namespace Mullion.Core.Hosts;

/// <summary>The service control manager. What was changed is safe from a power cut when a call returns.</summary>
/// <remarks>
/// Windows writes its registry hives to the disk some seconds late, and the journal, which is flushed, would then remember what
/// the hive forgot: above all a rule or a service taken back that is there again. So an implementation flushes the hive (RegFlushKey
/// of HKLM\SYSTEM) before it returns. Source: documentation of RegFlushKey.
/// </remarks>
public interface IHostServices
{
    /// <summary>A service's configuration and state; null when there is none of that name.</summary>
    /// <remarks>A service marked for deletion is still found, with <see cref="ServiceInfo.MarkedForDeletion"/>.</remarks>
    ServiceInfo? Find(string name);

    /// <summary>Makes a service, stopped.</summary>
    void Create(ServiceConfig config);

    /// <summary>Replaces a service's configuration; a running one takes it up at its next start.</summary>
    void Configure(ServiceConfig config);

    /// <summary>Asks a service to start; it may be <see cref="ServiceState.StartPending"/> for a while after.</summary>
    Task StartAsync(string name, CancellationToken cancellation);

    /// <summary>Asks a service to stop; it may be <see cref="ServiceState.StopPending"/> for a while after.</summary>
    Task StopAsync(string name, CancellationToken cancellation);

    /// <summary>Deletes a stopped service; it stays, marked for deletion, while somebody holds a handle to it.</summary>
    void Delete(string name);
}
