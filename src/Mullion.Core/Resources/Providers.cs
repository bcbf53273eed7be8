using Mullion.Core.Hosts;
using Mullion.Core.Resources.ClusterNodes;
using Mullion.Core.Resources.DaemonSettings;
using Mullion.Core.Resources.EngineCertificates;
using Mullion.Core.Resources.EngineEndpoints;
using Mullion.Core.Resources.EngineImages;
using Mullion.Core.Resources.Engines;
using Mullion.Core.Resources.Files;
using Mullion.Core.Resources.Firewall;
using Mullion.Core.Resources.HostRequirements;
using Mullion.Core.Resources.Programs;
using Mullion.Core.Resources.Services;
using Mullion.Core.Resources.SwarmMemberships;
using Mullion.Core.Resources.WindowsFeatures;

namespace Mullion.Core.Resources;

/// <summary>All providers there are, by side.</summary>
public static class Providers
{
    /// <summary>Those that work on a host.</summary>
    public static ProviderSet For(IHost host) =>
        new(
            new WindowsHostProvider(host),
            new HostInterfaceProvider(host),
            new FreePortsProvider(host),
            new WindowsFeatureProvider(host),
            new HostFileProvider(host),
            new HostFolderProvider(host),
            new ProgramPackageProvider(host),
            new EnginePackageProvider(host),
            new RunningEngineProvider(host),
            new EngineCertificateProvider(host),
            new EngineSettingsProvider(host),
            new ServiceProvider(host),
            new EngineEndpointProvider(host),
            new EngineImageProvider(host),
            new FirewallOpeningProvider(host),
            new SwarmMembershipProvider(host)
        );

    /// <summary>Those that work through a cluster's API.</summary>
    public static ProviderSet For(ClusterSide side) =>
        new(
            new ClusterNodeProvider(side),
            new NodeReadyProvider(side),
            new NodeLabelProvider(side)
        );
}
