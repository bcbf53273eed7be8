using System.Text.Json.Serialization;

namespace Mullion.Core.Resources;

/// <summary>
/// The parts of a node's life as people name them. A way to read a plan, and where <c>--until</c> stops a run: the
/// order of work comes from After edges alone.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<Heading>))]
public enum Heading
{
    /// <summary>What Windows itself must be and have.</summary>
    [JsonStringEnumMemberName("prepare")]
    Prepare,

    /// <summary>The container engine.</summary>
    [JsonStringEnumMemberName("runtime")]
    Runtime,

    /// <summary>Firewall and networks.</summary>
    [JsonStringEnumMemberName("network")]
    Network,

    /// <summary>Becoming a member of the cluster.</summary>
    [JsonStringEnumMemberName("join")]
    Join,

    /// <summary>The cluster confirms.</summary>
    [JsonStringEnumMemberName("verify")]
    Verify,
}
