namespace Mullion.Docker.Nodes;

/// <summary>The engine of a node.</summary>
public sealed record NodeEngine
{
    /// <summary>Such as <c>28.2.2</c>.</summary>
    public string EngineVersion { get; init; } = "";

    /// <summary>Engine labels (daemon.json), which placement constraints name as <c>engine.labels.KEY</c>.</summary>
    public IReadOnlyDictionary<string, string> Labels
    {
        get;
        init => field = value ?? Empty;
    } = Empty;

    /// <summary>Plugins of all kinds.</summary>
    public IReadOnlyList<NodePlugin> Plugins
    {
        get;
        init => field = value ?? [];
    } = [];

    private static readonly Dictionary<string, string> Empty = [];
}
