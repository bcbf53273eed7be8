namespace Mullion.Core.Hosts;

/// <summary>
/// A Windows machine as Mullion sees it, facet by facet. Implementations: the simulated host (rung 2) and Win32 (rung 5).
/// </summary>
/// <remarks>
/// Facets report what is there, in Windows' own terms, and never guess: what could not be read throws <see cref="HostException"/>,
/// because "could not tell" is not "absent". Quick calls are synchronous, as in Win32; calls that wait are asynchronous.
/// </remarks>
public interface IHost
{
    /// <summary>The host's clock. Everything that waits or stamps a time on this host uses it.</summary>
    TimeProvider Clock { get; }

    /// <summary>What machine this is.</summary>
    IHostSystem System { get; }

    /// <summary>Files and folders.</summary>
    IHostFiles Files { get; }

    /// <summary>The service control manager.</summary>
    IHostServices Services { get; }

    /// <summary>Windows Defender Firewall rules and profiles.</summary>
    IHostFirewall Firewall { get; }

    /// <summary>Optional Windows features (DISM).</summary>
    IHostFeatures Features { get; }

    /// <summary>Network interfaces, listening ports and HNS objects.</summary>
    IHostNetwork Network { get; }

    /// <summary>Downloads onto the host.</summary>
    IHostDownloads Downloads { get; }

    /// <summary>The container engine behind its named pipe.</summary>
    IHostEngine Engine { get; }
}
