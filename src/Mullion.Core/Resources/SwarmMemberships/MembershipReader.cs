using Mullion.Core.Hosts;
using Mullion.Core.Resources.Engines;
using Mullion.Core.Secrets;

namespace Mullion.Core.Resources.SwarmMemberships;

/// <summary>Reads a membership from the engine and from the files it keeps of it.</summary>
internal sealed class MembershipReader(IHost host)
{
    public const string State = "state";
    public const string Error = "error";
    public const string Cluster = "cluster";
    public const string NodeId = "nodeId";
    public const string ListenAddress = "listenAddress";
    public const string AdvertiseAddress = "advertiseAddress";
    public const string DataPathAddress = "dataPathAddress";

    private readonly SettledEngine _engine = new(host);

    /// <summary>Null when the host is in no swarm.</summary>
    public async Task<ResourceState?> ReadAsync(CancellationToken cancellation)
    {
        var info = await _engine.InfoAsync(cancellation);
        var data = info?.DataRoot ?? HostPaths.EngineData;
        var root = $@"{data}\swarm\certificates\swarm-root-ca.crt";
        var certificate = $@"{data}\swarm\certificates\swarm-node.crt";

        // Without the node's certificate there is no membership, whatever a join that was cut short has left. Nor is there one
        // that anybody could use or leave where the engine's service is gone.
        if (new[] { root, certificate }.Any(f => host.Files.Find(f) is null) || Gone(info))
        {
            return null;
        }

        var file = EngineStateFile.Find(host.Files, data);
        var state = new ResourceState((State, info?.Swarm.State ?? "engine does not answer"));
        return state
            .With(Error, Text(Redaction.Redact(info?.Swarm.Error ?? "")))
            .With(Cluster, RootDigest.Of(host.Files.ReadAllBytes(root)))
            .With(NodeId, Text(info?.Swarm.NodeId))
            .With(ListenAddress, Text(file?.ListenAddress))
            .With(AdvertiseAddress, Host(Text(info?.Swarm.NodeAddress) ?? file?.AdvertiseAddress))
            .With(DataPathAddress, Host(file?.DataPathAddress));
    }

    private bool Gone(EngineInfo? info) =>
        info is null && host.Services.Find(SettledEngine.Service) is null;

    private static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;

    // The engine keeps an advertised address with the port, and shows it without.
    private static string? Host(string? address) => Text(address?.Split(':')[0]);
}
