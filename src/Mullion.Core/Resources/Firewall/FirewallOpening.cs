using System.Text.Json.Serialization;

namespace Mullion.Core.Resources.Firewall;

/// <summary>An inbound rule that lets cluster traffic in. Known by the id Mullion gives it, never by its display name.</summary>
public sealed record FirewallOpening : Resource
{
    internal const string KindName = "firewall";

    /// <summary><c>TCP</c> or <c>UDP</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>Local ports, comma separated.</summary>
    public required string LocalPorts { get; init; }

    /// <summary>What the traffic is.</summary>
    public required string Purpose { get; init; }

    /// <summary>What people see it as in the list of rules; null for what Mullion makes of the purpose.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DisplayName { get; init; }

    /// <summary>Who is let in: addresses and networks, comma separated; null for everybody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RemoteAddresses { get; init; }

    /// <summary>The rule's id on the host.</summary>
    [JsonIgnore]
    public string RuleId => $"Mullion-{Name}";

    /// <inheritdoc/>
    protected override string ItsKind => KindName;

    /// <inheritdoc/>
    protected override string ItsTitle => $"inbound {Protocol} {LocalPorts}: {Purpose}";
}
