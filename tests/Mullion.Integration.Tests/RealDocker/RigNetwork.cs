using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Mullion.Integration.Tests.RealDocker;

/// <summary>
/// A network namespace of its own for one dockerd, joined to this machine by a veth pair with a 10.99.x.0/24:
/// the manager has .1, this side .2. Nothing else of the machine's network is touched.
/// </summary>
internal sealed class RigNetwork : IAsyncDisposable
{
    private const string Prefix = "mullion-rig-";
    private static readonly Lazy<Task> Leftovers = new(RemoveLeftoversAsync);
    private static int count;

    private readonly string hostSide;

    private RigNetwork(string name, int subnet, string hostSide)
    {
        Name = name;
        ManagerAddress = $"10.99.{subnet}.1";
        HostAddress = $"10.99.{subnet}.2";
        this.hostSide = hostSide;
    }

    public string Name { get; }

    public string ManagerAddress { get; }

    public string HostAddress { get; }

    public string NamespaceFile => $"/var/run/netns/{Name}";

    public static async Task<RigNetwork> CreateAsync()
    {
        await Leftovers.Value;
        var number = Interlocked.Increment(ref count);
        var id = $"{Environment.ProcessId}-{number}";
        var subnet = FreeSubnet(number);
        var network = new RigNetwork(Prefix + id, subnet, $"mr{subnet}h");
        var inside = $"mr{subnet}n";
        await Ip("netns", "add", network.Name);
        try
        {
            await Ip("link", "add", network.hostSide, "type", "veth", "peer", "name", inside);
            await Ip("link", "set", inside, "netns", network.Name);
            await Ip("addr", "add", $"{network.HostAddress}/24", "dev", network.hostSide);
            await Ip("link", "set", network.hostSide, "up");
            await Ip(
                "-n",
                network.Name,
                "addr",
                "add",
                $"{network.ManagerAddress}/24",
                "dev",
                inside
            );
            await Ip("-n", network.Name, "link", "set", inside, "up");
            await Ip("-n", network.Name, "link", "set", "lo", "up");
            return network;
        }
        catch
        {
            await network.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes the cable out: what is sent is lost, as when a host vanishes.</summary>
    public Task UnplugAsync() => Ip("link", "set", hostSide, "down");

    public Task PlugInAsync() => Ip("link", "set", hostSide, "up");

    public async ValueTask DisposeAsync()
    {
        // The pair goes with the namespace, but not at once; the name must be free again now.
        if (NetworkInterface.GetAllNetworkInterfaces().Any(i => i.Name == hostSide))
        {
            await Ip("link", "del", hostSide);
        }

        await Ip("netns", "del", Name);
    }

    /// <summary>Namespaces and folders of test runs that were killed.</summary>
    private static async Task RemoveLeftoversAsync()
    {
        foreach (var line in (await Ip("netns", "list")).Split('\n'))
        {
            var name = line.Split(' ')[0];
            if (
                name.StartsWith(Prefix, StringComparison.Ordinal)
                && !Directory.Exists($"/proc/{name[Prefix.Length..].Split('-')[0]}")
            )
            {
                await Ip("netns", "del", name);
                await RigFolder.RemoveAsync(name);
            }
        }
    }

    private static int FreeSubnet(int number)
    {
        var used = NetworkInterface
            .GetAllNetworkInterfaces()
            .SelectMany(i => i.GetIPProperties().UnicastAddresses)
            .Where(a => a.Address.AddressFamily == AddressFamily.InterNetwork)
            .Select(a => a.Address.GetAddressBytes())
            .Where(b => b[0] == 10 && b[1] == 99)
            .Select(b => (int)b[2])
            .ToHashSet();
        var first = (Environment.ProcessId + number) % 250;
        return Enumerable
            .Range(0, 250)
            .Select(i => 1 + ((first + i) % 250))
            .First(s => !used.Contains(s));
    }

    private static Task<string> Ip(params string[] arguments) => Shell.RunAsync("ip", arguments);
}
