using System.Text.Json.Serialization;
using Mullion.Docker.Services;

namespace Mullion.Docker.Tasks;

/// <summary>One run of a service's container on a node.</summary>
public sealed record SwarmTask
{
    /// <summary>25 characters.</summary>
    [JsonPropertyName("ID")]
    public string Id { get; init; } = "";

    /// <summary>Its service.</summary>
    [JsonPropertyName("ServiceID")]
    public string? ServiceId { get; init; }

    /// <summary>Which replica it is, from 1; 0 in global services.</summary>
    public int Slot { get; init; }

    /// <summary>Where it runs; null while no node suits.</summary>
    [JsonPropertyName("NodeID")]
    public string? NodeId { get; init; }

    /// <summary>What it runs.</summary>
    public TaskTemplate Spec
    {
        get;
        init => field = value ?? new();
    } = new();

    /// <summary>How far it is.</summary>
    public SwarmTaskStatus Status
    {
        get;
        init => field = value ?? new();
    } = new();

    /// <summary>Where the managers want it: <c>ready</c>, <c>running</c>, <c>shutdown</c>, <c>remove</c>…</summary>
    public string DesiredState { get; init; } = "";
}
