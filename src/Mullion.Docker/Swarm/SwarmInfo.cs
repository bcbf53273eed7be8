using System.Text.Json;
using System.Text.Json.Serialization;
using Mullion.Docker.Json;

namespace Mullion.Docker.Swarm;

/// <summary>A Swarm as its managers know it.</summary>
public sealed record SwarmInfo
{
    /// <summary>25 characters; also the organisation in every node's certificate.</summary>
    [JsonPropertyName("ID")]
    public string Id { get; init; } = "";

    /// <summary>Version of the cluster object.</summary>
    public ObjectVersion Version { get; init; } = new(0);

    /// <summary>The settings, whole as the engine gave them: an update must send them all.</summary>
    public JsonElement Spec { get; init; }

    /// <summary>What lets nodes join.</summary>
    public SwarmJoinTokens JoinTokens
    {
        get;
        init => field = value ?? new();
    } = new();

    /// <summary>The root that the cluster trusts.</summary>
    [JsonPropertyName("TLSInfo")]
    public SwarmTlsInfo TlsInfo
    {
        get;
        init => field = value ?? new();
    } = new();

    /// <summary>The root CA is being replaced: tokens change when that ends.</summary>
    public bool RootRotationInProgress { get; init; }

    /// <summary>UDP port of VXLAN; 0 is the default, 4789, the only one that Windows can use.</summary>
    public uint DataPathPort { get; init; }

    /// <summary>Pools that overlay networks are cut from.</summary>
    public IReadOnlyList<string> DefaultAddrPool
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Prefix length of each such network.</summary>
    public uint SubnetSize { get; init; }
}
