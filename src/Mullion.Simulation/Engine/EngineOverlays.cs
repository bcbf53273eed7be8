using Mullion.Core.Hosts;
using Mullion.Simulation.Network;
using Mullion.Simulation.Quirks;

namespace Mullion.Simulation.Engine;

/// <summary>The overlay networks that a running dockerd made in HNS for its swarm. Call with the host held.</summary>
/// <remarks>
/// Swarms tell a simulated node of ingress only. moby releases ingress and attachable networks when it stops or leaves; one that
/// only services use goes with its last task, as in a drain.
/// </remarks>
internal sealed class EngineOverlays(SimulatedHost host, string service)
{
    private readonly HashSet<string> _own = [];

    /// <summary>How long it takes to release them.</summary>
    public TimeSpan ReleaseTime =>
        _own.Count == 0 ? TimeSpan.Zero
        : OverlayLeftBehind.TimesOut(host) ? OverlayLeftBehind.Patience
        : SlowHns.DeleteTime(host);

    private IReadOnlyList<SimulatedHnsNetwork> All =>
        [.. host.State.HnsNetworks.Where(n => n is { Type: "overlay", MadeByEngine: true })];

    /// <summary>The process ran already and its host is only taken up again: what there is, it made.</summary>
    public void TakeUp() => _own.UnionWith(All.Select(n => n.Name));

    /// <summary>Makes those that the swarm tells of.</summary>
    /// <returns>Why one could not be made; null when all are there.</returns>
    public string? Make(IReadOnlyList<string> networkIds)
    {
        if (!OverlayNeedsUpdate.HasOverlay(host))
        {
            return "\"plugin not found\"";
        }

        // The engine takes up what it finds in HNS and deletes it when it makes a network with the same name or VXLAN id, as every
        // ingress has (moby, libnetwork/drivers/windows/overlay: restoreHNSNetworks, CreateNetwork).
        Delete(All.Where(n => !_own.Contains(n.Name)));
        string? error = null;
        foreach (var id in networkIds)
        {
            switch (host.Network.Stack.CreateOverlay(id))
            {
                case 0:
                    _own.Add(id);
                    break;
                case NetworkStack.AdapterNotFound:
                    error = "HNS failed with error : An adapter was not found. ";
                    break;
                case WindowsError.ServiceNotActive:
                    error = "HNS failed with error : The service has not been started. ";
                    break;
                default:
                    break;
            }
        }

        return error;
    }

    /// <summary>
    /// Takes them down, when the engine is told to stop or to leave. Those that an earlier process left are not its own: moby
    /// releases the ingress that it set up itself.
    /// </summary>
    public void Release()
    {
        var own = All.Where(n => _own.Contains(n.Name)).ToList();
        _own.Clear();
        if (own.Count > 0 && OverlayLeftBehind.TimesOut(host))
        {
            host.WriteEvent(
                $"{service}: warning: timeout while waiting for ingress network removal"
            );
            return;
        }

        Delete(own);
    }

    private void Delete(IEnumerable<SimulatedHnsNetwork> networks)
    {
        if (host.IsOff("hns"))
        {
            return;
        }

        foreach (var network in networks)
        {
            host.Network.Stack.Delete(network);
        }
    }
}
