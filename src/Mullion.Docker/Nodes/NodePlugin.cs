namespace Mullion.Docker.Nodes;

/// <summary>A plugin of a node's engine.</summary>
/// <param name="Type"><c>Network</c>, <c>Volume</c> or <c>Log</c>.</param>
/// <param name="Name">Such as <c>overlay</c>.</param>
public sealed record NodePlugin(string Type, string Name);
