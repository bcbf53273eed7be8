using System.Text.Json.Serialization;
using Mullion.Docker.Swarm;

namespace Mullion.Docker.Nodes;

/// <summary>What a node says of itself.</summary>
public sealed record NodeDescription
{
    /// <summary>Host name.</summary>
    public string Hostname { get; init; } = "";

    /// <summary>Operating system and processor.</summary>
    public NodePlatform Platform
    {
        get;
        init => field = value ?? new();
    } = new();

    /// <summary>What it has.</summary>
    public NodeResources Resources
    {
        get;
        init => field = value ?? new();
    } = new();

    /// <summary>Its engine.</summary>
    public NodeEngine Engine
    {
        get;
        init => field = value ?? new();
    } = new();

    /// <summary>What it trusts, and who issued its certificate.</summary>
    [JsonPropertyName("TLSInfo")]
    public SwarmTlsInfo? TlsInfo { get; init; }
}
