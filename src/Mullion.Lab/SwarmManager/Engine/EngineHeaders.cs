namespace Mullion.Lab.SwarmManager.Engine;

/// <summary>Headers that answers of the Engine API carry.</summary>
internal static class EngineHeaders
{
    public static IReadOnlyList<(string Name, string Value)> All { get; } =
    [
        ("Api-Version", EngineJson.ApiVersion),
        ("Docker-Experimental", "false"),
        ("Ostype", "linux"),
        ("Server", "Docker/20.10.24 (linux; simulated by Mullion)"),
    ];
}
