using Mullion.Simulation.Engine;

namespace Mullion.Simulation.Snapshots;

/// <summary>Reads a host into keys and values.</summary>
internal static class SnapshotReader
{
    public static IEnumerable<(string Key, string Value)> Read(SimulatedHost host) =>
        [
            .. Machine(host),
            .. Files(host.State),
            .. Services(host.State),
            .. Firewall(host.State),
            .. host.State.Features.Select(f => ($"feature:{f.Key}", f.Value.ToString())),
            .. Network(host),
            .. host.Engine.Peek().SelectMany(Container),
        ];

    private static IEnumerable<(string, string)> Machine(SimulatedHost host)
    {
        var m = host.State.Machine;
        yield return ("machine:name", m.ComputerName);
        yield return ("machine:os", $"{m.Build}.{m.Revision} {m.Edition}{(m.Core ? " core" : "")}");
        yield return ("machine:hardware", $"{m.Processors} {m.MemoryBytes} {m.DiskBytes}");
        yield return ("machine:boots", m.Boot.ToString());
        yield return ("machine:power", m.Down ? "off" : "on");
        yield return ("machine:eventLog", $"{host.State.EventLog.Count} entries");
        yield return ("machine:pendingReboot", string.Join("; ", host.State.PendingReboot));
    }

    private static IEnumerable<(string, string)> Files(HostState state)
    {
        foreach (var f in state.Files.Values)
        {
            var rights =
                (f.ReadOnly ? " read-only" : "") + (f.Access is null ? "" : " " + f.Access);
            yield return f.IsDirectory
                ? ($"folder:{f.Path}", rights)
                : ($"file:{f.Path}", $"{f.Content.Length} bytes {f.Content.Sha256}{rights}");
        }
    }

    private static IEnumerable<(string, string)> Services(HostState state)
    {
        foreach (var s in state.Services.Values)
        {
            var key = $"service:{s.Name}";
            yield return ($"{key}/displayName", s.Config.DisplayName);
            yield return ($"{key}/imagePath", s.Config.ImagePath);
            yield return ($"{key}/start", s.Config.Start.ToString());
            yield return ($"{key}/description", s.Config.Description);
            yield return ($"{key}/dependencies", string.Join(',', s.Config.Dependencies));
            yield return ($"{key}/recovery", s.Config.Recovery.ToString());
            yield return ($"{key}/state", s.State.ToString());
            yield return ($"{key}/markedForDeletion", s.MarkedForDeletion.ToString());
            yield return ($"{key}/exitCode", s.ExitCode.ToString());
            yield return ($"{key}/processId", s.ProcessId.ToString());
        }
    }

    private static IEnumerable<(string, string)> Firewall(HostState state)
    {
        foreach (var r in state.Firewall.Values)
        {
            var key = $"firewall:{r.Id}";
            yield return ($"{key}/displayName", r.DisplayName);
            yield return ($"{key}/description", r.Description);
            yield return ($"{key}/direction", r.Inbound ? "in" : "out");
            yield return ($"{key}/action", r.Allow ? "allow" : "block");
            yield return ($"{key}/protocol", r.Protocol);
            yield return ($"{key}/localPorts", r.LocalPorts);
            yield return ($"{key}/remoteAddresses", r.RemoteAddresses);
            yield return ($"{key}/profiles", r.Profiles);
            yield return ($"{key}/enabled", r.Enabled.ToString());
        }
    }

    private static IEnumerable<(string, string)> Network(SimulatedHost host)
    {
        foreach (var i in host.Network.Stack.Interfaces(waited: true))
        {
            var key = $"interface:{i.Name}";
            yield return ($"{key}/index", i.Index.ToString());
            yield return ($"{key}/mac", i.Mac);
            yield return ($"{key}/physical", i.Physical.ToString());
            yield return ($"{key}/up", i.Up.ToString());
            yield return ($"{key}/addresses", string.Join(',', i.Addresses));
        }

        // By name: the engine makes its nat network anew after a boot, with another id.
        foreach (
            var same in host
                .State.HnsNetworks.OrderBy(n => n.Id, StringComparer.Ordinal)
                .GroupBy(n => n.Name, StringComparer.Ordinal)
        )
        {
            foreach (var (i, n) in same.Index())
            {
                var key = $"hns:{n.Name}{(i == 0 ? "" : $" #{i + 1}")}";
                yield return ($"{key}/name", n.Name);
                yield return ($"{key}/type", n.Type);
                yield return ($"{key}/adapter", n.Adapter ?? "");
            }
        }

        foreach (var r in host.State.Routes.Where(r => !r.Lost))
        {
            yield return (
                $"route:{r.Destination.Replace('/', '_')} {r.Adapter}/nextHop",
                r.NextHop
            );
        }

        foreach (var l in host.State.Listeners)
        {
            yield return ($"listener:{l.Protocol} {l.Port}/program", l.Program);
        }
    }

    private static IEnumerable<(string, string)> Container(SimulatedContainer c)
    {
        var key = $"container:{c.Name}";
        yield return ($"{key}/id", c.Id);
        yield return ($"{key}/image", c.Image);
        yield return ($"{key}/running", c.Running.ToString());
        yield return ($"{key}/task", c.SwarmTask ?? "");
    }
}
