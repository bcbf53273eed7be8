using System.Text.Json.Serialization;
using Mullion.Docker.Json;

namespace Mullion.Docker.Nodes;

/// <summary>A node of a Swarm as the managers see it.</summary>
public sealed record SwarmNode
{
    /// <summary>25 characters.</summary>
    [JsonPropertyName("ID")]
    public string Id { get; init; } = "";

    /// <summary>To be named by an update.</summary>
    public ObjectVersion Version { get; init; } = new(0);

    /// <summary>When the node object was made, that is: joined.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>What is wanted of it.</summary>
    public NodeSpec Spec { get; init; } = new();

    /// <summary>What it says of itself.</summary>
    public NodeDescription Description
    {
        get;
        init => field = value ?? new();
    } = new();

    /// <summary>How the managers see it.</summary>
    public NodeStatus Status
    {
        get;
        init => field = value ?? new();
    } = new();

    /// <summary>Only of managers.</summary>
    public NodeManagerStatus? ManagerStatus { get; init; }

    /// <summary>Host name, as the list shows it.</summary>
    [JsonIgnore]
    public string Hostname => Description.Hostname;

    /// <summary>The managers get its heartbeats.</summary>
    [JsonIgnore]
    public bool IsReady => Status.State == "ready";

    /// <summary>The managers miss its heartbeats; only now may it be deleted without force.</summary>
    [JsonIgnore]
    public bool IsDown => Status.State == "down";
}
