namespace Mullion.Docker.Engine;

/// <summary>Names of an engine's plugins, built in or added.</summary>
public sealed record EnginePlugins
{
    /// <summary>Network drivers.</summary>
    public IReadOnlyList<string> Network
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Volume drivers.</summary>
    public IReadOnlyList<string> Volume
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Log drivers.</summary>
    public IReadOnlyList<string> Log
    {
        get;
        init => field = value ?? [];
    } = [];
}
