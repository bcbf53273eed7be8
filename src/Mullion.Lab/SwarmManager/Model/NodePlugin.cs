namespace Mullion.Lab.SwarmManager.Model;

/// <summary>A plugin that an engine has, such as <c>Network</c> <c>overlay</c>.</summary>
internal sealed record NodePlugin(string Type, string Name);
