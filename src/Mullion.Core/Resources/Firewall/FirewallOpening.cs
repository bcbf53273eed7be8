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

    /// <summary>The rule's id on the host.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string RuleId => $"Mullion-{Name}";

    /// <inheritdoc/>
    protected override string ItsKind => KindName;

    /// <inheritdoc/>
    protected override string ItsTitle => $"inbound {Protocol} {LocalPorts}: {Purpose}";
}
