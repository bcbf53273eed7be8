namespace Mullion.Docker.Swarm;

/// <summary>The join tokens of a Swarm: secrets, which is why this never prints them.</summary>
public sealed class SwarmJoinTokens
{
    /// <summary>Lets a node join as a worker.</summary>
    public string Worker { get; init; } = "";

    /// <summary>Lets a node join as a manager.</summary>
    public string Manager { get; init; } = "";

    /// <inheritdoc />
    public override string ToString() => Core.Secrets.Redaction.Hidden;
}
