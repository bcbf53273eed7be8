using Mullion.Lab.SwarmManager.Model;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Wire;

/// <summary>The network that every node is attached to. Engines rely on its address plan being there.</summary>
internal static class IngressMessage
{
    public static Network Of(SwarmState state)
    {
        var driver = new Driver { Name = "overlay" };
        driver.Options.Add("com.docker.network.driver.overlay.vxlanid_list", "4096");
        return new Network
        {
            Id = state.IngressId,
            Meta = NodeMessages.Meta(1, state.CreatedAt, state.CreatedAt),
            Spec = new NetworkSpec
            {
                Annotations = new Annotations { Name = "ingress" },
                DriverConfig = new Driver { Name = "overlay" },
                Ipam = AddressPlan(),
                Ingress = true,
            },
            DriverState = driver,
            Ipam = AddressPlan(),
        };
    }

    private static IpamOptions AddressPlan()
    {
        var plan = new IpamOptions { Driver = new Driver { Name = "default" } };
        plan.Configs.Add(
            new IpamConfig
            {
                Family = AddressFamily.Ipv4,
                Subnet = "10.0.0.0/24",
                Gateway = "10.0.0.1",
            }
        );
        return plan;
    }
}
