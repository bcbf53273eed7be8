using Mullion.Core.Hosts;
using Mullion.Simulation.Services;

namespace Mullion.Simulation.Features;

/// <summary>
/// What the Containers feature brings: the Host Network Service, the Host Compute Service and HNS' data file. When it goes,
/// networks and vSwitches that nobody deleted stay, and nobody is left who could delete them.
/// </summary>
/// <remarks>Source: the facts on HNS (services hns and vmcompute, <c>HNS.data</c>); the services' start types are those of the AKS image inventories.</remarks>
internal static class ContainersFeature
{
    public const string Name = "Containers";

    /// <summary>HNS' memory of its networks. Windows leaves it when the feature goes.</summary>
    public const string HnsData = @"C:\ProgramData\Microsoft\Windows\HNS\HNS.data";

    private const string SvcHost = @"C:\Windows\system32\svchost.exe -k NetSvcs";

    /// <summary>Makes the host's services fit the feature's state.</summary>
    public static void Apply(SimulatedHost host)
    {
        var on = host.State.Features.GetValueOrDefault(Name) is FeatureState.Enabled;
        foreach (
            var (name, display) in new[]
            {
                ("hns", "Host Network Service"),
                ("vmcompute", "Hyper-V Host Compute Service"),
            }
        )
        {
            if (!on)
            {
                host.State.Services.Remove(name);
            }
            else if (!host.State.Services.ContainsKey(name))
            {
                host.State.Services[name] = new SimulatedService(
                    new ServiceConfig(
                        name,
                        display,
                        SvcHost,
                        ServiceStart.Manual,
                        "",
                        [],
                        ServiceRecovery.None
                    )
                );
            }
        }

        if (on && host.Store.Find(HnsData) is null)
        {
            host.Store.WriteSafely(HnsData, []);
        }
    }
}
