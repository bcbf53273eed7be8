using System.Net;
using Mullion.Core.Hosts;

namespace Mullion.Simulation.Engine;

/// <summary>What an engine makes of the addresses in a request to join (moby, daemon/cluster/listen_addr.go).</summary>
internal sealed class SwarmAddresses(SimulatedHost host)
{
    /// <summary>Refuses what the engine refuses.</summary>
    public void Check(SwarmJoin request)
    {
        if (request.Managers.Count == 0)
        {
            throw Error(EngineErrors.BadRequest, EngineErrors.NoRemote);
        }

        if (request.Availability is not ("active" or "pause" or "drain"))
        {
            throw Error(
                EngineErrors.BadRequest,
                $"invalid Availability: \"{request.Availability}\""
            );
        }

        RequireOneAddress(HostOf(request.ListenAddress));
        if (Resolve(request.ListenAddress) is null)
        {
            throw Error(EngineErrors.BadRequest, EngineErrors.BadListenAddress);
        }

        if (request.DataPathAddress is { } data)
        {
            RequireOneAddress(data);
            if (DataPath(data) is null)
            {
                throw Error(EngineErrors.BadRequest, EngineErrors.BadDataPathAddress);
            }
        }
    }

    /// <summary>What the engine writes down when it begins to join.</summary>
    public SwarmNodeState StateOf(SwarmJoin request) =>
        new()
        {
            RemoteAddr = request.Managers[0],
            ListenAddr = WithPort(Resolve(request.ListenAddress)!),
            // An address that cannot be resolved is left out: the manager sees where the node comes from.
            AdvertiseAddr =
                request.AdvertiseAddress is { } a && Resolve(a) is { } advertise
                    ? WithPort(advertise)
                    : "",
            DataPathAddr = request.DataPathAddress is { } d ? DataPath(d)! : "",
            JoinInProgress = true,
        };

    /// <summary>An address as given, or the address of the interface of that name, with its port if one was given.</summary>
    private string? Resolve(string address)
    {
        var name = HostOf(address);
        var found = IPAddress.TryParse(name, out _) ? name : OnlyAddressOf(name);
        return found is null ? null : found + address[name.Length..];
    }

    /// <summary>As moby's resolveInputIPAddr: no port, and not the unspecified address.</summary>
    private string? DataPath(string address) =>
        OnlyAddressOf(address)
        ?? (
            IPAddress.TryParse(address, out var ip)
            && !ip.Equals(IPAddress.Any)
            && !ip.Equals(IPAddress.IPv6Any)
                ? address
                : null
        );

    private string? OnlyAddressOf(string name) =>
        AddressesOf(name) is [var address] ? address : null;

    private void RequireOneAddress(string name)
    {
        if (AddressesOf(name) is [var first, var second, ..])
        {
            throw Error(
                EngineErrors.BadRequest,
                $"interface {name} has more than one IPv4 address ({first} and {second})"
            );
        }
    }

    private List<string> AddressesOf(string name) =>
        [
            .. host
                .Network.Stack.UsableAddresses()
                .Where(a => string.Equals(a.Interface, name, StringComparison.OrdinalIgnoreCase))
                .Select(a => a.Address),
        ];

    /// <summary>An address without its port.</summary>
    public static string HostOf(string address) =>
        address.LastIndexOf(':') is > 0 and var colon ? address[..colon] : address;

    private static string WithPort(string address) =>
        address.Contains(':') ? address : address + ":2377";

    private static HostException Error(int status, string text) =>
        EngineErrors.Of("engine.join", "swarm", status, text);
}
