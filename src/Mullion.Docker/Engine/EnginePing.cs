namespace Mullion.Docker.Engine;

/// <summary>The headers of an engine's ping; old engines leave some out.</summary>
/// <param name="ApiVersion">Newest API version offered, such as <c>1.51</c>.</param>
/// <param name="OsType"><c>linux</c> or <c>windows</c>.</param>
/// <param name="Swarm">State in a Swarm, such as <c>inactive</c>, <c>active/worker</c>, <c>active/manager</c>.</param>
public sealed record EnginePing(string? ApiVersion, string? OsType, string? Swarm);
