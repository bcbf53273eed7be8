using System.IO.Compression;
using Mullion.Core.Hosts;
using Mullion.Simulation.Engine;
using Mullion.Simulation.Tests.Swarm;

namespace Mullion.Simulation.Tests;

/// <summary>What an installer does on a host, by the contract only: tests share it.</summary>
internal static class Story
{
    public const string PackageUrl = "https://packages.example/docker.zip";

    public static readonly SimulatedEnginePackage Package = SimulatedEnginePackage.Create("28.2.2");

    public static readonly ServiceConfig Docker = new(
        "docker",
        "Docker Engine",
        "\"C:\\Program Files\\docker\\dockerd.exe\" --run-service",
        ServiceStart.Automatic,
        "",
        [],
        new ServiceRecovery(
            [TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(15)],
            TimeSpan.FromDays(1)
        )
    );

    public static readonly FirewallRule Rule = new(
        "mullion-shop-2377",
        "Swarm 2377",
        "",
        Inbound: true,
        Allow: true,
        "TCP",
        "2377",
        "Any",
        "Any",
        Enabled: true
    );

    public static SimulatedWorld World(
        InMemorySwarm? swarm = null,
        SimulatedEnginePackage? package = null
    ) =>
        new()
        {
            Swarm = swarm ?? new InMemorySwarm(),
            Web = new Mullion.Simulation.Downloads.SimulatedWeb().Add(
                PackageUrl,
                (package ?? Package).Zip
            ),
        };

    public static SwarmJoin Join(InMemorySwarm swarm) =>
        new(swarm.Managers, swarm.WorkerToken, "0.0.0.0:2377", "10.0.0.21", "10.0.0.21", "active");

    public static async Task InstallAsync(SimulatedHost host)
    {
        IHost h = host;
        h.Files.EnsureDirectory(HostPaths.Cache);
        await h.Downloads.FetchAsync(
            new Uri(PackageUrl),
            HostPaths.Cache + @"\p.zip",
            null,
            default
        );
        h.Files.Flush(HostPaths.Cache + @"\p.zip");
        h.Files.EnsureDirectory(HostPaths.EnginePrograms);
        using (
            var zip = new ZipArchive(
                h.Files.OpenRead(HostPaths.Cache + @"\p.zip"),
                ZipArchiveMode.Read
            )
        )
        {
            foreach (var entry in zip.Entries)
            {
                using var content = entry.Open();
                h.Files.WriteAtomically(HostPaths.EnginePrograms + @"\" + entry.Name, content);
            }
        }

        await h.Features.EnableAsync("Containers", default);
        if (h.Features.Find("Containers") is FeatureState.EnablePending)
        {
            h.System.Reboot("Containers");
            host.Boot();
        }

        h.Services.Create(Docker);
        h.Firewall.Add(Rule);
        await StartAsync(h, "docker");
    }

    public static async Task StartAsync(IHost h, string service)
    {
        await h.Services.StartAsync(service, default);
        await SettledAsync(h, service);
    }

    public static async Task StopAsync(IHost h, string service)
    {
        await h.Services.StopAsync(service, default);
        await SettledAsync(h, service);
    }

    public static async Task SettledAsync(IHost h, string service)
    {
        while (
            h.Services.Find(service)?.State is ServiceState.StartPending or ServiceState.StopPending
        )
        {
            await Task.Delay(TimeSpan.FromSeconds(1), h.Clock);
        }
    }

    public static void DestroyLayers(IHost h)
    {
        foreach (var layer in h.Files.List(HostPaths.EngineData + @"\windowsfilter"))
        {
            h.Files.DestroyLayer(layer.Path);
        }
    }

    public static async Task RemoveAsync(SimulatedHost host)
    {
        IHost h = host;
        if ((await h.Engine.InfoAsync(default))?.Swarm.State is not ("inactive" or null))
        {
            await h.Engine.LeaveSwarmAsync(force: false, default);
        }

        await StopAsync(h, "docker");
        h.Services.Delete("docker");
        while (h.Services.Find("docker") is not null)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), h.Clock);
        }

        foreach (var network in h.Network.HnsNetworks())
        {
            await h.Network.DeleteHnsNetworkAsync(network.Id, default);
        }

        h.Firewall.Remove(Rule.Id);
        h.Files.DeleteTree(HostPaths.EnginePrograms);
        DestroyLayers(h);
        h.Files.DeleteTree(HostPaths.EngineData);
        h.Files.DeleteTree(HostPaths.Mullion);
        await h.Features.DisableAsync("Containers", default);
        h.System.Reboot("Containers");
        host.Boot();
        await Task.Delay(TimeSpan.FromMinutes(1), h.Clock);
    }
}
